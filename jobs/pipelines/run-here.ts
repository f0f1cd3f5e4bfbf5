import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import { getRun } from "@/lib/server/pipelines/queries";
import { closeQueue, openQueue, queueOf } from "@/lib/server/queue/boss";
import type { Storage } from "@/lib/server/storage/storage";
import { isActive, PIPELINES, type PipelineRun } from "@/lib/shared/pipelines";
import type { PrismaClient } from "@/prisma/generated/client";
import { drain } from "./drain";
import { cancelRun } from "./operate";
import { PROCESS_NAME } from "./process-name";
import type { Surroundings } from "./run-task";
import { type PipelineStart, startPipeline } from "./start";

/** How far a run is: `done` from 0 to 1, `step` for people. */
export type Progress = { done: number; step: string };

/** How often a run is looked at. */
const LOOK_MS = 400;

/** A database that is away is asked again after so long, and so many times: a restart takes less. */
const LOOK_AGAIN_MS = 1_000;
const LOOK_TRIES = 90;

/** Tasks at once: one waits for an engine while another computes. */
const CONCURRENCY = 2;

/** What a run in this process needs. */
export type RunHere = {
  db: PrismaClient;
  storage: Storage;
  /** Cancels the run; it has ended when the call returns. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  handlers?: Surroundings["handlers"];
};

/** A run as it stands; where the database is away for a while, it is asked again. */
async function look(id: string, db: PrismaClient): Promise<PipelineRun> {
  for (let tries = 1; ; tries++) {
    try {
      return await getRun(db, id);
    } catch (error) {
      if (error instanceof AppError || tries >= LOOK_TRIES) throw error;
      log.warn({ err: error, runId: id }, "pipeline.not_seen");
      await wait(LOOK_AGAIN_MS);
    }
  }
}

/** Looks at a run until it has ended. */
async function follow(id: string, { db, signal, onProgress }: RunHere): Promise<PipelineRun> {
  let isTold = false;
  while (true) {
    const run = await look(id, db);
    onProgress?.({ done: run.progress, step: run.state === "queued" ? "waiting for its turn" : run.step });
    if (!isActive(run.state)) return run;
    if (signal?.aborted && !isTold) {
      isTold = true;
      await cancelRun(id, { requestedById: null }, db);
    }
    await wait(LOOK_MS);
  }
}

/**
 * Starts a run and works on it in this process, beside the workers that there may be, until it has ended. `isNew` is
 * false where the day was done already, or where a run that does the same was under way: this process joins that.
 */
export async function runHere(input: PipelineStart, here: RunHere): Promise<{ run: PipelineRun; isNew: boolean }> {
  const boss = await openQueue("command");
  try {
    const { isNew, ...started } = await startPipeline(input, here.db);
    if (!isActive(started.state)) return { run: started, isNew };
    let isOver = false;
    const following = follow(started.id, here).finally(() => {
      isOver = true;
    });
    const around: Surroundings = {
      db: here.db,
      storage: here.storage,
      boss,
      worker: PROCESS_NAME,
      isOver: () => isOver,
      ...(here.handlers ? { handlers: here.handlers } : {}),
    };
    // Jobs that a killed process held come back at once, and not at the queue's next look.
    await boss.supervise();
    const queues = PIPELINES.map(queueOf);
    await Promise.all([following, drain({ queues, concurrency: CONCURRENCY, isIdleEnough: () => isOver }, around)]);
    return { run: await following, isNew };
  } finally {
    await closeQueue();
  }
}
