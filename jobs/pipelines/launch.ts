import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { log } from "@/lib/server/log";
import { endRun, lockRun, lockStarts, markRunning } from "@/lib/server/pipelines/commands";
import { findDoneRun } from "@/lib/server/pipelines/queries";
import { createTasks, type NewTask } from "@/lib/server/pipelines/task-rows";
import { sendTasks } from "@/lib/server/queue/jobs";
import { toDay } from "@/lib/shared/day";
import type { Pipeline } from "@/lib/shared/pipelines";
import type { Tx } from "./context";
import { findSpec, PIPELINE_TASKS, type TaskSpec, toShardCount } from "./dags";

type QueuedRun = { id: string; pipeline: Pipeline; day: Date; gameSlugs: string[]; isForced: boolean };

/** A task that is to be sent: its row and its job. */
export type SentTask = Pick<NewTask, "name" | "jobId"> & { id: bigint };

function toRows(spec: TaskSpec, position: number, shards: number): NewTask[] {
  return Array.from({ length: spec.isMapped ? shards : 1 }, (_, shard) => ({
    name: spec.name,
    position,
    shard,
    isMapped: spec.isMapped ?? false,
    after: [...spec.after],
    maxAttempts: spec.attempts,
    weight: spec.isMapped ? spec.weight / shards : spec.weight,
    jobId: randomUUID(),
  }));
}

/** Sends tasks of a run; each waits for those among them that it comes after. */
export async function sendRunTasks(
  boss: PgBoss,
  pipeline: Pipeline,
  tasks: readonly SentTask[],
  tx: Tx,
): Promise<void> {
  const jobs = tasks.map(({ id, name, jobId }) => {
    const spec = findSpec(pipeline, name);
    return {
      taskId: id,
      jobId,
      timeoutSeconds: spec.timeoutMinutes * 60,
      after: tasks.filter((other) => spec.after.includes(other.name)).map((other) => other.id),
    };
  });
  await sendTasks(boss, pipeline, jobs, tx);
}

async function launch(boss: PgBoss, run: QueuedRun, tx: Tx): Promise<void> {
  const { id } = run;
  const games = run.gameSlugs.length || (await tx.game.count({ where: { status: { not: "draft" } } }));
  const shards = toShardCount(games);
  await markRunning(id, shards, tx);
  const rows = PIPELINE_TASKS[run.pipeline].flatMap((spec, position) => toRows(spec, position, shards));
  await sendRunTasks(boss, run.pipeline, await createTasks(id, rows, tx), tx);
  log.info({ runId: id, pipeline: run.pipeline, shards }, "pipeline.started");
}

async function isDoneMeanwhile({ pipeline, day, gameSlugs, isForced }: QueuedRun, tx: Tx): Promise<boolean> {
  return !isForced && gameSlugs.length === 0 && (await findDoneRun(tx, pipeline, toDay(day))) !== null;
}

/**
 * Begins the next of the waiting runs, where none is under way: the pipelines share the store's files, so that one run
 * works at a time. Its tasks are recorded and sent in the given transaction.
 */
export async function launchNext(boss: PgBoss, tx: Tx): Promise<void> {
  await lockStarts(tx);
  if (await tx.pipelineRun.findFirst({ where: { state: "running" }, select: { id: true } })) return;
  while (true) {
    const next = await tx.pipelineRun.findFirst({
      where: { state: "queued" },
      orderBy: [{ createdAt: "asc" }, { pipeline: "asc" }],
    });
    if (!next) return;
    // Somebody may have cancelled it while it was picked.
    if ((await lockRun(next.id, tx)).state !== "queued") continue;
    if (!(await isDoneMeanwhile(next, tx))) return launch(boss, next, tx);
    await endRun(next.id, { state: "cancelled", counts: {}, error: "the day was done while it waited" }, tx);
  }
}
