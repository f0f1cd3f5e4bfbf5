import type { Prepared } from "@/jobs/model/panel/prepared";
import { computeNaiveError } from "@/jobs/model/panel/scaler";
import type { Random } from "@/jobs/model/random";
import { writeWindow } from "@/jobs/model/window/window";
import { createBatch, type WindowBatch, type WindowKit } from "@/jobs/model/window/window-batch";
import type { FitPlan } from "./fit-network";
import type { DropMask } from "./network";
import { HIDDEN_UNITS } from "./network-shape";
import type { Targets } from "./quantile-loss";

const MIN_TARGET_DAYS = 14;
const COLD_DAYS = [0, 1, 3, 7, 14, 28, 56] as const;

/** Windows that can be drawn: per series its first and last origin and its weight in the loss. */
export interface Pool {
  entries: { prepared: Prepared; first: number; last: number; weight: number }[];
  /** Running sum of chances, by entry. */
  chances: Float64Array;
}

/** The windows of prepared series that can be drawn, each series by its days. */
export function createPool(all: readonly Prepared[], kit: WindowKit): Pool {
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

/** Draws a batch of windows with what came after them. */
export function drawBatch(pool: Pool, plan: FitPlan, kit: WindowKit, random: Random): WindowBatch & Targets {
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

/** Draws which hidden units are left out of a step. */
export function drawMask(plan: FitPlan, random: Random): DropMask {
  if (plan.dropout === 0) return null;
  const keep = 1 - plan.dropout;
  return Float32Array.from({ length: plan.batch * HIDDEN_UNITS }, () => (random() < keep ? 1 / keep : 0));
}
