import type { Health, PipelineHealth } from "@/lib/shared/health";
import type { Pipeline } from "@/lib/shared/pipelines";
import { getDb } from "../db";
import { log } from "../log";
import { listLastGoodRuns } from "../pipelines/queries";
import { isLate } from "../pipelines/rules";
import { getStorage } from "../storage/s3-storage";

/** An engine that does not answer in this time counts as down. */
const TIMEOUT_MS = 2_000;

/** What the answer is made of; each part may fail or hang. */
export type Probes = {
  ping: () => Promise<void>;
  listLastGoodRuns: () => Promise<Record<Pipeline, Date | null>>;
  timeoutMs: number;
};

const ownProbes: Probes = {
  ping: async () => getStorage().ping(),
  listLastGoodRuns: async () => listLastGoodRuns(getDb()),
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

function toPipelineHealth(pipeline: Pipeline, lastGoodRunAt: Date | null, now: Date): PipelineHealth {
  const ageMs = lastGoodRunAt && Math.max(0, now.getTime() - lastGoodRunAt.getTime());
  return {
    lastGoodRunAt: lastGoodRunAt?.toISOString() ?? null,
    ageHours: ageMs === null ? null : Number((ageMs / 3_600_000).toFixed(1)),
    isLate: isLate(pipeline, lastGoodRunAt, now),
  };
}

/** Asks both engines at once, so that the answer is there in time even where both are silent. */
export async function checkHealth(now: Date = new Date(), probes: Probes = ownProbes): Promise<Health> {
  const [lastGoodRuns, ponged] = await Promise.all([
    findInTime("database", probes.timeoutMs, probes.listLastGoodRuns),
    findInTime("storage", probes.timeoutMs, async () => {
      await probes.ping();
      return true;
    }),
  ]);
  const pipelines = lastGoodRuns && {
    etl: toPipelineHealth("etl", lastGoodRuns.etl, now),
    train: toPipelineHealth("train", lastGoodRuns.train, now),
    forecast: toPipelineHealth("forecast", lastGoodRuns.forecast, now),
  };
  const isDegraded = pipelines !== null && Object.values(pipelines).some((pipeline) => pipeline.isLate);
  return {
    status: !lastGoodRuns || !ponged ? "down" : isDegraded ? "degraded" : "ok",
    database: lastGoodRuns ? "up" : "down",
    storage: ponged ? "up" : "down",
    pipelines,
  };
}
