import { z } from "zod";
import type { LedgerForecast } from "@/jobs/ledger/record";
import type { Keeper } from "@/jobs/model/keeper";
import type { Output, TaskContext, TaskHandlers, TaskResult } from "@/jobs/pipelines/context";
import { countsSchema } from "@/lib/shared/pipelines";
import { Checkpoints, dropCheckpoints, type TrainingMode } from "./checkpoints";
import type { LiveModel } from "./decide";
import { type FittedModel, fitModel, type TrainingPlan } from "./fit-model";
import { findLiveModel } from "./live-model";
import { publishModel } from "./publish-model";
import { formatScoreTable } from "./score-table";
import { toTrackRecord } from "./track-record";

/** Games of one object of the held-out forecasts: a few megabytes, since small servers of S3 take no large ones. */
const RECORD_GAMES = 200;

const fittedSchema = z.object({
  version: z.string(),
  key: z.string(),
  decision: z.object({ isLive: z.boolean(), reason: z.string() }),
  comparedWith: z.string().nullable(),
  counts: countsSchema,
  table: z.string(),
});

/** What a training leaves for its publishing. */
type FittedOutput = z.infer<typeof fittedSchema>;

function toCounts({ manifest, sales }: FittedModel): FittedOutput["counts"] {
  const { served, seasonalNaive } = manifest.metrics.all;
  return {
    version: manifest.version,
    backend: manifest.backend,
    games: manifest.games,
    windows: manifest.windows,
    mase: Number(served.mase.toFixed(4)),
    wape: Number(served.wape.toFixed(4)),
    seasonalNaiveMase: Number(seasonalNaive.mase.toFixed(4)),
    failed: sales.failures.length,
  };
}

function toOutput(fitted: FittedModel): FittedOutput {
  const { manifest, decision, comparedWith, key, trained } = fitted;
  const table = formatScoreTable(trained.focus ?? trained.evaluation);
  return { version: manifest.version, key, decision, comparedWith, counts: toCounts(fitted), table };
}

/** A forced run finds nothing of others, and what it kept itself. */
function toKey(key: string, { isForced, runId }: TaskContext): string {
  return isForced ? `${key}-${runId}` : key;
}

/** How a pipeline's training goes. */
type Order = TrainingPlan & { mode: TrainingMode; live: LiveModel };

async function openCheckpoints(context: TaskContext, { mode, key }: { mode: TrainingMode; key: string }) {
  const checkpoints = await Checkpoints.open(context.storage, { mode, key }, context);
  if (checkpoints.parts > 0) context.log(`goes on from ${checkpoints.parts} parts that are kept`);
  return checkpoints;
}

const toRecordPart = (place: number) => `track-record-${place}`;

/** Keeps the held-out forecasts for the publishing: how many of them there are comes last. */
async function keepTrackRecord(keeper: Keeper, forecasts: readonly LedgerForecast[]): Promise<void> {
  const parts = Math.ceil(forecasts.length / RECORD_GAMES);
  for (let place = 0; place < parts; place++) {
    const some = forecasts.slice(place * RECORD_GAMES, (place + 1) * RECORD_GAMES);
    await keeper.keep(toRecordPart(place), some);
  }
  await keeper.keep("track-record", parts);
}

async function readTrackRecord(context: TaskContext, key: string): Promise<LedgerForecast[]> {
  const keeper = await openCheckpoints(context, { mode: "scratch", key });
  const parts = await keeper.find("track-record");
  const all: LedgerForecast[] = [];
  for (let place = 0; place < Number(parts); place++) {
    const some = await keeper.find(toRecordPart(place));
    if (Array.isArray(some)) all.push(...some);
    else throw new Error("the held-out forecasts are not whole: clear the run from fit on");
  }
  if (typeof parts === "number") return all;
  throw new Error("the held-out forecasts are not kept any more: clear the run from fit on");
}

/** Trains a model, leaving what it has in the bucket whenever it must stop; a game whose file is broken is left out. */
export async function fitTask(context: TaskContext, { mode, live, ...plan }: Order): Promise<TaskResult> {
  const { storage, day, gameSlugs, signal } = context;
  let step = "";
  const fitted = await fitModel({
    ...plan,
    ...{ storage, day, live, mode, signal },
    slugs: gameSlugs,
    openKeeper: (key) => openCheckpoints(context, { mode, key: toKey(key, context) }),
    onProgress: (progress) => {
      if (progress.step !== step) context.log(progress.step);
      step = progress.step;
      context.report(progress.done);
    },
  });
  for (const { slug, error } of fitted.sales.failures) context.log(`${slug} is left out: ${error}`);
  const key = toKey(fitted.key, context);
  if (mode === "scratch") {
    await keepTrackRecord(await openCheckpoints(context, { mode, key }), toTrackRecord(fitted.trained));
  }
  const output: Output = { ...toOutput(fitted), key };
  return { counts: toCounts(fitted), output };
}

/** Publishes what a task of the run has trained; nothing where that had nothing to train. */
export async function publishTask(
  context: TaskContext,
  from: { task: string; mode: TrainingMode },
): Promise<TaskResult> {
  const [output] = await context.outputsOf(from.task);
  const parsed = fittedSchema.safeParse(output);
  if (!parsed.success) return { counts: {} };
  const { key, counts, table, ...candidate } = parsed.data;
  const { decision, record } = await publishModel(context.storage, candidate);
  // A warm start's held-out forecasts are nearly those of the training that it goes on from.
  const hasRecord = from.mode === "scratch" && decision.isLive;
  const forecasts = hasRecord ? await readTrackRecord(context, key) : [];
  const verdict = `${decision.isLive ? "Live" : "Kept as a challenger"}: ${decision.reason}`;
  context.log(verdict);
  return {
    counts: { ...counts, live: decision.isLive ? "yes" : "no", decision: decision.reason },
    output: { text: from.mode === "scratch" ? `${table}\n\n${verdict}` : verdict },
    commit: async (tx) => {
      await record(tx, forecasts);
      return undefined;
    },
  };
}

/** The tasks of training, with another plan or seed for tests. */
export function createTrainTasks(plan: TrainingPlan = {}): TaskHandlers {
  return {
    fit: async (context) => fitTask(context, { ...plan, mode: "scratch", live: await findLiveModel(context.storage) }),
    publish: (context) => publishTask(context, { task: "fit", mode: "scratch" }),
    tidy: async ({ storage }) => ({ counts: { checkpoints: await dropCheckpoints(storage, "scratch") } }),
  };
}

/** Training: the model of all games, checked against the live one, and in its place where it is better. */
export const trainTasks: TaskHandlers = createTrainTasks();
