import { z } from "zod";
import { etlTasks } from "@/jobs/etl/tasks";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks, type TaskEnd } from "@/jobs/pipelines/test-context";
import { createDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import { type Measured, WORK } from "./measure";
import { runOriginal } from "./original";

const argsSchema = z.tuple([z.enum(WORK), z.iso.date()]);

/** Shards of a task as one line: their seconds and counts added up. */
function toPhases(tasks: readonly TaskEnd[]): Measured["phases"] {
  const phases = new Map<string, Measured["phases"][number]>();
  for (const { name, seconds, counts } of tasks) {
    const phase = phases.get(name) ?? { name, seconds: 0, counts: {} };
    phase.seconds += seconds;
    for (const [what, count] of Object.entries(counts)) phase.counts[what] = (phase.counts[what] ?? 0) + Number(count);
    phases.set(name, phase);
  }
  return [...phases.values()];
}

async function work(): Promise<Omit<Measured, "peakMb">> {
  const [what, day] = argsSchema.parse(process.argv.slice(2));
  const db = createDb(getEnv().DATABASE_URL);
  const storage = new S3Storage(getEnv());
  if (what === "original") {
    const { seconds, ...counts } = await runOriginal(db, storage);
    return { seconds, phases: [], counts, state: "succeeded" };
  }
  const startedAt = performance.now();
  const around = { db, storage, day, isForced: what === "forced" };
  const { state, error, tasks, counts } = await runTasks(PIPELINE_TASKS.etl, etlTasks, around);
  if (error !== null) throw new Error(error);
  return { seconds: (performance.now() - startedAt) / 1000, phases: toPhases(tasks), counts, state };
}

work().then(
  (measured) => {
    const message: Measured = { ...measured, peakMb: process.resourceUsage().maxRSS / 1024 };
    process.send?.(message, () => process.exit(0));
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
