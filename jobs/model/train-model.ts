import { countSources, type Evaluation, evaluate, forecastHeldOut, type HeldOut, listHeldOut } from "./evaluate";
import { HORIZON, toGamePanel } from "./game-panel";
import { DEFAULT_FIT } from "./network/fit-network";
import type { Weights } from "./network/network-shape";
import type { Panel } from "./panel/panel";
import type { PanelModel } from "./panel-model";
import type { Smoothed } from "./rivals/choice";
import type { GameSeries } from "./series";
import { type PanelPlan, type TrainOptions, trainPanel } from "./train-panel";

/** The plan for a store like the demo. */
export const DEFAULT_PLAN: PanelPlan = {
  members: 2,
  // A fifth of the windows shows a game as it was in its first weeks, whatever its age: the cold starts of tomorrow.
  fit: { ...DEFAULT_FIT, steps: 500, dropout: 0.1, weightDecay: 0.05, maskShare: 0.2 },
  warmSteps: 150,
  warmRate: 1e-3,
};

/** What training needs besides the series. */
export interface TrainingOptions {
  genres: readonly string[];
  /** Last day of data, as a day number. */
  lastDay: number;
  seed: number;
  plan?: PanelPlan | undefined;
  /** Scores these games alone on the held-out days; the model is trained on all of them. */
  slugs?: readonly string[] | null | undefined;
  /** A model to go on from with warm steps only; a new one is trained from scratch where absent. */
  from?: TrainedModel["tested"] | undefined;
  /** How, where and by whom the work is done. */
  work?: Pick<TrainOptions, "fitMembers" | "workBlocks" | "keeper"> | undefined;
  onProgress?: ((done: number, step: string) => void | Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
}

/** A trained model, ready to be written down. */
export interface TrainedModel {
  model: PanelModel;
  /** The model as it was tested on the last 60 days, which it had not seen; the served one went on from it. */
  tested: PanelModel;
  evaluation: Evaluation;
  /** Scores of the games asked for alone; of none of them that is too young to be held out. */
  focus: Evaluation | null;
  /** The forecasts of the held-out days, as they would have been served. */
  heldOut: HeldOut[];
  /** Games by what is served for them. */
  sources: Record<string, number>;
  /** Games served by a last layer of their own, and by how much, as a share, it lowered their held-out error. */
  helped: Record<string, number>;
  /** How the weights came to be, in words for the manifest. */
  training: string;
  /** Different windows that training could draw. */
  windows: number;
  /** Smoothing from before the held-out days. */
  smoothed: Smoothed;
}

const MIN_TRAINING_DAYS = 28;
const STAGES = ["fit", "held-out test", "all data"] as const;

function describePlan(plan: PanelPlan, isWarm: boolean, stages: number): string {
  const first = isWarm ? `${plan.warmSteps} warm steps on the live model` : `${plan.fit.steps} steps from scratch`;
  return (
    `${plan.members} networks of ${first}, then ${plan.warmSteps} warm steps in each of ${stages - 1} later stages: ` +
    `tested on the 60 days after each, the last of them scored, and served after the steps on all days`
  );
}

/** Days after the stages: two held-out stretches of 60 days, as far as the data reach. */
function listStages(panel: Panel, endDay: number): number[] {
  const firstDay = panel.series.reduce((first, series) => Math.min(first, series.firstDay), endDay);
  const stages = [endDay - 2 * HORIZON, endDay - HORIZON, endDay].filter((day) => day - firstDay >= MIN_TRAINING_DAYS);
  if (stages.length < 2) {
    const needed = HORIZON + MIN_TRAINING_DAYS;
    throw new Error(`training needs ${needed} days of sales, and there are ${endDay - firstDay}`);
  }
  return stages;
}

/** Scores of some games by themselves. */
function focusOn(held: readonly HeldOut[], all: readonly GameSeries[], slugs: readonly string[]): Evaluation {
  const ids = new Set(all.filter(({ slug }) => slugs.includes(slug)).map(({ gameId }) => gameId));
  return evaluate(held.filter(({ window }) => ids.has(window.prepared.series.id)));
}

/** Forecasts the last 60 days with a model that has not seen them, and scores it there. */
export function testModel(
  model: PanelModel,
  panel: Panel,
  { lastDay, smoothed }: { lastDay: number; smoothed?: Smoothed },
): { heldOut: HeldOut[]; evaluation: Evaluation } {
  const heldOut = forecastHeldOut(model, listHeldOut(model, panel, lastDay + 1 - HORIZON), smoothed);
  return { heldOut, evaluation: evaluate(heldOut) };
}

/**
 * Trains in stages on one set of networks: up to day −120 and tested on the 60 days after it, which gives bands and
 * choices; up to day −60 and scored on the last 60 days; then on all days. A store with fewer days has fewer stages.
 */
export async function trainModel(all: readonly GameSeries[], options: TrainingOptions): Promise<TrainedModel> {
  const panel = toGamePanel(all, options.genres);
  const plan = options.plan ?? DEFAULT_PLAN;
  const stages = listStages(panel, options.lastDay + 1);
  const from: readonly Weights[] | undefined = options.from?.members;
  const trained = await trainPanel(panel, {
    // Warm weights have seen all but the last 60 days already.
    stages: from ? stages.slice(-2) : stages,
    plan,
    seed: options.seed,
    from,
    helped: options.from && Object.fromEntries(Object.keys(options.from.personal).map((id) => [id, 0])),
    ...options.work,
    onProgress: (done, stage) =>
      options.onProgress?.(done, STAGES[stage + STAGES.length - (from ? 2 : stages.length)] ?? "fit"),
    signal: options.signal,
  });
  const [last, before] = [trained.at(-1), trained.at(-2)];
  if (!last || !before) throw new Error("training had no stage to be tested in");
  const tested = options.from
    ? { ...before.model, calibration: options.from.calibration, choices: options.from.choices }
    : before.model;
  const { heldOut, evaluation } = testModel(tested, panel, { lastDay: options.lastDay, smoothed: before.smoothed });
  return {
    model: last.model,
    tested,
    evaluation,
    focus: options.slugs ? focusOn(heldOut, all, options.slugs) : null,
    heldOut,
    sources: countSources(
      last.model,
      all.map(({ gameId }) => gameId),
    ),
    helped: Object.fromEntries(Object.entries(last.helped).filter(([id]) => last.model.personal[id])),
    training: describePlan(plan, from !== undefined, trained.length),
    windows: last.windows,
    smoothed: before.smoothed,
  };
}
