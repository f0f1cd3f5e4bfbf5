import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { inTransaction } from "@/lib/server/db";
import { AppError } from "@/lib/server/errors";
import { auditRun, endRun, lockRun, lockStarts, markCancelled, markRunning } from "@/lib/server/pipelines/commands";
import { findActiveRun, getRun } from "@/lib/server/pipelines/queries";
import { getQueue, queueOf } from "@/lib/server/queue/boss";
import { hurryJob, isAnyAlive } from "@/lib/server/queue/jobs";
import { isActive, type Pipeline, type PipelineRun, type RerunInput } from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import { listAffected } from "@/lib/shared/task-groups";
import type { PrismaClient } from "@/prisma/generated/client";
import type { Tx } from "./context";
import { PIPELINE_TASKS } from "./dags";
import { launchNext, sendRunTasks } from "./launch";

type Requested = { requestedById: string | null };

/**
 * Lets tasks that wait for another attempt come up now, to be ended. Where the queue has lost the run's jobs, nobody
 * would ever end it: it ends here.
 */
async function hurry(boss: PgBoss, run: { id: string; pipeline: Pipeline }, tx: Tx): Promise<void> {
  const open = await tx.pipelineTask.findMany({
    where: { runId: run.id, finishedAt: null },
    select: { jobId: true, state: true },
  });
  const queue = queueOf(run.pipeline);
  const ids = open.flatMap(({ jobId }) => jobId ?? []);
  if (!(await isAnyAlive(boss, queue, ids, tx))) return abandon(boss, run.id, tx);
  for (const { jobId, state } of open) if (jobId && state === "retrying") await hurryJob(boss, queue, jobId, tx);
}

async function abandon(boss: PgBoss, runId: string, tx: Tx): Promise<void> {
  const end = { state: "cancelled", finishedAt: new Date() } as const;
  await tx.pipelineTask.updateMany({ where: { runId, finishedAt: null }, data: end });
  await endRun(runId, { state: "cancelled", counts: {}, error: "the queue had lost its tasks" }, tx);
  await launchNext(boss, tx);
}

/**
 * Tells a run to end: what is under way stops within seconds, what has not begun does not begin, what clears up is
 * still done. `conflict` where it has ended.
 */
export async function cancelRun(runId: string, { requestedById }: Requested, db: PrismaClient): Promise<PipelineRun> {
  const boss = await getQueue();
  await inTransaction(db, async (tx) => {
    const run = await lockRun(runId, tx);
    if (!isActive(run.state)) throw new AppError("conflict", say("errors.runEnded"));
    if (run.cancelledAt) return;
    await markCancelled(run, tx);
    if (run.state === "running") await hurry(boss, run, tx);
    await auditRun("cancelled", { id: runId, requestedById }, tx);
  });
  return getRun(db, runId);
}

type Row = { id: bigint; name: string; shard: number; isMapped: boolean; state: string; isBroken: boolean };

async function listRows(runId: string, tx: Tx): Promise<Row[]> {
  const rows = await tx.pipelineTask.findMany({
    where: { runId },
    orderBy: [{ position: "asc" }, { shard: "asc" }],
    select: { id: true, name: true, shard: true, isMapped: true, state: true },
  });
  const broken = await tx.pipelineGame.groupBy({ by: ["taskId"], where: { runId, state: "failed" } });
  const withFailures = new Set(broken.map(({ taskId }) => taskId));
  return rows.map((row) => ({ ...row, isBroken: row.state !== "succeeded" || withFailures.has(row.id) }));
}

/** The rows to be done again: of a mapped task where only failures are, its shards without one stay done. */
function pickRows(pipeline: Pipeline, rows: readonly Row[], { from }: RerunInput): Row[] {
  if (from !== "failed") {
    if (!rows.some(({ name }) => name === from.task)) {
      throw new AppError("invalid_input", say("errors.runNoSuchTask", from), { fields: { from: "no such task" } });
    }
    const affected = listAffected(PIPELINE_TASKS[pipeline], [from.task]);
    return rows.filter(({ name }) => affected.includes(name));
  }
  const broken = new Set(rows.filter(({ isBroken }) => isBroken).map(({ name }) => name));
  if (broken.size === 0) throw new AppError("conflict", say("errors.runNothingFailed"));
  const affected = listAffected(PIPELINE_TASKS[pipeline], broken);
  return rows.filter(({ name, isMapped, isBroken }) => affected.includes(name) && (!isMapped || isBroken));
}

async function reset(
  rows: readonly Row[],
  isFailedOnly: boolean,
  tx: Tx,
): Promise<{ id: bigint; name: string; jobId: string }[]> {
  const taskId = { in: rows.map(({ id }) => id) };
  await tx.pipelineGame.deleteMany({ where: { taskId, ...(isFailedOnly ? { state: "failed" } : {}) } });
  const sent = rows.map(({ id, name }) => ({ id, name, jobId: randomUUID() }));
  for (const { id, jobId } of sent) {
    const fresh = { state: "pending", failures: 0, progress: 0, counts: {}, output: {}, error: null } as const;
    await tx.pipelineTask.update({
      where: { id },
      data: { ...fresh, jobId, startedAt: null, retryAt: null, finishedAt: null },
    });
  }
  return sent;
}

/**
 * Does tasks of an ended run again: those that failed (of mapped ones the games that failed), or one task, and all that
 * come after them. `conflict` where the run has not ended, where another is under way, or where nothing has failed.
 */
export async function rerunTasks(
  runId: string,
  { from, requestedById }: RerunInput & Requested,
  db: PrismaClient,
): Promise<PipelineRun> {
  const boss = await getQueue();
  await inTransaction(db, async (tx) => {
    const run = await lockRun(runId, tx);
    if (isActive(run.state)) throw new AppError("conflict", say("errors.runNotEnded"));
    await lockStarts(tx);
    const active = await findActiveRun(tx, run.pipeline);
    const other = await tx.pipelineRun.findFirst({ where: { state: "running" }, select: { pipeline: true, id: true } });
    const busy = active ?? other;
    if (busy) throw new AppError("conflict", say("errors.runOtherBusy", { pipeline: busy.pipeline, id: busy.id }));
    const rows = pickRows(run.pipeline, await listRows(runId, tx), { from });
    if (rows.length === 0) throw new AppError("conflict", say("errors.runNoTasks"));
    await markRunning(runId, run.shards, tx);
    await sendRunTasks(boss, run.pipeline, await reset(rows, from === "failed", tx), tx);
    const names = [...new Set(rows.map(({ name }) => name))];
    await auditRun("rerun", { id: runId, requestedById, data: { from, tasks: names } }, tx);
  });
  return getRun(db, runId);
}
