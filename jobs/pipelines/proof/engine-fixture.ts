import { randomUUID } from "node:crypto";
import type { TestDatabase } from "@/jobs/local/test-database";
import type { TaskHandler, TaskHandlers } from "@/jobs/pipelines/context";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { type RunHere, runHere } from "@/jobs/pipelines/run-here";
import type { PipelineStart } from "@/jobs/pipelines/start";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { listTasks } from "@/lib/server/pipelines/queries";
import { closeQueue, openQueue } from "@/lib/server/queue/boss";
import { PIPELINES, type Pipeline, type PipelineRun, type PipelineTask } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";

/** A task that has nothing to do. */
export const nothing: TaskHandler = async () => ({ counts: {} });

/** Handlers of every task of every pipeline that do nothing but what is given by the tasks' names. */
export function toHandlers(some: TaskHandlers): (pipeline: Pipeline) => Promise<TaskHandlers> {
  const names = PIPELINES.flatMap((pipeline) => PIPELINE_TASKS[pipeline].map(({ name }) => name));
  const all = { ...Object.fromEntries(names.map((name) => [name, nothing])), ...some };
  return async () => all;
}

/**
 * Makes the queue and shortens its waits: attempts follow each other after a second, and a job whose process is gone is
 * free after ten. Tests of what happens need not sit out how long it takes.
 */
export async function hurryQueues({ db }: TestDatabase): Promise<void> {
  await openQueue("web");
  await closeQueue();
  await db.$executeRaw`UPDATE pgboss.queue SET retry_delay_max = 1, heartbeat_seconds = 10`;
}

/** Starts a run of the ETL, unless another is named, and works on it here with the given tasks until it has ended. */
export async function runOnce(
  { db }: TestDatabase,
  some: TaskHandlers,
  { input, here }: { input?: Partial<PipelineStart>; here?: Partial<RunHere> } = {},
): Promise<{ run: PipelineRun; isNew: boolean }> {
  const asked = { pipeline: "etl", date: "2026-03-10", requestedById: null, trigger: "cli", ...input } as const;
  return runHere(asked, { db, storage: new MemoryStorage(), handlers: toHandlers(some), ...here });
}

/** States of a run's tasks by name; of shards, the last one's. */
export async function statesOf(runId: string, { db }: TestDatabase): Promise<Record<string, string>> {
  return Object.fromEntries((await listTasks(db, runId)).map(({ name, state }) => [name, state]));
}

/** A task of a run, its first shard. */
export async function taskOf(runId: string, name: string, { db }: TestDatabase): Promise<PipelineTask> {
  const task = (await listTasks(db, runId)).find((each) => each.name === name);
  if (!task) throw new Error(`the run has no task ${name}`);
  return task;
}

/** Puts games without sales on the shelf; returns their ids, in order. */
export async function createGames(db: PrismaClient, count: number): Promise<string[]> {
  const { id: publisherId } = await db.publisher.create({ data: { slug: "shelf", name: "Shelf" } });
  const games = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    slug: `game-${index}`,
    title: `Game ${index}`,
    status: "published" as const,
    publisherId,
    developer: "dev",
  }));
  await db.game.createMany({ data: games });
  return games.map(({ id }) => id).sort();
}

/** A promise with its ends outside. */
export function createGate(): { passed: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}
