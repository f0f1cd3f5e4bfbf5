import {
  encodeArtefact,
  LIVE_MODEL_KEY,
  type ModelManifest,
  modelKeys,
  parseModelManifest,
  toSha256,
} from "@/jobs/model/artifact";
import { startBackend } from "@/jobs/model/backend";
import { toDayNumber } from "@/jobs/model/calendar";
import type { Metrics } from "@/jobs/model/metrics";
import { type TrainedModel, type TrainingPlan, trainModel } from "@/jobs/model/train-model";
import type { Db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import { recordLiveModel } from "./model-version";
import { readSalesSeries, type SalesSeries, type SeriesFailure } from "./read-series";
import { formatScoreTable } from "./score-table";

const DEFAULT_SEED = 1;

/** What a training run needs from its surroundings. */
export type TrainingInput = {
  storage: Storage;
  db: Db;
  /** Last day of data. */
  day: Day;
  seed?: number;
  /** Fewer steps than the default plan, for tests. */
  plan?: TrainingPlan;
  /** Prints this game's scores; the model is trained on all games. */
  slug?: string;
  onProgress?: (progress: { done: number; step: string }) => void | Promise<void>;
  signal?: AbortSignal;
};

/** What a training run did. */
export type TrainingResult = {
  version: string;
  backend: string;
  metrics: Metrics;
  baselineMetrics: { seasonalNaive: Metrics; sameCondition: Metrics };
  seconds: number;
  games: number;
  windows: number;
  /** The held-out scores beside the baselines', to print. */
  table: string;
  /** Games whose files could not be read; the model was trained on the others. */
  failures: SeriesFailure[];
};

function toVersion(
  sales: SalesSeries,
  day: Day,
  seed: number,
  backend: string,
  plan: TrainingPlan | undefined,
): string {
  const origin = [sales.dataSha256, day, seed, backend, JSON.stringify(plan ?? null)].join(" ");
  return `${day}-${toSha256(origin).slice(0, 8)}`;
}

/** Files first, then the manifest that names them, then the pointer to it. */
async function publish(storage: Storage, model: TrainedModel, manifest: Parameters<typeof encodeArtefact>[1]) {
  const files = encodeArtefact(model, manifest);
  const keys = modelKeys(manifest.version);
  await storage.put(keys.weights, files.weights, "application/octet-stream");
  await storage.put(keys.scalers, files.scalers, "application/json");
  await storage.put(keys.manifest, files.manifest, "application/json");
  await storage.put(LIVE_MODEL_KEY, JSON.stringify({ version: manifest.version }), "application/json");
  return parseModelManifest(files.manifest, keys.manifest);
}

/**
 * Trains the global model on the sales files up to `day`, scores it on the held-out last 60 days, publishes it and
 * makes it the live one. The same files, day, seed and backend give the same bytes under the same version.
 */
export async function runTraining(input: TrainingInput): Promise<TrainingResult> {
  const started = performance.now();
  const { storage, db, day, seed = DEFAULT_SEED, slug } = input;
  await input.onProgress?.({ done: 0, step: "read" });
  const sales = await readSalesSeries(storage, day);
  if (slug !== undefined && !sales.series.some((series) => series.slug === slug)) {
    throw new Error(`There are no sales data of a game called ${slug}`);
  }
  const backend = await startBackend();
  log.info({ ...backend, games: sales.series.length }, "training.started");
  const model = await trainModel(sales.series, {
    genres: sales.genres,
    lastDay: toDayNumber(day),
    seed,
    plan: input.plan,
    slug,
    signal: input.signal,
    onProgress: (done, step) => input.onProgress?.({ done, step }),
  });
  const manifest: ModelManifest = await publish(storage, model, {
    version: toVersion(sales, day, seed, backend.name, input.plan),
    backend: backend.name,
    seed,
    trainedThrough: day,
    dataSha256: sales.dataSha256,
    games: sales.series.length,
  });
  await recordLiveModel(db, manifest);
  const { served, seasonalNaive, sameCondition } = model.evaluation;
  const seconds = (performance.now() - started) / 1000;
  log.info({ version: manifest.version, backend: backend.name, seconds, metrics: served }, "training.finished");
  return {
    version: manifest.version,
    backend: backend.name,
    metrics: served,
    baselineMetrics: { seasonalNaive, sameCondition },
    seconds,
    games: sales.series.length,
    windows: model.windows,
    table: formatScoreTable(model.focus ?? model.evaluation),
    failures: sales.failures,
  };
}
