import { setTimeout as wait } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { TASK_HANDLERS } from "@/jobs/registry";
import { inTransaction } from "@/lib/server/db";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import { beatTask, lockTask, loseAttempts, startAttempt } from "@/lib/server/pipelines/task-rows";
import { type ClaimedJob, ClaimLost, completeJob, touchJob } from "@/lib/server/queue/jobs";
import type { Storage } from "@/lib/server/storage/storage";
import type { Pipeline } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import { type TaskHandlers, TaskPaused, type TaskResult, type Tx } from "./context";
import { findSpec } from "./dags";
import { toErrorText } from "./error-text";
import { type Claim, findObstacle, type Outcome, settle } from "./settle";
import { addLine, createTaskContext, type Report } from "./task-context";

/** How often a task says that it is alive, and asks whether it is still wanted. */
const BEAT_MS = 3_000;

/** A task's end is written again and again for so long where the database does not answer. */
const SETTLE_TRIES = 6;

/** What tasks need from the process they run in. */
export type Surroundings = {
  db: PrismaClient;
  storage: Storage;
  boss: PgBoss;
  /** Names the process to operators. */
  worker: string;
  /** Whether the process wants its time back: a slice is over, or the worker is told to stop. */
  isOver: () => boolean;
  /** In the place of the pipelines' own work, for tests of what surrounds it. */
  handlers?: (pipeline: Pipeline) => Promise<TaskHandlers>;
};

/** The run was told to end. */
class Cancelled extends Error {
  override readonly name = "Cancelled";
}

type Job = ClaimedJob & { taskId: bigint };

/** Takes a task up, or ends it where it is not to be begun; null where there is nothing to do. */
function claim(job: Job, { boss, db, worker }: Surroundings): Promise<Claim | null> {
  return inTransaction(db, async (tx) => {
    const found = await lockTask(job.taskId, tx);
    if (!found || found.finishedAt || found.jobId !== job.attempt.id) {
      await completeJob(boss, job, tx);
      return null;
    }
    const lost = await loseAttempts(found.id, tx);
    const task = { ...found, failures: found.failures + lost };
    const isLostTooOften = task.failures >= task.maxAttempts;
    const error = `its process was killed in ${task.failures} of ${task.attempt} attempts`;
    const obstacle: Outcome | null = isLostTooOften
      ? { kind: "failed", error, isFinal: true }
      : await findObstacle(task, tx);
    if (!obstacle) return { job, task, attempt: await startAttempt(task, worker, tx) };
    await settle(boss, { job, task, attempt: 0, log: [] }, obstacle, tx);
    return null;
  });
}

/** Keeps a claim alive until it is stopped; aborts where the task is not wanted or not ours any more. */
function keepAlive(held: Claim, report: Report, around: Surroundings, abort: (reason: Error) => void): () => void {
  const { boss, db } = around;
  const beat = async () => {
    await touchJob(boss, held.job);
    const lines = report.isLogNew ? report.log : null;
    report.isLogNew = false;
    const at = {
      id: held.task.id,
      runId: held.task.runId,
      number: held.attempt,
      progress: report.progress,
      log: lines,
    };
    const isAlways = findSpec(held.task.run.pipeline, held.task.name).isAlways;
    if ((await beatTask(at, db)) && !isAlways) abort(new Cancelled("the run was cancelled"));
  };
  const timer = setInterval(() => {
    beat().catch((error: unknown) => {
      if (error instanceof ClaimLost) return abort(error);
      // A missed beat is no reason to end the work: the next one may come through.
      log.warn({ err: error, taskId: String(held.task.id) }, "task.beat_missed");
    });
  }, BEAT_MS);
  return () => clearInterval(timer);
}

type Closing = Claim & { report: Report };

/** A claim as it is settled: with what its attempt wrote down. */
const withLog = ({ report, ...held }: Closing) => ({ ...held, log: report.log });

/** Commits a task's effects in the database together with its end. */
async function succeed(held: Closing, { counts, output, commit }: TaskResult, around: Surroundings): Promise<void> {
  const timeout = findSpec(held.task.run.pipeline, held.task.name).timeoutMinutes * 60_000;
  const end = async (tx: Tx) => {
    const all = { ...counts, ...(await commit?.(tx)) };
    const words = Object.entries(all).map(([name, count]) => `${name} ${count}`);
    if (words.length > 0) addLine(held.report, words.join(" · "));
    await settle(around.boss, withLog(held), { kind: "succeeded", counts: all, ...(output ? { output } : {}) }, tx);
  };
  await around.db.$transaction(end, { timeout, maxWait: 30_000 });
}

/** Writes down that an attempt ended early; tries again where the database is away for a moment. */
async function giveUp(held: Closing, outcome: Outcome, { boss, db }: Surroundings): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await inTransaction(db, (tx) => settle(boss, withLog(held), outcome, tx));
    } catch (error) {
      if (error instanceof ClaimLost || attempt + 1 >= SETTLE_TRIES) throw error;
      log.warn({ err: error, taskId: String(held.task.id) }, "task.end_not_written");
      // Longer each time.
      await wait(250 * 2 ** attempt);
    }
  }
}

function toOutcome(error: unknown, reason: unknown): Outcome {
  const cause = reason ?? error;
  if (cause instanceof Cancelled) return { kind: "cancelled" };
  if (error instanceof TaskPaused) return { kind: "paused" };
  // What is asked for cannot be done: another attempt would find the same.
  const isFinal = cause instanceof AppError && cause.status < 500;
  return { kind: "failed", error: toErrorText(cause), isFinal };
}

/** Does the work of a task and writes its end down: its effects in the database commit together with it. */
async function work(held: Claim, around: Surroundings): Promise<void> {
  const { db, storage, boss, isOver } = around;
  const { pipeline } = held.task.run;
  const spec = findSpec(pipeline, held.task.name);
  const end = new AbortController();
  const report: Report = { progress: held.task.progress, log: [], isLogNew: false };
  const tooLong = setTimeout(() => {
    end.abort(new Error(`it took longer than ${spec.timeoutMinutes} min`));
  }, spec.timeoutMinutes * 60_000);
  const stopBeating = keepAlive(held, report, around, (reason) => end.abort(reason));
  const fence = (tx: Tx) => touchJob(boss, held.job, tx);
  const context = createTaskContext(held, { db, storage, signal: end.signal, isOver, fence }, report);
  const closing = { ...held, report };
  try {
    const handlers = await (around.handlers ?? ((of) => TASK_HANDLERS[of]()))(pipeline);
    const handler = handlers[spec.name];
    if (!handler) throw new Error(`there is no handler of ${pipeline} ${spec.name}`);
    const result = await handler(context);
    end.signal.throwIfAborted();
    await succeed(closing, result, around);
  } catch (error) {
    if (error instanceof ClaimLost || end.signal.reason instanceof ClaimLost) throw new ClaimLost();
    const outcome = toOutcome(error, end.signal.reason);
    log[outcome.kind === "failed" ? "error" : "info"]({ err: error, task: spec.name }, `task.${outcome.kind}`);
    await giveUp(closing, outcome, around);
  } finally {
    clearTimeout(tooLong);
    stopBeating();
  }
}

/** Does what a job of a pipeline's queue asks for. A job that came twice, or whose task has ended, does no harm. */
export async function runTask(job: Job, around: Surroundings): Promise<void> {
  try {
    const held = await claim(job, around);
    if (held) await work(held, around);
  } catch (error) {
    if (!(error instanceof ClaimLost)) throw error;
    log.warn({ taskId: String(job.taskId) }, "task.taken_over");
  }
}
