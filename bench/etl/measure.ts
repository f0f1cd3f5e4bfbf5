import { fork } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { ROOT } from "@/jobs/local/child";

/** What the child is asked to do: an ETL up to a day, or the original way on a sample. */
export const WORK = ["etl", "forced", "original"] as const;

const phaseSchema = z.object({ name: z.string(), seconds: z.number(), counts: z.record(z.string(), z.number()) });

/** What the child tells of its work. */
export const measuredSchema = z.object({
  seconds: z.number(),
  peakMb: z.number(),
  /** Processes that wanted a core in the minute before: on a busy machine all takes longer. */
  load: z.number(),
  phases: z.array(phaseSchema),
  counts: z.record(z.string(), z.number()),
  state: z.string(),
});

/** What a child measured; of the original way, `counts` has its sample. */
export type Measured = z.infer<typeof measuredSchema>;

/** Does the work in a process of its own, so that its memory is its own. */
export function measure(work: (typeof WORK)[number], day: string, env: Record<string, string>): Promise<Measured> {
  const script = path.join(ROOT, "bench/etl/measure-child.ts");
  const child = fork(script, [work, day], {
    execArgv: ["--import", "tsx"],
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.on("message", (message) => resolve(measuredSchema.parse(message)));
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the measured process ended with ${code}`)));
  });
}
