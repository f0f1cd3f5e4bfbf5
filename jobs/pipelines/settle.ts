import type { PgBoss } from "pg-boss";
import { log } from "@/lib/server/log";
import { endRun, lockRun, type RunEnd } from "@/lib/server/pipelines/commands";
import {
  type AttemptEnd,
  endAttempt,
  type LogLine,
  listStates,
  type TaskRow,
  updateProgress,
} from "@/lib/server/pipelines/task-rows";
import { type ClaimedJob, completeJob, releaseJob } from "@/lib/server/queue/jobs";
import { type Counts, countsSchema } from "@/lib/shared/pipelines";
import { sumCounts } from "@/lib/shared/task-groups";
import type { Prisma } from "@/prisma/generated/client";
import type { Output, Tx } from "./context";
import { findSpec } from "./dags";
import { launchNext } from "./launch";

/** A task that this process works on. */
export type Claim = { job: ClaimedJob; task: TaskRow; attempt: number };

/** How the work on a task went; a failure that is not final is tried again while the task has attempts left. */
export type Outcome =
  | { kind: "succeeded"; counts: Counts; output?: Output }
  | { kind: "paused" }
  | { kind: "failed"; error: string; isFinal: boolean }
  | { kind: "cancelled" }
  | { kind: "upstream_failed"; error: string };

type Run = Prisma.PipelineRunGetPayload<object>;
type Task = Prisma.PipelineTaskGetPayload<object>;

function toError(task: Task): string {
  return `${task.name}${task.isMapped ? ` ${task.shard + 1}` : ""}: ${task.error ?? task.state}`;
}

async function toRunEnd(run: Run, tasks: readonly Task[], tx: Tx): Promise<RunEnd> {
  const isOptional = (task: Task) => findSpec(run.pipeline, task.name).isOptional ?? false;
  const summary = tasks.filter(({ name }) => findSpec(run.pipeline, name).isSummary);
  const counts = sumCounts(summary.map((task) => countsSchema.parse(task.counts)));
  const broken = tasks.filter((task) => task.state === "failed" && !isOptional(task));
  const [first] = broken;
  if (run.cancelledAt && tasks.some(({ state }) => state === "cancelled")) {
    return { state: "cancelled", counts, error: "it was cancelled before it was done" };
  }
  if (first) return { state: "failed", counts, error: toError(first) };
  const failedGames = await tx.pipelineGame.count({ where: { runId: run.id, state: "failed" } });
  const hasFailures = failedGames > 0 || tasks.some(({ state }) => state === "failed");
  return { state: hasFailures ? "succeeded_with_failures" : "succeeded", counts, error: null };
}

/** Ends the run where the last of its tasks has ended, and begins the one that waits for it. */
async function endRunIfDone(boss: PgBoss, run: Run, tx: Tx): Promise<void> {
  const runId = run.id;
  if (run.state !== "running") {
    await tx.pipelineRun.update({ where: { id: runId }, data: { changedAt: new Date() } });
    return;
  }
  const tasks = await tx.pipelineTask.findMany({ where: { runId }, orderBy: [{ position: "asc" }, { shard: "asc" }] });
  if (tasks.some(({ finishedAt }) => finishedAt === null)) return updateProgress(runId, tx);
  const end = await toRunEnd(run, tasks, tx);
  await endRun(runId, end, tx);
  log.info({ runId, pipeline: run.pipeline, state: end.state, counts: end.counts }, "pipeline.finished");
  await launchNext(boss, tx);
}

async function toEnd(boss: PgBoss, { job, task }: Claim, outcome: Outcome, tx: Tx): Promise<AttemptEnd> {
  if (outcome.kind === "paused") {
    await releaseJob(boss, job, "now", tx);
    return { attempt: "paused", task: "pending", error: null };
  }
  const hasAttempts = task.failures + 1 < task.maxAttempts && !task.run.cancelledAt;
  if (outcome.kind === "failed" && !outcome.isFinal && hasAttempts) {
    const retryAt = await releaseJob(boss, job, "later", tx);
    return { attempt: "failed", task: "retrying", error: outcome.error, isFailure: true, retryAt };
  }
  await completeJob(boss, job, tx);
  if (outcome.kind === "succeeded") {
    const { counts, output } = outcome;
    return { attempt: "succeeded", task: "succeeded", error: null, counts, ...(output ? { output } : {}) };
  }
  if (outcome.kind === "failed") return { attempt: "failed", task: "failed", error: outcome.error, isFailure: true };
  const error = outcome.kind === "upstream_failed" ? outcome.error : null;
  return { attempt: "cancelled", task: outcome.kind, error };
}

/**
 * Ends an attempt in the given transaction: the task's row, the queue's job and, after the last task, the run. Throws
 * `ClaimLost` where the job is another's by now: the transaction must not commit.
 */
export async function settle(
  boss: PgBoss,
  claim: Claim & { log: readonly LogLine[] },
  outcome: Outcome,
  tx: Tx,
): Promise<void> {
  const { attempt, log: lines } = claim;
  // First of all, so that two tasks that end at once see each other's end, and each that the run was cancelled meanwhile.
  const run = await lockRun(claim.task.runId, tx);
  const task = { ...claim.task, run };
  const end = await toEnd(boss, { ...claim, task }, outcome, tx);
  await endAttempt({ id: task.id, number: attempt, log: lines }, end, tx);
  await endRunIfDone(boss, run, tx);
}

/** Why a task is not to be begun: the run was told to end, or a task before it did not do its part. */
export async function findObstacle({ run, runId, name }: TaskRow, tx: Tx): Promise<Outcome | null> {
  const spec = findSpec(run.pipeline, name);
  if (spec.isAlways) return null;
  if (run.cancelledAt) return { kind: "cancelled" };
  const isOptional = (task: string) => findSpec(run.pipeline, task).isOptional ?? false;
  const broken = (await listStates(runId, spec.after, tx)).find(
    (before) => before.state !== "succeeded" && !(before.state === "failed" && isOptional(before.name)),
  );
  if (!broken) return null;
  return { kind: "upstream_failed", error: `not done, since ${broken.name} has ${broken.state.replace("_", " ")}` };
}
