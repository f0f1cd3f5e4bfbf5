import { inTransaction } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { auditStart, createRun, type NewRun } from "@/lib/server/pipelines/commands";
import { getRun } from "@/lib/server/pipelines/queries";
import { toRunDay } from "@/lib/server/pipelines/rules";
import { makeWay } from "@/lib/server/pipelines/take-over";
import { enqueueRun, getQueue } from "@/lib/server/queue/pipeline-queue";
import { getStorage } from "@/lib/server/storage/s3-storage";
import type { PipelineRun, StartRunInput } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";

/** A queued run that no worker took up for a day is forgotten. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** What to start; without somebody who asks for it, the scheduler does. */
export type PipelineStart = StartRunInput & { requestedById: string | null };

function toNewRun({ pipeline, date, gameSlug, requestedById }: PipelineStart): NewRun {
  return {
    pipeline,
    day: toRunDay(date, new Date()),
    gameSlug: gameSlug ?? null,
    trigger: requestedById ? "staff" : "cron",
    requestedById,
  };
}

async function enqueue(run: NewRun, db: PrismaClient): Promise<PipelineRun> {
  const queue = await getQueue();
  const id = await inTransaction(db, async (tx) => {
    await makeWay(run.pipeline, FORGOTTEN_AFTER_MS, tx);
    const runId = await createRun(run, "queued", tx);
    await auditStart(runId, run, tx);
    await enqueueRun(queue, runId, tx);
    return runId;
  });
  return getRun(db, id);
}

async function runHere(run: NewRun, db: PrismaClient): Promise<PipelineRun> {
  const { executeNew } = await import("./execute");
  const finished = await executeNew(run, { db, storage: getStorage(), databaseUrl: getEnv().DATABASE_URL });
  return finished.run;
}

/**
 * Starts a pipeline for the scheduler or for a member of staff: queued for the worker, or done before the answer where
 * PIPELINE_RUNNER is `inline`. `conflict`, naming the run, where one is under way.
 */
export function startPipeline(start: PipelineStart, db: PrismaClient): Promise<PipelineRun> {
  const run = toNewRun(start);
  return getEnv().PIPELINE_RUNNER === "inline" ? runHere(run, db) : enqueue(run, db);
}
