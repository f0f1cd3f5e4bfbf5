import { fork } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { ROOT } from "@/jobs/local/child";

/** What a child is asked to do: make the store ready for its night, or wait for the night that workers do. */
export const WORK = ["prepare", "night"] as const;

const taskSchema = z.object({
  pipeline: z.string(),
  name: z.string(),
  shards: z.number(),
  /** Seconds after the start of the night. */
  from: z.number(),
  to: z.number(),
  counts: z.record(z.string(), z.union([z.number(), z.string()])),
});

/** What a child tells. */
const nightSchema = z.object({ seconds: z.number(), tasks: z.array(taskSchema) });

/** A night: how long all of it took, and each of its tasks. */
export type Night = z.infer<typeof nightSchema>;

/** Does a part of the bench in a process of its own, with the settings of its store. */
export function doInChild(work: (typeof WORK)[number], day: string, env: Record<string, string>): Promise<Night> {
  const child = fork(path.join(ROOT, "bench/night/night-child.ts"), [work, day], {
    execArgv: ["--import", "tsx"],
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.on("message", (message) => resolve(nightSchema.parse(message)));
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`${work} ended with ${code}`)));
  });
}
