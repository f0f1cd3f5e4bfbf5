import { RUNNERS } from "@/jobs/registry";
import { inTransaction } from "@/lib/server/db";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import {
  auditStart,
  cancelForgottenRun,
  claimRun,
  createRun,
  failDeadRuns,
  finishRun,
  type NewRun,
  type RunEnd,
  refuseSecondRun,
} from "@/lib/server/pipelines/commands";
import { breakLease, findLease, type Lease } from "@/lib/server/pipelines/lease";
import { findActiveRun, getRun } from "@/lib/server/pipelines/queries";
import type { Storage } from "@/lib/server/storage/storage";
import type { Pipeline, PipelineRun } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import type { PipelineResult, PipelineRunner, Progress } from "./context";
import { toErrorText } from "./error-text";
import { RunRecorder } from "./recorder";

/** A process that does its runs itself does not wait for a worker that took a run not up for a minute. */
const FORGOTTEN_AFTER_MS = 60_000;

/** What runs need from the process they run in. */
export type Surroundings = {
  db: PrismaClient;
  storage: Storage;
  databaseUrl: string;
  /** Ends the run early; it is then `cancelled`. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  /** Takes the place of the pipeline's own work, for tests of what surrounds it. */
  runner?: PipelineRunner;
};

/** A finished run, with the text that its pipeline left to print. */
export type FinishedRun = { run: PipelineRun; text: string | undefined };

function toEnd(outcome: { result: PipelineResult } | { error: unknown }, isCancelled: boolean): RunEnd {
  if ("result" in outcome) {
    const { counts, failures } = outcome.result;
    return { state: failures > 0 ? "succeeded_with_failures" : "succeeded", counts, error: null };
  }
  if (isCancelled) return { state: "cancelled", counts: {}, error: "it was ended before it was done" };
  return { state: "failed", counts: {}, error: toErrorText(outcome.error) };
}

/** Does the work of a run that is this process's own, and writes down how it ends. */
async function execute(run: PipelineRun, around: Surroundings, lost: AbortSignal): Promise<FinishedRun> {
  const { db, storage } = around;
  const about = { runId: run.id, pipeline: run.pipeline, day: run.day };
  log.info(about, "pipeline.started");
  const recorder = new RunRecorder(run.id, db, around.onProgress);
  const cancelled = around.signal ? [around.signal] : [];
  const context = {
    db,
    storage,
    day: run.day,
    ...(run.gameSlug === null ? {} : { slug: run.gameSlug }),
    now: new Date(),
    signal: AbortSignal.any([lost, recorder.lost, ...cancelled]),
    report: (progress: Progress) => recorder.report(progress),
    phase: recorder.phase.bind(recorder),
    game: recorder.game.bind(recorder),
  };
  const outcome = await (async () => around.runner ?? (await RUNNERS[run.pipeline]()))()
    .then((runner) => runner(context))
    .then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
  await recorder.close();
  const end = toEnd(outcome, around.signal?.aborted ?? false);
  if ("error" in outcome) log.error({ ...about, err: outcome.error, state: end.state }, "pipeline.ended_early");
  const isOurs = await finishRun(run.id, end, db);
  log.info({ ...about, state: end.state, counts: end.counts, isOurs }, "pipeline.finished");
  return { run: await getRun(db, run.id), text: "result" in outcome ? outcome.result.text : undefined };
}

async function takeLease(pipeline: Pipeline, around: Surroundings, onLost: (error: Error) => void): Promise<Lease> {
  const { db, databaseUrl } = around;
  const lease = await findLease(databaseUrl, pipeline, onLost);
  if (lease) return lease;
  const active = await findActiveRun(db, pipeline);
  if (!active?.isStalled) return refuseSecondRun(pipeline, db);
  log.warn({ runId: active.id, pipeline }, "pipeline.holder_silent");
  await breakLease(pipeline, db);
  return (await findLease(databaseUrl, pipeline, onLost)) ?? refuseSecondRun(pipeline, db);
}

async function withLease<Result>(
  pipeline: Pipeline,
  around: Surroundings,
  run: (lost: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const lost = new AbortController();
  const lease = await takeLease(pipeline, around, (error) => lost.abort(error));
  try {
    const dead = await failDeadRuns(pipeline, around.db);
    if (dead.length > 0) log.warn({ pipeline, runIds: dead }, "pipeline.taken_over");
    return await run(lost.signal);
  } finally {
    await lease.release();
  }
}

/** Records a run and does it in this process; `conflict` where another process works on the pipeline. */
export function executeNew(input: NewRun, around: Surroundings): Promise<FinishedRun> {
  return withLease(input.pipeline, around, async (lost) => {
    await cancelForgottenRun(input.pipeline, FORGOTTEN_AFTER_MS, around.db);
    const id = await inTransaction(around.db, async (tx) => {
      const runId = await createRun(input, "running", tx);
      await auditStart(runId, input, tx);
      return runId;
    });
    return execute(await getRun(around.db, id), around, lost);
  });
}

/** What the worker needs to know of a run to do it. */
type QueuedRun = Pick<PipelineRun, "id" | "pipeline">;

/** Does a queued run in this process; null where somebody else has taken it, ended it or done it. */
export function executeQueued({ id, pipeline }: QueuedRun, around: Surroundings): Promise<FinishedRun | null> {
  return withLease(pipeline, around, async (lost) => {
    if (!(await claimRun(id, around.db))) return null;
    return execute(await getRun(around.db, id), around, lost);
  });
}

/** Whether an error only says that a run of the pipeline is under way. */
export function isConflict(error: unknown): error is AppError {
  return error instanceof AppError && error.code === "conflict";
}
