import { type Calibration, fitCalibration, NO_CALIBRATION } from "./calibration";
import { collectResiduals, type Evaluation, evaluate, listHeldOut } from "./evaluate";
import { HORIZON } from "./feature-names";
import { fitContext } from "./fit-context";
import type { ModelContext } from "./model-context";
import { createWeights, Network, type Weights } from "./network";
import { createRandom, type Random } from "./random";
import type { GameSeries } from "./series";
import { drawBatch, listOrigins, type Origin } from "./windows";

/** Steps of each phase: fit before the calibration days, then warm steps up to the held-out days, then on all data. */
export interface TrainingPlan {
  fit: number;
  warm: number;
  final: number;
}

/** The plan for a store like the demo; half as many steps again (37 s on one free core) score no better there. */
export const DEFAULT_PLAN: TrainingPlan = { fit: 600, warm: 200, final: 200 };

/** What training needs besides the series. */
export interface TrainingOptions {
  genres: readonly string[];
  /** Last day of data, as a day number. */
  lastDay: number;
  seed: number;
  plan?: TrainingPlan;
  /** Scores only this game on the held-out days; the model is trained on all of them. */
  slug?: string;
  onProgress?: (done: number, step: string) => void | Promise<void>;
  signal?: AbortSignal;
}

/** A trained model, ready to be written down. */
export interface TrainedModel {
  weights: Weights;
  context: ModelContext;
  calibration: Calibration;
  evaluation: Evaluation;
  /** Scores of the game asked for alone; over no game when it is too young to be held out. */
  focus: Evaluation | null;
  /** How the weights came to be, in words for the manifest. */
  training: string;
  /** Different windows that training could draw. */
  windows: number;
}

const BATCH = 64;
const FIT_RATE = 4e-3;
const WARM_RATE = 1e-3;
const MIN_RATE_SHARE = 0.05;
const YIELD_STEPS = 10;
const CALIBRATION_OFFSETS = [0, 15, 30, 45] as const;

/** Lets timers (a heartbeat, a cancel) run between training steps. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

interface Phase {
  steps: number;
  rate: number;
  endDay: number;
  label: string;
}

/** Carries what all phases share. */
class Trainer {
  private done = 0;

  constructor(
    private readonly all: readonly GameSeries[],
    private readonly network: Network,
    private readonly random: Random,
    private readonly totalSteps: number,
    private readonly options: TrainingOptions,
  ) {}

  /** Trains on windows whose targets lie before `endDay`, the rate falling along a cosine; returns what it fitted. */
  async run(phase: Phase): Promise<{ context: ModelContext; windows: number }> {
    const context = fitContext(this.all, this.options.genres, phase.endDay);
    const pool = { origins: listOrigins(this.all, phase.endDay), endDay: phase.endDay };
    for (let step = 0; step < phase.steps; step++) {
      this.options.signal?.throwIfAborted();
      const cosine = 0.5 * (1 + Math.cos((Math.PI * step) / phase.steps));
      const rate = phase.rate * (MIN_RATE_SHARE + (1 - MIN_RATE_SHARE) * cosine);
      const loss = this.network.trainStep(drawBatch(pool, BATCH, context, this.random), rate);
      if (!Number.isFinite(loss)) throw new Error(`training diverged in phase "${phase.label}" at step ${step}`);
      this.done++;
      if (this.done % YIELD_STEPS !== 0) continue;
      await this.options.onProgress?.(this.done / this.totalSteps, phase.label);
      await breathe();
    }
    return { context, windows: pool.origins.length };
  }
}

/** Origins whose forecasts reach into [startDay, startDay + 60), staggered so that every horizon meets every season. */
function listCalibrationOrigins(all: readonly GameSeries[], startDay: number): Origin[] {
  return all.flatMap((series) =>
    CALIBRATION_OFFSETS.map((offset) => ({ series, origin: startDay + offset - 1 - series.firstDay })).filter(
      ({ origin }) => origin >= 0 && origin < series.units.length,
    ),
  );
}

function describePlan(plan: TrainingPlan): string {
  return (
    `${plan.fit} steps up to 120 days before the end, calibrated on the next 60; ${plan.warm} warm steps, scored on ` +
    `the last 60 days; served after ${plan.final} more warm steps on all days`
  );
}

function assertEnough(all: readonly GameSeries[], endDay: number): void {
  if (listOrigins(all, endDay - 2 * HORIZON).length > 0 && listHeldOut(all, endDay).length > 0) return;
  throw new Error(`training needs a game with at least ${4 * HORIZON} days of sales before the last day`);
}

/**
 * Trains in three phases on one network: fit up to day −120 and calibrate on the 60 days after it; warm steps up to
 * day −60 and score on the held-out last 60 days; warm steps on all data, calibrated on both held-out stretches.
 */
export async function trainModel(all: readonly GameSeries[], options: TrainingOptions): Promise<TrainedModel> {
  const endDay = options.lastDay + 1;
  const [calibrationDay, heldOutDay] = [endDay - 2 * HORIZON, endDay - HORIZON];
  assertEnough(all, endDay);
  const plan = options.plan ?? DEFAULT_PLAN;
  const network = new Network(options.genres, createWeights(options.genres, options.seed));
  try {
    const random = createRandom(options.seed + 1);
    const trainer = new Trainer(all, network, random, plan.fit + plan.warm + plan.final, options);
    const fit = await trainer.run({ steps: plan.fit, rate: FIT_RATE, endDay: calibrationDay, label: "fit" });
    const residuals = (context: ModelContext, day: number) =>
      collectResiduals(
        { network, context, calibration: NO_CALIBRATION },
        listCalibrationOrigins(all, day),
        day + HORIZON,
      );
    const early = residuals(fit.context, calibrationDay);
    const warm = await trainer.run({ steps: plan.warm, rate: WARM_RATE, endDay: heldOutDay, label: "held-out test" });
    const heldOut = listHeldOut(all, endDay);
    const tested = { network, context: warm.context, calibration: fitCalibration(early) };
    const evaluation = evaluate(tested, heldOut);
    const { slug } = options;
    const focus =
      slug === undefined
        ? null
        : evaluate(
            tested,
            heldOut.filter(({ series }) => series.slug === slug),
          );
    const late = residuals(warm.context, heldOutDay);
    const final = await trainer.run({ steps: plan.final, rate: WARM_RATE, endDay, label: "all data" });
    return {
      weights: network.exportWeights(),
      context: final.context,
      calibration: fitCalibration([...early, ...late]),
      evaluation,
      focus,
      training: describePlan(plan),
      windows: final.windows,
    };
  } finally {
    network.dispose();
  }
}
