import { LOOK_BACK } from "@/jobs/model/panel/panel-features";
import { toLogRatio, toOffset } from "@/jobs/model/panel/scaler";
import { toLogAge, type Window, type WindowBatch, type WindowKit } from "./window-batch";
import type { WindowLevel } from "./window-level";

const MAX_HISTORY_DAYS = 112;
const YEAR = 364;

/** Writes the looked-back days of a window; zeros before `start`. */
export function writePast(batch: WindowBatch, slot: number, window: Window, level: WindowLevel, kit: WindowKit): void {
  const { prepared, origin, start } = window;
  const { series } = prepared;
  const { spec, context } = kit;
  const width = 7 + spec.known.length;
  const offset = toOffset(spec.isCount, level.recent);
  const isOrdinary = window.neutral?.has("trend") ?? false;
  for (let step = 0; step < LOOK_BACK; step++) {
    let at = (step * batch.size + slot) * width;
    const t = origin - LOOK_BACK + 1 + step;
    if (t < start) {
      batch.past.fill(0, at, at + width);
      continue;
    }
    const isClosed = prepared.closed[t] === 1;
    const value = series.values[t] ?? 0;
    const want = level.recent * (prepared.multiplier[t] ?? 1) * (level.personal[prepared.cell[t] ?? 0] ?? 1);
    const angle = ((prepared.weekday[t] ?? 0) / 7) * 2 * Math.PI;
    const shown = isOrdinary ? want : value;
    batch.past[at++] = isClosed ? 0 : toLogRatio(shown, want, offset);
    batch.past[at++] = isClosed ? 0 : (Math.log(shown + offset) - context.logLevel.mean) / context.logLevel.spread / 2;
    batch.past[at++] = Math.sin(angle);
    batch.past[at++] = Math.cos(angle);
    batch.past[at++] = spec.hasAges ? toLogAge(series.firstAge + t) : 0;
    batch.past[at++] = Number(isClosed);
    batch.past[at++] = 1;
    for (const [column, moments] of context.known.entries()) {
      batch.past[at++] = ((series.known[column]?.[t] ?? 0) - moments.mean) / moments.spread / 2;
    }
  }
}

/** Log ratio of the last four weeks' level to that of the same weeks a year ago; 0 where they are not known. */
function computeGrowth({ prepared, origin, start }: Window, offset: number): number {
  const from = origin - 27 - YEAR;
  if (from < start) return 0;
  const level = (end: number) => {
    const sold = (prepared.sold[end + 1] ?? 0) - (prepared.sold[end - 27] ?? 0);
    const expected = (prepared.expected[end + 1] ?? 0) - (prepared.expected[end - 27] ?? 0);
    return expected > 1 ? sold / expected : 0;
  };
  const [now, then] = [level(origin), level(origin - YEAR)];
  return then > 0 && now > 0 ? toLogRatio(now, then, offset) : 0;
}

/** Writes what holds for a whole window: statics, levels, history. */
export function writeContext(
  batch: WindowBatch,
  slot: number,
  window: Window,
  level: WindowLevel,
  kit: WindowKit,
): void {
  const { prepared, origin, start } = window;
  const { series } = prepared;
  const { spec, context } = kit;
  const offset = toOffset(spec.isCount, level.recent);
  const last = Math.max(0, origin);
  const history = origin - start + 1;
  let at = slot * (batch.context.length / batch.size);
  const standard = (value: number, moments: { mean: number; spread: number } | undefined) =>
    Number.isFinite(value) && moments ? (value - moments.mean) / moments.spread / 2 : 0;
  spec.statics.forEach((_, i) => {
    batch.context[at++] = standard(series.statics[i] ?? Number.NaN, context.statics[i]);
  });
  spec.slow?.forEach((_, i) => {
    batch.context[at++] = standard(series.slow?.[i]?.[last] ?? Number.NaN, context.slow[i]);
  });
  batch.context[at++] = (Math.log(level.recent + 0.05) - context.logLevel.mean) / context.logLevel.spread / 2;
  const isOrdinary = window.neutral?.has("trend") ?? false;
  for (const span of level.spans) {
    batch.context[at++] = isOrdinary ? 0 : toLogRatio(span, level.recent, offset);
  }
  batch.context[at++] = context.hasYears && !isOrdinary ? computeGrowth(window, offset) : 0;
  // Bounded: in a panel whose series all start on one day, the length of history would be a clock.
  batch.context[at++] = Math.log1p(Math.min(history, MAX_HISTORY_DAYS)) / 5;
  batch.context[at++] = Math.exp(-history / 14);
  batch.context[at++] = spec.hasAges ? toLogAge(series.firstAge + origin) : 0;
  batch.context[at++] = level.volatility;
  batch.context[at++] = level.zeroShare;
}
