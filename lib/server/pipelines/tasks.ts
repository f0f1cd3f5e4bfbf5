import type { Counts } from "@/lib/shared/pipelines";
import type { Db } from "../db";

/** What came of the work on one game. */
export type GameTask = {
  gameId: string;
  state: "succeeded" | "skipped" | "failed";
  counts: Counts;
  error: string | null;
  startedAt: Date;
  finishedAt: Date;
};

/** How a phase ended. */
export type TaskEnd = { state: "succeeded" | "failed"; counts: Counts; error: string | null };

/** Records that a phase of a run has begun; returns its id. */
export async function startTask(runId: string, name: string, db: Db): Promise<bigint> {
  const { id } = await db.pipelineTask.create({ data: { runId, name, state: "running" }, select: { id: true } });
  return id;
}

/** Records how a phase ended. */
export async function finishTask(id: bigint, end: TaskEnd, db: Db): Promise<void> {
  await db.pipelineTask.update({ where: { id }, data: { ...end, finishedAt: new Date() } });
}

/** Records the work on many games at once. */
export async function addGameTasks(runId: string, tasks: readonly GameTask[], db: Db): Promise<void> {
  await db.pipelineTask.createMany({ data: tasks.map((task) => ({ ...task, runId, name: "game" })) });
}
