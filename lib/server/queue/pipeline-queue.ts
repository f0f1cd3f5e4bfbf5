import { fromPrisma, PgBoss } from "pg-boss";
import { z } from "zod";
import { cronOf, PIPELINES, pipelineSchema } from "@/lib/shared/pipelines";
import type { Prisma } from "@/prisma/generated/client";
import { getEnv } from "../env";
import { log } from "../log";

const QUEUE = "pipelines";

/** How long a run may take, before its job is held for lost. */
const EXPIRE_SECONDS = 2 * 60 * 60;

/** A job: a recorded run to do, or the hour of a pipeline having come. */
const jobSchema = z.union([z.object({ runId: z.uuid() }), z.object({ due: pipelineSchema })]);

export type PipelineJob = z.infer<typeof jobSchema>;

async function open(options: { max: number; isWorker: boolean }): Promise<PgBoss> {
  const { max, isWorker } = options;
  const boss = new PgBoss({
    connectionString: getEnv().DATABASE_URL,
    application_name: isWorker ? "kratos-worker" : "kratos-web",
    max,
    schedule: isWorker,
    supervise: isWorker,
    connectionTimeoutMillis: 10_000,
  });
  boss.on("error", (error) => log.warn({ err: error }, "queue.error"));
  await boss.start();
  // Retried once: pipelines can be run again, and a worker may be killed in the middle of one.
  await boss.createQueue(QUEUE, { retryLimit: 1, expireInSeconds: EXPIRE_SECONDS, heartbeatSeconds: 60 });
  return boss;
}

const holder = globalThis as typeof globalThis & { kratosQueue?: Promise<PgBoss> | undefined };

/** The queue as this process sends to it; opened on first use, so that a web server without one starts all the same. */
export function getQueue(): Promise<PgBoss> {
  holder.kratosQueue ??= open({ max: 2, isWorker: false }).catch((error: unknown) => {
    holder.kratosQueue = undefined;
    throw error;
  });
  return holder.kratosQueue;
}

/** Closes what `getQueue` opened. */
export async function closeQueue(): Promise<void> {
  const boss = await holder.kratosQueue;
  holder.kratosQueue = undefined;
  await boss?.stop({ graceful: false });
}

/** Hands a recorded run to the worker; the job is there exactly when the transaction's run is. */
export async function enqueueRun(queue: PgBoss, runId: string, tx: Prisma.TransactionClient): Promise<void> {
  const job: PipelineJob = { runId };
  const id = await queue.send(QUEUE, job, { db: fromPrisma(tx) });
  if (!id) throw new Error(`the queue did not take run ${runId}`);
}

/** The worker's end of the queue. */
export type QueueWorker = { stop(timeoutMs: number): Promise<void> };

/**
 * Takes jobs one at a time, in the order in which they came, and keeps the nightly schedule: a night that nobody was
 * up for is made up for once, the ETL first.
 */
export async function startQueueWorker(work: (job: PipelineJob) => Promise<void>): Promise<QueueWorker> {
  const boss = await open({ max: 4, isWorker: true });
  for (const [index, pipeline] of PIPELINES.entries()) {
    const due: PipelineJob = { due: pipeline };
    const options = { tz: "UTC", key: pipeline, missed: "once", priority: PIPELINES.length - index } as const;
    await boss.schedule(QUEUE, cronOf(pipeline), due, options);
  }
  await boss.work<unknown>(QUEUE, { pollingIntervalSeconds: 1, batchSize: 1 }, async (jobs) => {
    for (const { data } of jobs) await work(jobSchema.parse(data));
  });
  return { stop: (timeoutMs) => boss.stop({ graceful: true, timeout: timeoutMs }) };
}
