import type { Counts } from "@/lib/shared/pipelines";
import { hasEnded } from "@/lib/shared/task-groups";
import { Prisma } from "@/prisma/generated/client";
import type { AttemptState, TaskState } from "@/prisma/generated/enums";
import type { Db } from "../db";

type Tx = Prisma.TransactionClient;

const withRun = { run: true } as const;

/** A task's row with its run's. */
export type TaskRow = Prisma.PipelineTaskGetPayload<{ include: typeof withRun }>;

/** A line that an attempt wrote down. */
export type LogLine = { at: string; text: string };

/** What a new task is made of. */
export type NewTask = {
  name: string;
  position: number;
  shard: number;
  isMapped: boolean;
  after: string[];
  maxAttempts: number;
  weight: number;
  jobId: string;
};

/** Records the tasks of a run; returns them with their ids. */
export async function createTasks(
  runId: string,
  tasks: readonly NewTask[],
  tx: Tx,
): Promise<(NewTask & { id: bigint })[]> {
  const rows = await tx.pipelineTask.createManyAndReturn({
    data: tasks.map((task) => ({ ...task, runId })),
    select: { id: true, jobId: true },
  });
  const ids = new Map(rows.map(({ id, jobId }) => [jobId, id]));
  return tasks.flatMap((task) => {
    const id = ids.get(task.jobId);
    return id === undefined ? [] : [{ ...task, id }];
  });
}

/** A task with its run, both locked until the transaction ends, the run first; null where it is gone. */
export async function lockTask(id: bigint, tx: Tx): Promise<TaskRow | null> {
  await tx.$queryRaw`
    SELECT 1 FROM pipeline_runs WHERE id = (SELECT run_id FROM pipeline_tasks WHERE id = ${id}) FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM pipeline_tasks WHERE id = ${id} FOR NO KEY UPDATE`;
  return tx.pipelineTask.findUnique({ where: { id }, include: withRun });
}

/** States of the tasks of a run that have one of the names. */
export async function listStates(runId: string, names: readonly string[], db: Db): Promise<TaskRowState[]> {
  if (names.length === 0) return [];
  return db.pipelineTask.findMany({
    where: { runId, name: { in: [...names] } },
    select: { name: true, state: true },
  });
}

/** How a task stands. */
export type TaskRowState = { name: string; state: TaskState };

/** Says that the attempts before ended without a word: their process was killed. Returns how many. */
export async function loseAttempts(taskId: bigint, tx: Tx): Promise<number> {
  const { count } = await tx.pipelineAttempt.updateMany({
    where: { taskId, state: "running" },
    data: { state: "lost", finishedAt: new Date(), error: "its process ended without a word" },
  });
  if (count > 0) await tx.pipelineTask.update({ where: { id: taskId }, data: { failures: { increment: count } } });
  return count;
}

/** Begins an attempt of a task; returns its number. */
export async function startAttempt({ id, startedAt, runId }: TaskRow, worker: string, tx: Tx): Promise<number> {
  const now = new Date();
  const { attempt } = await tx.pipelineTask.update({
    where: { id },
    data: {
      state: "running",
      attempt: { increment: 1 },
      startedAt: startedAt ?? now,
      retryAt: null,
    },
    select: { attempt: true },
  });
  await tx.pipelineAttempt.create({ data: { taskId: id, number: attempt, worker, startedAt: now } });
  await tx.pipelineRun.update({ where: { id: runId }, data: { heartbeatAt: now, changedAt: now } });
  return attempt;
}

/** How an attempt ended, and what that makes of its task. */
export type AttemptEnd = {
  attempt: AttemptState;
  task: TaskState;
  error: string | null;
  /** Where the task succeeded. */
  counts?: Counts;
  output?: Prisma.InputJsonObject;
  isFailure?: boolean;
  retryAt?: Date | null;
};

/** Writes down how an attempt ended; `number` 0 where the task ends without an attempt. */
export async function endAttempt(
  { id, number, log }: { id: bigint; number: number; log: readonly LogLine[] },
  end: AttemptEnd,
  tx: Tx,
): Promise<void> {
  const finishedAt = new Date();
  if (number > 0) {
    await tx.pipelineAttempt.update({
      where: { taskId_number: { taskId: id, number } },
      data: { state: end.attempt, error: end.error, finishedAt, log: [...log] },
    });
  }
  await tx.pipelineTask.update({
    where: { id },
    data: {
      state: end.task,
      error: end.error,
      retryAt: end.retryAt ?? null,
      finishedAt: hasEnded(end.task) ? finishedAt : null,
      ...(end.counts ? { counts: end.counts } : {}),
      ...(end.output ? { output: end.output } : {}),
      ...(end.task === "succeeded" ? { progress: 1 } : {}),
      ...(end.isFailure ? { failures: { increment: 1 } } : {}),
    },
  });
}

/**
 * How far a run is from 0 to 1, and the names of the tasks that are worked on. What needs no more work counts as done,
 * however it ended. `beat` is how far a task was found to be in the same statement, which the rows do not say yet.
 */
function selectProgress(runId: string, beat?: Pick<Beat, "id" | "progress">): Prisma.Sql {
  const told = beat ? Prisma.sql`WHEN t.id = ${beat.id} THEN ${beat.progress}` : Prisma.empty;
  return Prisma.sql`
    SELECT least(1, greatest(0, coalesce(
        sum(t.weight * CASE ${told} WHEN t.finished_at IS NOT NULL THEN 1 ELSE t.progress END) / nullif(sum(t.weight), 0), 0
      ))) AS progress,
      coalesce(string_agg(DISTINCT t.name, ', ') FILTER (WHERE t.state = 'running'), '') AS step
    FROM pipeline_tasks t WHERE t.run_id = ${runId}::uuid`;
}

/** Writes down how far a run is, after one of its tasks has changed. */
export async function updateProgress(runId: string, tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE pipeline_runs r SET changed_at = clock_timestamp(), progress = sums.progress, step = sums.step
    FROM (${selectProgress(runId)}) sums WHERE r.id = ${runId}::uuid`;
}

/** What an attempt says of itself while it goes. */
export type Beat = { id: bigint; runId: string; number: number; progress: number; log: readonly LogLine[] | null };

/** Writes down how far an attempt is; returns whether its run was told to end. The run is locked before its task. */
export async function beatTask({ id, runId, number, progress, log }: Beat, db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<{ isCancelled: boolean }[]>`
    WITH locked AS MATERIALIZED (
      SELECT id FROM pipeline_runs WHERE id = ${runId}::uuid FOR NO KEY UPDATE
    ), task AS (
      UPDATE pipeline_tasks t SET progress = ${progress}
      FROM locked WHERE t.run_id = locked.id AND t.id = ${id} AND t.state = 'running' AND t.attempt = ${number}
      RETURNING t.run_id
    ), sums AS (${selectProgress(runId, { id, progress })})
    UPDATE pipeline_runs r
    SET heartbeat_at = now(), changed_at = clock_timestamp(), progress = sums.progress, step = sums.step
    FROM sums, task WHERE r.id = task.run_id
    RETURNING r.cancelled_at IS NOT NULL AS "isCancelled"`;
  if (log) await db.pipelineAttempt.updateMany({ where: { taskId: id, number }, data: { log: [...log] } });
  return row?.isCancelled ?? false;
}
