import { Adam } from "./adam";
import { computeGradient, type DropMask } from "./network";
import { createWeights, HIDDEN_UNITS, type Weights } from "./network-shape";
import type { Prepared } from "./prepared";
import type { Targets } from "./quantile-loss";
import { createRandom, type Random } from "./random";
import { computeNaiveError } from "./scaler";
import { writeWindow } from "./window";
import { createBatch, type WindowBatch, type WindowKit } from "./window-batch";

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

const MIN_TARGET_DAYS = 14;
const MIN_RATE_SHARE = 0.02;
const COLD_DAYS = [0, 1, 3, 7, 14, 28, 56] as const;
const BREATHE_STEPS = 10;

/** Windows that can be drawn: per series its first and last origin and its weight in the loss. */
interface Pool {
  entries: { prepared: Prepared; first: number; last: number; weight: number }[];
  /** Running sum of chances, by entry. */
  chances: Float64Array;
}

function createPool(all: readonly Prepared[], kit: WindowKit): Pool {
  const errors = all.map(({ series, length }) => computeNaiveError(series.values, length, kit.spec.season));
  const sound = errors.filter((error) => error > 0);
  const typical = sound.reduce((sum, error) => sum + error, 0) / Math.max(1, sound.length) || 1;
  const entries = all.flatMap((prepared, i) => {
    const first = kit.spec.hasAges && prepared.series.firstAge === 0 ? -1 : 0;
    const last = prepared.length - 1 - MIN_TARGET_DAYS;
    const error = Math.max(errors[i] || 0, 0.05 * typical, kit.spec.isCount ? 0.25 : 0);
    return last >= first ? [{ prepared, first, last, weight: 1 / error }] : [];
  });
  const chances = new Float64Array(entries.length);
  let sum = 0;
  entries.forEach(({ first, last }, i) => {
    sum += last - first + 1;
    chances[i] = sum;
  });
  return { entries, chances };
}

function drawIndex(chances: Float64Array, random: Random): number {
  const ball = random() * (chances.at(-1) ?? 0);
  let [low, high] = [0, chances.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chances[middle] ?? 0) > ball) high = middle;
    else low = middle + 1;
  }
  return low;
}

function drawOrigin({ first, last }: { first: number; last: number }, halfLife: number, random: Random): number {
  const span = last - first + 1;
  if (!Number.isFinite(halfLife)) return first + Math.floor(random() * span);
  // Inverse of the cumulative chance of an age that halves every `halfLife` days.
  const rest = 0.5 ** (span / halfLife);
  const age = -Math.log2(1 - random() * (1 - rest)) * halfLife;
  return last - Math.min(span - 1, Math.floor(age));
}

/** One day of every stretch of the horizon, so that near and far days are drawn alike. */
function drawDays(horizon: number, count: number, random: Random): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor(((i + random()) * horizon) / count));
}

function drawBatch(pool: Pool, plan: FitPlan, kit: WindowKit, random: Random): WindowBatch & Targets {
  const { horizon } = kit.spec;
  const count = Math.min(plan.days, horizon);
  const cells = plan.batch * count;
  const batch = {
    ...createBatch(plan.batch, count, kit),
    target: new Float32Array(cells),
    weight: new Float32Array(cells),
  };
  for (let slot = 0; slot < plan.batch; slot++) {
    const entry = pool.entries[drawIndex(pool.chances, random)];
    if (!entry) throw new Error("there is no window to train on");
    const { prepared } = entry;
    const origin = drawOrigin(entry, plan.recencyHalfLife, random);
    const isMasked = random() < plan.maskShare;
    const cold = COLD_DAYS[Math.floor(random() * COLD_DAYS.length)] ?? 0;
    const start = isMasked ? Math.max(0, origin + 1 - cold) : 0;
    const days = drawDays(horizon, count, random);
    writeWindow(batch, slot, { prepared, origin, start, days }, kit);
    for (let i = 0; i < count; i++) {
      const t = origin + 1 + (days[i] ?? 0);
      const index = slot * count + i;
      const isScored = t < prepared.length && !prepared.closed[t];
      batch.target[index] = isScored ? (prepared.series.values[t] ?? 0) : 0;
      batch.weight[index] = isScored ? entry.weight : 0;
    }
  }
  return batch;
}

function drawMask(plan: FitPlan, random: Random): DropMask {
  if (plan.dropout === 0) return null;
  const keep = 1 - plan.dropout;
  return Float32Array.from({ length: plan.batch * HIDDEN_UNITS }, () => (random() < keep ? 1 / keep : 0));
}

/** Non-finite weights need not give a loss that is not: a gate of infinity is 1. */
function refuseDiverged(weights: Weights): Weights {
  for (const [name, values] of Object.entries(weights)) {
    if (!values.every(Number.isFinite)) throw new Error(`training diverged: ${name} is not finite`);
  }
  return weights;
}

/** Lets timers (a heartbeat, a cancel) run between training steps. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** What a fit may be given besides its plan. */
export interface FitOptions {
  seed: number;
  /** Weights to go on from; fresh ones by default. */
  from?: Weights;
  onStep?: (step: number) => void | Promise<void>;
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
  const random = createRandom(options.seed + 7919);
  const start = options.from ?? createWeights(kit.spec, options.seed);
  const weights = Object.fromEntries(Object.entries(start).map(([name, values]) => [name, Float32Array.from(values)]));
  const adam = new Adam(weights, { decay: plan.weightDecay, averageDecay: plan.averageDecay });
  for (let step = 0; step < plan.steps; step++) {
    options.signal?.throwIfAborted();
    const cosine = 0.5 * (1 + Math.cos((Math.PI * step) / plan.steps));
    const batch = drawBatch(pool, plan, kit, random);
    const { loss, gradient } = computeGradient(kit.spec, weights, batch, drawMask(plan, random));
    if (!Number.isFinite(loss)) throw new Error(`training diverged at step ${step}`);
    adam.update(gradient, plan.rate * (MIN_RATE_SHARE + (1 - MIN_RATE_SHARE) * cosine));
    if ((step + 1) % BREATHE_STEPS !== 0 && step + 1 < plan.steps) continue;
    await options.onStep?.(step + 1);
    await breathe();
  }
  return refuseDiverged(adam.average);
}
