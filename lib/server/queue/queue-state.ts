import { z } from "zod";
import type { QueueState } from "@/lib/shared/pipeline-views";
import { PIPELINES } from "@/lib/shared/pipelines";
import type { Db } from "../db";
import { DEAD_QUEUE, getQueue, queueOf, SCHEDULE_QUEUE } from "./boss";

/** The queues that operators know of, in the order in which they are shown. */
const QUEUES = [...PIPELINES.map(queueOf), SCHEDULE_QUEUE, DEAD_QUEUE];

/** A worker that went quiet is shown for so long; a stopped one is not. */
const SHOWN_AFTER_SILENCE_MS = 10 * 60_000;

const rowSchema = z.object({
  name: z.string(),
  ready: z.int(),
  deferred: z.int(),
  blocked: z.int(),
  active: z.int(),
  failed: z.int(),
});

/**
 * How many jobs there are, counted now: the counts that pg-boss keeps itself are renewed by a worker's monitor only,
 * and are old exactly when no worker lives. The index over the live jobs answers it.
 */
async function countJobs(db: Db): Promise<z.infer<typeof rowSchema>[]> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT name,
      (count(*) FILTER (WHERE state < 'active' AND NOT blocked AND start_after <= now()))::int AS ready,
      (count(*) FILTER (WHERE state < 'active' AND NOT blocked AND start_after > now()))::int AS deferred,
      (count(*) FILTER (WHERE state < 'active' AND blocked))::int AS blocked,
      (count(*) FILTER (WHERE state = 'active'))::int AS active,
      (count(*) FILTER (WHERE state = 'failed'))::int AS failed
    FROM pgboss.job
    WHERE name = ANY(${QUEUES}) AND state IN ('created', 'retry', 'active', 'failed')
    GROUP BY name`;
  return rows.map((row) => rowSchema.parse(row));
}

/** How much waits in each queue, and which workers are there. */
export async function getQueueState(db: Db): Promise<QueueState> {
  const boss = await getQueue();
  const [counts, instances] = await Promise.all([countJobs(db), boss.getInstances()]);
  const byName = new Map(counts.map((row) => [row.name, row]));
  const none = { ready: 0, deferred: 0, blocked: 0, active: 0, failed: 0 };
  const now = Date.now();
  const isShown = (instance: (typeof instances)[number]) =>
    instance.stoppedOn === null && (instance.live || now - instance.heartbeatOn.getTime() < SHOWN_AFTER_SILENCE_MS);
  return {
    queues: QUEUES.map((name) => byName.get(name) ?? { name, ...none }),
    workers: instances
      .filter(({ name }) => name === "worker")
      .filter(isShown)
      .sort((left, right) => left.startedOn.getTime() - right.startedOn.getTime())
      .map(({ id, host, pid, startedOn, heartbeatOn, live }) => ({
        id,
        host,
        pid,
        startedAt: startedOn.toISOString(),
        heartbeatAt: heartbeatOn.toISOString(),
        isAlive: live,
      })),
  };
}
