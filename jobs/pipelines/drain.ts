import { setTimeout as wait } from "node:timers/promises";
import { inTransaction } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { queueOf, SCHEDULE_QUEUE } from "@/lib/server/queue/boss";
import { type ClaimedJob, completeJob, fetchJob } from "@/lib/server/queue/jobs";
import { PIPELINES } from "@/lib/shared/pipelines";
import { startDue } from "./due";
import { runTask, type Surroundings } from "./run-task";

/** Every queue, in the order in which their jobs are taken. */
export const ALL_QUEUES: readonly string[] = [SCHEDULE_QUEUE, ...PIPELINES.map(queueOf)];

/** How often an idle process looks for a job. */
const POLL_MS = 500;

/** After a look that failed, the next one waits longer. */
const POLL_AFTER_FAILURE_MS = 2_000;

/** What a process works on. */
export type DrainOptions = {
  queues?: readonly string[];
  /** Tasks at once. */
  concurrency?: number;
  /** Asked where no job is to be had; the work ends where it says so. */
  isIdleEnough: () => Promise<boolean> | boolean;
};

async function runDue(
  job: ClaimedJob & { due: (typeof PIPELINES)[number] },
  { boss, db }: Surroundings,
): Promise<void> {
  await startDue(job.due, db);
  await inTransaction(db, (tx) => completeJob(boss, job, tx));
}

async function workOnce(queues: readonly string[], around: Surroundings): Promise<boolean> {
  const { boss } = around;
  const job = await fetchJob(boss, queues);
  if (!job) return false;
  if ("due" in job) await runDue(job, around);
  else await runTask(job, around);
  // Lets what waited for this task begin now rather than at the queue's next look.
  await boss.resolveFlow();
  return true;
}

async function workInTurn({ queues = ALL_QUEUES, isIdleEnough }: DrainOptions, around: Surroundings): Promise<void> {
  while (!around.isOver()) {
    try {
      if (await workOnce(queues, around)) continue;
      if (await isIdleEnough()) return;
      await wait(POLL_MS);
    } catch (error) {
      // The database is away, or a job could not be settled: its claim lapses, and somebody takes it up again.
      log.error({ err: error }, "queue.work_failed");
      await wait(POLL_AFTER_FAILURE_MS);
    }
  }
}

/** Works on the queue's jobs until the process wants its time back, or nothing is left to do. */
export async function drain(options: DrainOptions, around: Surroundings): Promise<void> {
  const { concurrency = 1 } = options;
  await Promise.all(Array.from({ length: concurrency }, () => workInTurn(options, around)));
}
