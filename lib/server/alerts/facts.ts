import { z } from "zod";
import { toDate, toDay } from "@/lib/shared/day";
import { PIPELINES, type Pipeline, type RunState } from "@/lib/shared/pipelines";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { listPaused } from "../pipelines/schedules";
import { DEAD_QUEUE, queueOf, SCHEDULE_QUEUE } from "../queue/boss";
import { lastDue } from "./deadlines";
import type { Facts, PipelineFacts, QueueFacts } from "./rules";

const QUEUES = [...PIPELINES.map(queueOf), SCHEDULE_QUEUE];

/** A job or a worker that was not heard of for so long is nobody's. */
const SILENT_SECONDS = 60;

const GOOD: RunState[] = ["succeeded", "succeeded_with_failures"];
const wholeStore = { gameSlugs: { isEmpty: true } };

async function findFailedRun(pipeline: Pipeline, db: Db): Promise<PipelineFacts["failedRun"]> {
  const ended: Prisma.PipelineRunWhereInput = { pipeline, state: { in: [...GOOD, "failed"] } };
  const last = { orderBy: { finishedAt: "desc" }, select: { state: true, day: true, error: true } } as const;
  // A run over some games does not make good for one over all.
  const whole = await db.pipelineRun.findFirst({ where: { ...ended, ...wholeStore }, ...last });
  const any = await db.pipelineRun.findFirst({ where: ended, ...last });
  const failed = [whole, any].find((run) => run?.state === "failed");
  return failed ? { day: toDay(failed.day), error: failed.error } : null;
}

async function readPipeline(pipeline: Pipeline, now: Date, db: Db): Promise<Omit<PipelineFacts, "isPaused">> {
  const due = lastDue(pipeline, now);
  const good: Prisma.PipelineRunWhereInput = { pipeline, state: { in: GOOD }, ...wholeStore };
  const done = await db.pipelineRun.findFirst({
    where: { ...good, day: { gte: toDate(due.day) }, finishedAt: { gte: due.countsFrom } },
    select: { id: true },
  });
  const active = await db.pipelineRun.findFirst({
    where: { pipeline, state: { in: ["queued", "running"] } },
    orderBy: { state: "desc" },
    select: { state: true },
  });
  const lastGood = await db.pipelineRun.aggregate({ where: good, _max: { finishedAt: true } });
  return {
    due,
    isDone: done !== null,
    activeState: active === null ? null : active.state === "running" ? "running" : "queued",
    failedRun: await findFailedRun(pipeline, db),
    lastGoodAt: lastGood._max.finishedAt,
  };
}

const queueSchema = z.object({
  name: z.string(),
  waiting: z.int(),
  active: z.int(),
  quietSince: z.date().nullable(),
});

/**
 * A job that waited for others became ready when the last of them was done, which no column says: hence the quiet
 * begins with the last sign of life in the queue, where that is later.
 */
async function readQueues(now: Date, db: Db): Promise<QueueFacts[]> {
  const silentSince = new Date(now.getTime() - SILENT_SECONDS * 1_000);
  const rows = await db.$queryRaw<unknown[]>`
    WITH jobs AS (
      SELECT name, greatest(started_on, completed_on, heartbeat_on) AS heard_at,
        CASE
          WHEN state < 'active' AND NOT blocked AND start_after <= ${now} THEN start_after
          WHEN state = 'active' AND coalesce(heartbeat_on, started_on) <= ${silentSince}
            THEN coalesce(heartbeat_on, started_on)
        END AS waits_since,
        state = 'active' AND coalesce(heartbeat_on, started_on) > ${silentSince} AS is_active
      FROM pgboss.job
      WHERE name = ANY(${QUEUES})
    )
    SELECT name, count(waits_since)::int AS waiting, (count(*) FILTER (WHERE is_active))::int AS active,
      greatest(min(waits_since), max(heard_at)) AS "quietSince"
    FROM jobs
    GROUP BY name
    ORDER BY name`;
  return rows.map((row) => queueSchema.parse(row));
}

const countSchema = z.tuple([z.object({ count: z.int() })]);

async function countDeadJobs(db: Db): Promise<number> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = ${DEAD_QUEUE} AND state < 'completed'`;
  return countSchema.parse(rows)[0].count;
}

async function countWorkers(now: Date, db: Db): Promise<number> {
  const silentSince = new Date(now.getTime() - SILENT_SECONDS * 1_000);
  const rows = await db.$queryRaw<unknown[]>`
    SELECT count(*)::int AS count FROM pgboss.instance
    WHERE name = 'worker' AND stopped_on IS NULL AND heartbeat_on > ${silentSince}`;
  return countSchema.parse(rows)[0].count;
}

/** Whether the queue's tables are there: they are made when it is first opened. */
async function hasQueue(db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<{ isThere: boolean }[]>`
    SELECT to_regclass('pgboss.job') IS NOT NULL AND to_regclass('pgboss.instance') IS NOT NULL AS "isThere"`;
  return rows[0]?.isThere ?? false;
}

async function readBirth(now: Date, db: Db): Promise<Date> {
  const rows = await db.$queryRaw<{ bornAt: Date | null }[]>`
    SELECT min(finished_at) AS "bornAt" FROM _prisma_migrations`;
  return rows[0]?.bornAt ?? now;
}

/** Looks at the runs and at the queue; `needsWorker` where no request works on jobs in this store. */
export async function readFacts(now: Date, { needsWorker }: { needsWorker: boolean }, db: Db): Promise<Facts> {
  const paused = await listPaused(db);
  const read = async (pipeline: Pipeline): Promise<PipelineFacts> => ({
    isPaused: paused.has(pipeline),
    ...(await readPipeline(pipeline, now, db)),
  });
  const isOpen = await hasQueue(db);
  return {
    now,
    bornAt: await readBirth(now, db),
    pipelines: { etl: await read("etl"), train: await read("train"), forecast: await read("forecast") },
    queues: isOpen ? await readQueues(now, db) : [],
    workers: isOpen && needsWorker ? await countWorkers(now, db) : null,
    deadJobs: isOpen ? await countDeadJobs(db) : 0,
  };
}
