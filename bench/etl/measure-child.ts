import { loadavg } from "node:os";
import { z } from "zod";
import { runHere } from "@/jobs/pipelines/run-here";
import { createDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import { countsSchema } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import { type Measured, WORK } from "./measure";
import { runOriginal } from "./original";

const argsSchema = z.tuple([z.enum(WORK), z.iso.date()]);

/** The run's tasks, mapped ones as one line: from the start of its first shard to the end of its last. */
async function listPhases(db: PrismaClient, runId: string): Promise<Measured["phases"]> {
  const tasks = await db.pipelineTask.findMany({ where: { runId }, orderBy: [{ position: "asc" }, { shard: "asc" }] });
  return [...new Set(tasks.map(({ name }) => name))].map((name) => {
    const shards = tasks.filter((task) => task.name === name);
    const begun = Math.min(...shards.map(({ startedAt }) => startedAt?.getTime() ?? Number.NaN));
    const ended = Math.max(...shards.map(({ finishedAt }) => finishedAt?.getTime() ?? Number.NaN));
    const counts: Record<string, number> = {};
    for (const shard of shards) {
      const own = Object.entries(countsSchema.parse(shard.counts));
      for (const [what, count] of own) counts[what] = (counts[what] ?? 0) + Number(count);
    }
    return { name, seconds: (ended - begun) / 1000, counts };
  });
}

async function work(): Promise<Omit<Measured, "peakMb" | "load">> {
  const [what, day] = argsSchema.parse(process.argv.slice(2));
  const db = createDb(getEnv().DATABASE_URL);
  const storage = new S3Storage(getEnv());
  if (what === "original") {
    const { seconds, ...counts } = await runOriginal(db, storage);
    return { seconds, phases: [], counts, state: "succeeded" };
  }
  const startedAt = performance.now();
  const asked = {
    pipeline: "etl",
    date: day,
    isForced: what === "forced",
    requestedById: null,
    trigger: "cli",
  } as const;
  const { run } = await runHere(asked, { db, storage });
  const seconds = (performance.now() - startedAt) / 1000;
  if (run.state !== "succeeded") throw new Error(`the run ended ${run.state}: ${run.error}`);
  const counts = Object.fromEntries(Object.entries(run.counts).map(([name, count]) => [name, Number(count)]));
  return { seconds, phases: await listPhases(db, run.id), counts, state: run.state };
}

const [load = 0] = loadavg();

work().then(
  (measured) => {
    const message: Measured = { ...measured, load, peakMb: process.resourceUsage().maxRSS / 1024 };
    process.send?.(message, () => process.exit(0));
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
