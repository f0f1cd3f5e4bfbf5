import {
  CODE_VERSION,
  encodeArtefact,
  LIVE_MODEL_KEY,
  type ModelManifest,
  modelKeys,
  type Provenance,
  parseModelManifest,
  toSha256,
} from "@/jobs/model/artifact";
import { startBackend } from "@/jobs/model/backend";
import { toDayNumber } from "@/jobs/model/calendar";
import { listGenres } from "@/jobs/model/game-panel";
import type { Metrics } from "@/jobs/model/metrics";
import { DEFAULT_PLAN, type TrainedModel, trainModel } from "@/jobs/model/train-model";
import type { PanelPlan } from "@/jobs/model/train-panel";
import type { Db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import { type Decision, decide, type LiveModel } from "./decide";
import { ON_THREADS } from "./fit-pool";
import { findLiveModel } from "./live-model";
import { recordModel } from "./model-version";
import { readSalesSeries, type SalesSeries, type SeriesFailure } from "./read-series";
import { formatScoreTable } from "./score-table";
import { recordTrackRecord } from "./track-record";

const DEFAULT_SEED = 1;

/** What a training run needs from its surroundings. */
export type TrainingInput = {
  storage: Storage;
  db: Db;
  /** Last day of data. */
  day: Day;
  /** `warm` goes on from the live model with a few steps, where there is one; `scratch` is the default. */
  mode?: "scratch" | "warm";
  /** The live model, where the caller has read it already. */
  live?: LiveModel;
  seed?: number;
  /** Fewer steps than the default plan, for tests. */
  plan?: PanelPlan;
  /** Prints this game's scores; the model is trained on all games. */
  slug?: string;
  onProgress?: (progress: { done: number; step: string }) => void | Promise<void>;
  signal?: AbortSignal;
};

/** What a training run did. */
export type TrainingResult = {
  version: string;
  backend: string;
  /** Whether the model went live, and why. */
  decision: Decision;
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

/** Files first, then the manifest that names them; a model that goes live gets the pointer last. */
async function publish(storage: Storage, trained: TrainedModel, provenance: Provenance): Promise<ModelManifest> {
  const files = encodeArtefact(trained, provenance);
  const keys = modelKeys(provenance.version);
  await storage.put(keys.weights, files.weights, "application/octet-stream");
  await storage.put(keys.scalers, files.scalers, "application/json");
  await storage.put(keys.manifest, files.manifest, "application/json");
  return parseModelManifest(files.manifest, keys.manifest);
}

function toVersion(input: TrainingInput, sales: SalesSeries, backend: string, from: string | undefined): string {
  const { day, seed = DEFAULT_SEED, plan = DEFAULT_PLAN } = input;
  const how = [CODE_VERSION, backend, seed, JSON.stringify(plan), from ?? "scratch"];
  const origin = [sales.dataSha256, day, ...how].join(" ");
  return `${day}-${toSha256(origin).slice(0, 8)}`;
}

async function readSales({ storage, day, slug }: TrainingInput): Promise<SalesSeries> {
  const sales = await readSalesSeries(storage, day);
  if (slug !== undefined && !sales.series.some((series) => series.slug === slug)) {
    throw new Error(`There are no sales data of a game called ${slug}`);
  }
  return sales;
}

function train(input: TrainingInput, sales: SalesSeries, from: TrainedModel["tested"] | undefined) {
  return trainModel(sales.series, {
    // A warm start goes on with the genres of its weights; those that came since wait for a training from scratch.
    genres: from ? listGenres(from.spec) : sales.genres,
    lastDay: toDayNumber(input.day),
    seed: input.seed ?? DEFAULT_SEED,
    plan: input.plan,
    slug: input.slug,
    from,
    work: ON_THREADS,
    signal: input.signal,
    onProgress: (done, step) => input.onProgress?.({ done, step }),
  });
}

/**
 * Trains the global model on the sales files up to `day`, scores it on the held-out last 60 days and publishes it. It
 * goes live where it beats the live model there, and is kept as a challenger where not. The same files, day, seed and
 * backend give the same bytes under the same version.
 */
export async function runTraining(input: TrainingInput): Promise<TrainingResult> {
  const started = performance.now();
  const { storage, db, day, seed = DEFAULT_SEED } = input;
  await input.onProgress?.({ done: 0, step: "read" });
  const sales = await readSales(input);
  const backend = await startBackend();
  const live = input.live ?? (await findLiveModel(storage));
  const warm = input.mode === "warm" && live.artefact ? live.artefact : undefined;
  log.info({ ...backend, games: sales.series.length, from: warm?.manifest.version }, "training.started");
  const trained = await train(input, sales, warm?.tested);
  const version = toVersion(input, sales, backend.name, warm?.manifest.version);
  const decision = decide(live, { version, trained }, sales.series, toDayNumber(day));
  const manifest = await publish(storage, trained, {
    version,
    backend: backend.name,
    seed,
    trainedThrough: day,
    dataSha256: sales.dataSha256,
    games: sales.series.length,
  });
  if (decision.isLive) await storage.put(LIVE_MODEL_KEY, JSON.stringify({ version }), "application/json");
  const modelVersionId = await recordModel(db, manifest, decision);
  // A warm start's held-out forecasts are nearly those of the training that it goes on from.
  if (decision.isLive && !warm) await recordTrackRecord(db, modelVersionId, trained, day);
  const { served, seasonalNaive, sameCondition } = trained.evaluation.all;
  const seconds = (performance.now() - started) / 1000;
  log.info({ version, backend: backend.name, seconds, metrics: served, ...decision }, "training.finished");
  return {
    version,
    backend: backend.name,
    decision,
    metrics: served,
    baselineMetrics: { seasonalNaive, sameCondition },
    seconds,
    games: sales.series.length,
    windows: trained.windows,
    table: formatScoreTable(trained.focus ?? trained.evaluation),
    failures: sales.failures,
  };
}
