import { PgBoss } from "pg-boss";
import { cronOf, PIPELINES, type Pipeline } from "@/lib/shared/pipelines";
import { releaseWhenIdle } from "../db-pool";
import { getEnv } from "../env";
import { log } from "../log";

/** Jobs that say that a pipeline's hour has come. */
export const SCHEDULE_QUEUE = "kratos-schedule";

/** Jobs that nobody could make anything of: an operator has to look. */
export const DEAD_QUEUE = "kratos-dead";

/** The queue of a pipeline's tasks. */
export function queueOf(pipeline: Pipeline): string {
  return `kratos-${pipeline}`;
}

/** A job whose process was not heard of for so long is given to another. */
export const CLAIM_SECONDS = 30;

/** A pause takes a retry of the queue's, too: what limits attempts is the task itself. */
const RETRY_LIMIT = 10_000;

/** Retries wait 1 to 2 s at first and twice as long each time, a minute at most. */
const RETRIES = { retryLimit: RETRY_LIMIT, retryDelay: 1, retryBackoff: true, retryDelayMax: 60 } as const;

async function createQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(DEAD_QUEUE, { retryLimit: 0 });
  const options = { ...RETRIES, heartbeatSeconds: CLAIM_SECONDS, deadLetter: DEAD_QUEUE };
  for (const pipeline of PIPELINES) await boss.createQueue(queueOf(pipeline), options);
  await boss.createQueue(SCHEDULE_QUEUE, { ...options, retryLimit: 3 });
}

const holder = globalThis as typeof globalThis & { kratosQueue?: Promise<PgBoss> | undefined };

/**
 * Who uses the queue: a `worker` keeps the schedule and looks after lost jobs, a `command` works and looks after lost
 * jobs while it lasts, `web` sends.
 */
export type QueueRole = "worker" | "command" | "web";

/** Opens the queue and leaves it as the one that this process uses. */
export function openQueue(role: QueueRole): Promise<PgBoss> {
  holder.kratosQueue = open(role).catch((error: unknown) => {
    holder.kratosQueue = undefined;
    throw error;
  });
  return holder.kratosQueue;
}

async function open(role: QueueRole): Promise<PgBoss> {
  const isWorker = role === "worker";
  const boss = new PgBoss({
    connectionString: getEnv().DATABASE_URL,
    application_name: `kratos-${role}`,
    max: isWorker ? 4 : 2,
    schedule: isWorker,
    supervise: role !== "web",
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    flowIntervalSeconds: 1,
    registerInstance: isWorker,
    instanceName: "worker",
    instanceHeartbeatSeconds: 10,
    connectionTimeoutMillis: 10_000,
  });
  boss.on("error", (error) => log.warn({ err: error }, "queue.error"));
  await boss.start();
  releaseWhenIdle(Reflect.get(boss.getDb(), "pool"));
  await createQueues(boss);
  return boss;
}

/** The queue as this process uses it; opened on first use, so that a web server without one starts all the same. */
export function getQueue(): Promise<PgBoss> {
  return holder.kratosQueue ?? openQueue("web");
}

/** Closes the queue of this process. */
export async function closeQueue(): Promise<void> {
  const boss = await holder.kratosQueue;
  holder.kratosQueue = undefined;
  await boss?.stop({ graceful: false });
}

/**
 * Keeps the nightly schedule: a night that nobody was up for is made up for once, the ETL first.
 */
export async function keepSchedule(boss: PgBoss): Promise<void> {
  for (const [index, pipeline] of PIPELINES.entries()) {
    const options = { tz: "UTC", key: pipeline, missed: "once", priority: PIPELINES.length - index } as const;
    await boss.schedule(SCHEDULE_QUEUE, cronOf(pipeline), { due: pipeline }, options);
  }
}
