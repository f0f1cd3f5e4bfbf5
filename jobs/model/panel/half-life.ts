import { toWeekday } from "@/jobs/model/calendar";
import { type Conditions, countDays, isClosed, toBin } from "./demand-conditions";
import type { PanelSeries, PanelSpec } from "./panel";

const CANDIDATES = [7, 14, 28, 56, 90] as const;
const ORIGIN_STEP = 12;
const MIN_HISTORY = 56;
const DEFAULT = 28;

/** Value per unit of multiplier on each open day, NaN where closed: the series without its week and its conditions. */
function toPlain(series: PanelSeries, conditions: Conditions, end: number): Float64Array {
  return Float64Array.from({ length: end }, (_, t) => {
    if (isClosed(conditions.closing, series, t)) return Number.NaN;
    const bin = conditions.column < 0 ? 0 : toBin(conditions.edges, series.known[conditions.column]?.[t] ?? 0);
    const multiplier = (conditions.weekday[toWeekday(series.firstDay + t)] ?? 1) * (conditions.bin[bin] ?? 1);
    return (series.values[t] ?? 0) / multiplier;
  });
}

/** Sum over origins of |mean of the horizon − level at the origin|, relative to the series' mean. */
function computeLevelError(plain: Float64Array, halfLife: number, horizon: number): number {
  const decay = 0.5 ** (1 / halfLife);
  let sold = 0;
  let weight = 0;
  let error = 0;
  for (let t = 0; t < plain.length; t++) {
    if (t >= MIN_HISTORY && (plain.length - t) % ORIGIN_STEP === 0 && t + horizon <= plain.length) {
      const level = sold / weight;
      for (let h = 0; h < horizon; h += 3) {
        const value = plain[t + h] ?? Number.NaN;
        if (!Number.isNaN(value)) error += Math.abs(value - level);
      }
    }
    const value = plain[t] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sold = decay * sold + value;
    weight = decay * weight + 1;
  }
  return error;
}

/** The half-life whose level, carried forward, missed the days of past horizons least; each series counts alike. */
export function chooseHalfLife(
  all: readonly PanelSeries[],
  conditions: Conditions,
  spec: PanelSpec,
  endDay: number,
): number {
  const errors = CANDIDATES.map(() => 0);
  for (const series of all) {
    const plain = toPlain(series, conditions, countDays(series, endDay));
    const own = CANDIDATES.map((halfLife) => computeLevelError(plain, halfLife, spec.horizon));
    const least = Math.min(...own);
    if (!(least > 0)) continue;
    own.forEach((error, i) => {
      errors[i] = (errors[i] ?? 0) + error / least;
    });
  }
  const best = errors.indexOf(Math.min(...errors));
  return errors.every((error) => error === 0) ? DEFAULT : (CANDIDATES[best] ?? DEFAULT);
}
