import type { Health, PipelineHealth } from "@/lib/shared/health";
import type { Pipeline } from "@/lib/shared/pipelines";
import { summarise } from "../alerts/rules";
import { type Db, getDb } from "../db";
import { log } from "../log";
import { listLastGoodRuns } from "../pipelines/queries";
import { isLate } from "../pipelines/rules";
import { listPaused } from "../pipelines/schedules";
import { getStorage } from "../storage/s3-storage";

/** An engine that does not answer in this time counts as down. */
const TIMEOUT_MS = 2_000;

/** What the database knows of the pipelines. */
type Operations = {
  lastGoodRuns: Record<Pipeline, Date | null>;
  paused: Set<Pipeline>;
  alerts: { key: string; raisedAt: Date }[];
};

/** What the answer is made of; each part may fail or hang. */
export type Probes = {
  ping: () => Promise<void>;
  readOperations: () => Promise<Operations>;
  timeoutMs: number;
};

/** Reads what the database knows of the pipelines. */
export async function readOperations(db: Db): Promise<Operations> {
  const [lastGoodRuns, paused, alerts] = await Promise.all([
    listLastGoodRuns(db),
    listPaused(db),
    db.pipelineAlert.findMany({
      where: { recoveredAt: null },
      select: { key: true, raisedAt: true },
      orderBy: { raisedAt: "asc" },
    }),
  ]);
  return { lastGoodRuns, paused, alerts };
}

const ownProbes: Probes = {
  ping: async () => getStorage().ping(),
  readOperations: async () => readOperations(getDb()),
  timeoutMs: TIMEOUT_MS,
};

/** The result, or null where it failed or was not there in time. */
async function findInTime<Result>(
  engine: string,
  timeoutMs: number,
  probe: () => Promise<Result>,
): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([probe(), timeout]);
  } catch (error) {
    log.error({ err: error, engine }, "health.engine_down");
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function toPipelineHealth(pipeline: Pipeline, { lastGoodRuns, paused }: Operations, now: Date): PipelineHealth {
  const lastGoodRunAt = lastGoodRuns[pipeline];
  const ageMs = lastGoodRunAt && Math.max(0, now.getTime() - lastGoodRunAt.getTime());
  return {
    lastGoodRunAt: lastGoodRunAt?.toISOString() ?? null,
    ageHours: ageMs === null ? null : Number((ageMs / 3_600_000).toFixed(1)),
    isLate: !paused.has(pipeline) && isLate(pipeline, lastGoodRunAt, now),
  };
}

function toPipelines(operations: Operations, now: Date): NonNullable<Health["pipelines"]> {
  return {
    etl: toPipelineHealth("etl", operations, now),
    train: toPipelineHealth("train", operations, now),
    forecast: toPipelineHealth("forecast", operations, now),
  };
}

/**
 * Asks both engines at once, so that the answer is there in time even where both are silent. How late a pipeline is
 * comes from its runs, not from alerts alone: those are raised by watchers, which may be gone, too.
 */
export async function checkHealth(now: Date = new Date(), probes: Probes = ownProbes): Promise<Health> {
  const [operations, ponged] = await Promise.all([
    findInTime("database", probes.timeoutMs, probes.readOperations),
    findInTime("storage", probes.timeoutMs, async () => {
      await probes.ping();
      return true;
    }),
  ]);
  const pipelines = operations && toPipelines(operations, now);
  const isLateAny = pipelines !== null && Object.values(pipelines).some((pipeline) => pipeline.isLate);
  const alerts = operations?.alerts;
  const isDegraded = isLateAny || (alerts !== undefined && alerts.length > 0);
  return {
    status: !operations || !ponged ? "down" : isDegraded ? "degraded" : "ok",
    database: operations ? "up" : "down",
    storage: ponged ? "up" : "down",
    pipelines,
    alerts:
      alerts?.map(({ key, raisedAt }) => ({ key, summary: summarise(key), since: raisedAt.toISOString() })) ?? null,
  };
}
