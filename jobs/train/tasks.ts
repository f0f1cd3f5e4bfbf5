import { z } from "zod";
import type { LedgerForecast } from "@/jobs/ledger/record";
import type { Output, TaskContext, TaskHandlers, TaskResult } from "@/jobs/pipelines/context";
import { countsSchema } from "@/lib/shared/pipelines";
import { Checkpoints, dropCheckpoints, type TrainingMode } from "./checkpoints";
import type { LiveModel } from "./decide";
import { type FittedModel, fitModel, type TrainingPlan } from "./fit-model";
import { findLiveModel } from "./live-model";
import { publishModel } from "./publish-model";
import { formatScoreTable } from "./score-table";
import { toTrackRecord } from "./track-record";

/** Part of a training's checkpoints that its publishing reads. */
const TRACK_RECORD = "track-record";

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
    const checkpoints = await openCheckpoints(context, { mode, key });
    await checkpoints.keep(TRACK_RECORD, toTrackRecord(fitted.trained));
  }
  const output: Output = { ...toOutput(fitted), key };
  return { counts: toCounts(fitted), output };
}

function isTrackRecord(value: unknown): value is LedgerForecast[] {
  return Array.isArray(value);
}

async function readTrackRecord(context: TaskContext, key: string): Promise<LedgerForecast[]> {
  const checkpoints = await Checkpoints.open(context.storage, { mode: "scratch", key }, context);
  const found = await checkpoints.find(TRACK_RECORD);
  if (!isTrackRecord(found)) throw new Error("the held-out forecasts are not kept any more: clear the run from fit on");
  return found;
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
