import { breathe } from "@/jobs/model/keeper";
import type { Prepared } from "@/jobs/model/panel/prepared";
import { createResumableRandom } from "@/jobs/model/random";
import type { WindowKit } from "@/jobs/model/window/window-batch";
import { Adam, type AdamState, copyWeights } from "./adam";
import { createPool, drawBatch, drawMask } from "./draw-batch";
import { computeGradient } from "./network";
import { createWeights, type Weights } from "./network-shape";

/** How a network is trained. */
export interface FitPlan {
  steps: number;
  rate: number;
  batch: number;
  /** Horizon days drawn of each window: neighbours say nearly the same. */
  days: number;
  weightDecay: number;
  averageDecay: number;
  dropout: number;
  /** Share of windows that are shown with a young series' history only. */
  maskShare: number;
  /** Windows are drawn half as often every so many days into the past; Infinity draws them alike. */
  recencyHalfLife: number;
}

/** What did best on real shops before the days that are ever scored; twice the steps only learn the years by heart. */
export const DEFAULT_FIT: FitPlan = {
  steps: 600,
  rate: 3e-3,
  batch: 64,
  days: 16,
  weightDecay: 0.3,
  averageDecay: 0.99,
  dropout: 0.3,
  maskShare: 0,
  recencyHalfLife: Number.POSITIVE_INFINITY,
};

const MIN_RATE_SHARE = 0.02;
const BREATHE_STEPS = 10;

/** Non-finite weights need not give a loss that is not: a gate of infinity is 1. */
function refuseDiverged(weights: Weights): Weights {
  for (const [name, values] of Object.entries(weights)) {
    if (!values.every(Number.isFinite)) throw new Error(`training diverged: ${name} is not finite`);
  }
  return weights;
}

/** A fit between two of its steps: all that the steps to come hang on. */
export interface FitState {
  step: number;
  random: readonly number[];
  weights: Weights;
  adam: AdamState;
}

/** What a fit may be given besides its plan. */
export interface FitOptions {
  seed: number;
  /** Weights to go on from; fresh ones by default. */
  from?: Weights | undefined;
  /** A fit of the same data, plan, seed and weights to go on with. */
  state?: FitState | undefined;
  /** Told every few steps how many were made; `takeState` gives what another process would go on from. */
  onStep?: (step: number, takeState: () => FitState) => void | Promise<void>;
  signal?: AbortSignal | undefined;
}

/** Trains one network on the prepared series; returns the average of its late weights. */
export async function fitNetwork(
  all: readonly Prepared[],
  kit: WindowKit,
  plan: FitPlan,
  options: FitOptions,
): Promise<Weights> {
  const pool = createPool(all, kit);
  if (pool.entries.length === 0) throw new Error("no series is long enough to train on");
  const random = createResumableRandom(options.seed + 7919, options.state?.random);
  const weights = copyWeights(options.state?.weights ?? options.from ?? createWeights(kit.spec, options.seed));
  const decays = { decay: plan.weightDecay, averageDecay: plan.averageDecay };
  const adam = new Adam(weights, decays, options.state?.adam);
  const takeState = (step: number) => ({
    step,
    random: random.takeState(),
    weights: copyWeights(weights),
    adam: adam.takeState(),
  });
  for (let step = options.state?.step ?? 0; step < plan.steps; step++) {
    options.signal?.throwIfAborted();
    const cosine = 0.5 * (1 + Math.cos((Math.PI * step) / plan.steps));
    const batch = drawBatch(pool, plan, kit, random.draw);
    const { loss, gradient } = computeGradient(kit.spec, weights, batch, drawMask(plan, random.draw));
    if (!Number.isFinite(loss)) throw new Error(`training diverged at step ${step}`);
    adam.update(gradient, plan.rate * (MIN_RATE_SHARE + (1 - MIN_RATE_SHARE) * cosine));
    if ((step + 1) % BREATHE_STEPS !== 0 && step + 1 < plan.steps) continue;
    await options.onStep?.(step + 1, () => takeState(step + 1));
    await breathe();
  }
  return refuseDiverged(adam.average);
}
