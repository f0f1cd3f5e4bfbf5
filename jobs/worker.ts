import "dotenv/config";
import { getDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { getRun } from "@/lib/server/pipelines/queries";
import { toRunDay } from "@/lib/server/pipelines/rules";
import { type PipelineJob, startQueueWorker } from "@/lib/server/queue/pipeline-queue";
import { getStorage } from "@/lib/server/storage/s3-storage";
import type { Pipeline } from "@/lib/shared/pipelines";
import { toErrorText } from "./pipelines/error-text";
import { executeNew, executeQueued, isConflict, type Surroundings } from "./pipelines/execute";

/** A run that is under way when the worker is told to stop may take so long to end by itself. */
const DRAIN_MS = 3_000;

const HEARTBEAT_MS = 60_000;

async function doDue(pipeline: Pipeline, around: Surroundings): Promise<void> {
  const day = toRunDay(undefined, new Date());
  const run = { pipeline, day, gameSlug: null, trigger: "cron", requestedById: null } as const;
  try {
    await executeNew(run, around);
  } catch (error) {
    if (!isConflict(error)) throw error;
    log.warn({ pipeline, reason: error.message }, "pipeline.due_skipped");
  }
}

async function doRun(runId: string, around: Surroundings): Promise<void> {
  const run = await getRun(around.db, runId);
  if (run.state === "queued") {
    await executeQueued(run, around);
  } else if (run.state === "running") {
    // The job came a second time: the worker that had it is gone. Its run becomes a failed one, and a new one begins.
    const { pipeline, day, gameSlug, trigger } = run;
    await executeNew({ pipeline, day, gameSlug, trigger, requestedById: null }, around);
  } else {
    log.info({ runId, state: run.state }, "pipeline.job_obsolete");
  }
}

async function main(): Promise<void> {
  const stop = new AbortController();
  const around = { db: getDb(), storage: getStorage(), databaseUrl: getEnv().DATABASE_URL, signal: stop.signal };
  const work = (job: PipelineJob) => ("due" in job ? doDue(job.due, around) : doRun(job.runId, around));
  const worker = await startQueueWorker(work);
  const heartbeat = setInterval(
    () => log.debug({ uptimeSeconds: Math.round(process.uptime()) }, "worker.alive"),
    HEARTBEAT_MS,
  );
  log.info({ pid: process.pid }, "worker.ready");
  const drain = async (signal: NodeJS.Signals) => {
    log.info({ signal }, "worker.stopping");
    clearInterval(heartbeat);
    setTimeout(() => stop.abort(new Error("the worker was stopped")), DRAIN_MS).unref();
    await worker.stop(DRAIN_MS + 20_000);
    await around.db.$disconnect();
    log.info({}, "worker.stopped");
    process.exit(0);
  };
  process.once("SIGTERM", drain);
  process.once("SIGINT", drain);
}

main().catch((error: unknown) => {
  console.error(`The worker could not start: ${toErrorText(error)}`);
  process.exit(1);
});
