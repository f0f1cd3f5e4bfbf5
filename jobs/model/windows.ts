import { HORIZON } from "./feature-names";
import { createBatch, type WindowBatch, type WindowSource, writeWindow } from "./features";
import { getScaler, type ModelContext } from "./model-context";
import type { Random } from "./random";
import type { GameSeries } from "./series";

/** A batch with what actually sold: `target` in units, `weight` 0 where the day lies after the data. */
export interface TrainingBatch extends WindowBatch {
  target: Float32Array;
  weight: Float32Array;
}

/** An origin of a series: the index of its last known day. */
export interface Origin {
  series: GameSeries;
  origin: number;
}

// Windows with fewer known target days would mostly carry padding.
const MIN_TARGET_DAYS = 14;

/** Planned discounts of a past window, read from the series itself; promotions are published ahead. */
export function toPastSource({ series, origin }: Origin): WindowSource {
  return { series, origin, plannedDiscount: (h) => series.discountRate[origin + 1 + h] ?? 0 };
}

/** Every origin whose windows have at least two weeks of target days before `endDay`. */
export function listOrigins(all: readonly GameSeries[], endDay: number): Origin[] {
  const origins: Origin[] = [];
  for (const series of all) {
    const days = Math.min(series.units.length, endDay - series.firstDay);
    // Age 0 in the data means that the launch was seen: then "nothing known yet" is a fair origin as well.
    const first = series.firstAge === 0 ? -1 : 0;
    for (let origin = first; origin + MIN_TARGET_DAYS < days; origin++) origins.push({ series, origin });
  }
  return origins;
}

function writeTargets(
  batch: TrainingBatch,
  slot: number,
  { series, origin }: Origin,
  end: number,
  weight: number,
): void {
  for (let h = 0; h < HORIZON; h++) {
    const t = origin + 1 + h;
    const index = slot * HORIZON + h;
    batch.target[index] = t < end ? (series.units[t] ?? 0) : 0;
    batch.weight[index] = t < end ? weight : 0;
  }
}

/** Draws a batch of windows at random origins; no target day lies on or after `endDay`. */
export function drawBatch(
  pool: { origins: readonly Origin[]; endDay: number },
  size: number,
  context: ModelContext,
  random: Random,
): TrainingBatch {
  const cells = size * HORIZON;
  const batch = { ...createBatch(size, context), target: new Float32Array(cells), weight: new Float32Array(cells) };
  for (let slot = 0; slot < size; slot++) {
    const origin = pool.origins[Math.floor(random() * pool.origins.length)];
    if (!origin) throw new Error("there is no window to train on");
    const { series } = origin;
    writeWindow(batch, slot, toPastSource(origin), context);
    const end = Math.min(series.units.length, pool.endDay - series.firstDay);
    // The game's own naive error makes every game count alike, as in MASE.
    writeTargets(batch, slot, origin, end, 1 / getScaler(context, series.gameId, end).naiveError);
  }
  return batch;
}
