import {
  CODE_VERSION,
  encodeArtefact,
  type ModelManifest,
  modelKeys,
  type Provenance,
  parseModelManifest,
  toSha256,
} from "@/jobs/model/artifact";
import { startBackend } from "@/jobs/model/backend";
import { toDayNumber } from "@/jobs/model/calendar";
import { listGenres } from "@/jobs/model/game-panel";
import type { Keeper } from "@/jobs/model/keeper";
import { DEFAULT_PLAN, type TrainedModel, trainModel } from "@/jobs/model/train-model";
import type { PanelPlan } from "@/jobs/model/train-panel";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import type { TrainingMode } from "./checkpoints";
import { type Decision, decide, type LiveModel } from "./decide";
import { ON_THREADS } from "./fit-pool";
import { readSalesSeries, type SalesSeries } from "./read-series";

const DEFAULT_SEED = 1;

// Raised where parts of a training are kept in another shape.
const CHECKPOINT_VERSION = "1";

/** How a model is trained. */
export type TrainingPlan = { seed?: number | undefined; plan?: PanelPlan | undefined };

/** What fitting a model needs from its surroundings. */
export type FitInput = TrainingPlan & {
  storage: Storage;
  /** Last day of data. */
  day: Day;
  /** The live model as the caller has read it. */
  live: LiveModel;
  /** `warm` goes on from the live model with a few steps. */
  mode: TrainingMode;
  /** Scores of these games are printed, by slug; the model is trained on all. */
  slugs?: readonly string[] | null;
  /** Keeps the training's parts under a key that stands for all that it hangs on. */
  openKeeper?: (key: string) => Promise<Keeper>;
  onProgress?: ((progress: { done: number; step: string }) => void | Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
};

/** A model whose files lie in the bucket, and what is to become of it. */
export type FittedModel = {
  manifest: ModelManifest;
  trained: TrainedModel;
  decision: Decision;
  /** Version of the live model that it was compared with. */
  comparedWith: string | null;
  sales: SalesSeries;
  /** See {@link FitInput.openKeeper}. */
  key: string;
};

/** Files first, then the manifest that names them. */
async function writeFiles(storage: Storage, trained: TrainedModel, provenance: Provenance): Promise<ModelManifest> {
  const files = encodeArtefact(trained, provenance);
  const keys = modelKeys(provenance.version);
  await storage.put(keys.weights, files.weights, "application/octet-stream");
  await storage.put(keys.scalers, files.scalers, "application/json");
  await storage.put(keys.manifest, files.manifest, "application/json");
  return parseModelManifest(files.manifest, keys.manifest);
}

/** Everything that the weights hang on. */
function toOrigin(
  { day, seed = DEFAULT_SEED, plan = DEFAULT_PLAN }: FitInput,
  sales: SalesSeries,
  how: string[],
): string {
  const broken = sales.failures.map(({ slug }) => `without ${slug}`);
  return [sales.dataSha256, day, CODE_VERSION, how[0], seed, JSON.stringify(plan), ...how.slice(1), ...broken].join(
    " ",
  );
}

async function readSales({ storage, day, slugs }: FitInput): Promise<SalesSeries> {
  const sales = await readSalesSeries(storage, day);
  const known = new Set(sales.series.map(({ slug }) => slug));
  const unknown = slugs?.find((slug) => !known.has(slug));
  if (unknown !== undefined) throw new AppError("not_found", `There are no sales data of a game called ${unknown}`);
  return sales;
}

/**
 * Trains the global model on the sales files up to `day`, scores it on the held-out last 60 days and writes its files.
 * The same files, day, seed and backend give the same bytes under the same version, in one go or after many ends.
 */
export async function fitModel(input: FitInput): Promise<FittedModel> {
  const { storage, day, live, seed = DEFAULT_SEED } = input;
  await input.onProgress?.({ done: 0, step: "read" });
  const sales = await readSales(input);
  const backend = await startBackend();
  const warm = input.mode === "warm" && live.artefact ? live.artefact : undefined;
  const origin = toOrigin(input, sales, [backend.name, warm?.manifest.version ?? "scratch"]);
  const version = `${day}-${toSha256(origin).slice(0, 8)}`;
  const key = `${day}-${toSha256(`${CHECKPOINT_VERSION} ${origin}`).slice(0, 32)}`;
  log.info({ ...backend, games: sales.series.length, version, from: warm?.manifest.version }, "training.started");
  const trained = await trainModel(sales.series, {
    // A warm start goes on with the genres of its weights; those that came since wait for a training from scratch.
    genres: warm ? listGenres(warm.tested.spec) : sales.genres,
    lastDay: toDayNumber(day),
    seed,
    plan: input.plan,
    slugs: input.slugs,
    from: warm?.tested,
    work: { ...ON_THREADS, keeper: await input.openKeeper?.(key) },
    signal: input.signal,
    onProgress: (done, step) => input.onProgress?.({ done, step }),
  });
  const candidate = { version, served: trained.evaluation.all.served };
  const decision = decide(live, candidate, {
    all: sales.series,
    lastDay: toDayNumber(day),
    smoothed: trained.smoothed,
  });
  const { dataSha256, series } = sales;
  const provenance = { version, backend: backend.name, seed, trainedThrough: day, dataSha256, games: series.length };
  const manifest = await writeFiles(storage, trained, provenance);
  log.info({ version, metrics: candidate.served, ...decision }, "training.fitted");
  return { manifest, trained, decision, comparedWith: live.artefact?.manifest.version ?? null, sales, key };
}
