import { z } from "zod";
import { QUANTILES } from "./metrics";
import { fromLogRatio, toLogRatio } from "./panel/scaler";
import { Scores, takeQuantile } from "./sorted-scores";

// First horizon day (0-based) of each bucket: the first week, the second, the month, the rest.
const BUCKET_STARTS = [0, 7, 14, 28] as const;
const NEW_DAYS = 7;
const YOUNG_DAYS = 90;
const FAST_UNITS = 2;
const MIN_SCORES = 60;
const MIN_SPREAD = 0.02;
const MIN_KNOWN_SHARE = 0.8;
// Bounded: a held-out stretch is one season, and all series share its luck.
const [MIN_STRETCH, MAX_STRETCH] = [0.6, 1.6];
// The level of a series without history may be missed by much more than networks think.
const MAX_NEW_STRETCH = 4;
const MEDIAN = QUANTILES.indexOf(0.5);

/** Horizon days (1-based) at which the band of the running total is fitted. */
const TOTAL_KNOTS = [1, 3, 7, 14, 28, 60] as const;

const bucketSchema = z.array(z.number().nonnegative()).length(QUANTILES.length);
const knotSchema = z.object({ lower: z.number(), upper: z.number() });
const groupSchema = z.object({
  /** By bucket: how far each quantile's distance from the median is stretched, in log. */
  days: z.array(bucketSchema).length(BUCKET_STARTS.length),
  /** By knot: log shifts from the forecast total to the ends of its 80 % band. */
  totals: z.array(knotSchema).length(TOTAL_KNOTS.length),
});

/** Calibration of the bands by group of series; see {@link fitCalibration}. */
export const calibrationSchema = z.object({
  slow: groupSchema,
  fast: groupSchema,
  young: groupSchema,
  new: groupSchema,
});

/** See {@link calibrationSchema}. */
export type Calibration = z.infer<typeof calibrationSchema>;
type Group = keyof Calibration;

/** A held-out window: what was forecast, uncalibrated, and what came. Days that were closed or lie after the data are NaN. */
export interface HeldOutWindow {
  historyDays: number;
  offset: number;
  isCount: boolean;
  mean: Float32Array;
  /** [days, 5]. */
  quantiles: Float32Array;
  actual: Float64Array;
}

/** The group of a window: new and young series, and slow and fast sellers, miss their bands differently. */
export function toGroup(historyDays: number, dailyMean: number, isCount: boolean): Group {
  if (historyDays < NEW_DAYS) return "new";
  if (historyDays < YOUNG_DAYS) return "young";
  return isCount && dailyMean < FAST_UNITS ? "slow" : "fast";
}

export function toMean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return values.length > 0 ? sum / values.length : 0;
}

const toBucket = (h: number) => BUCKET_STARTS.findLastIndex((start) => h >= start);

/** How far each quantile's distance from the median would have had to be stretched, by bucket and quantile. */
function listStretches(windows: readonly HeldOutWindow[]): Scores[][] {
  const scores = BUCKET_STARTS.map(() => QUANTILES.map(() => new Scores()));
  for (const { quantiles, actual, offset } of windows) {
    for (let h = 0; h < actual.length; h++) {
      const value = actual[h] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const at = h * QUANTILES.length;
      const middle = quantiles[at + MEDIAN] ?? 0;
      const distance = toLogRatio(value, middle, offset);
      const bucket = scores[toBucket(h)];
      for (let k = 0; k < QUANTILES.length; k++) {
        if (k === MEDIAN) continue;
        const step = toLogRatio(quantiles[at + k] ?? 0, middle, offset);
        bucket?.[k]?.push(distance / Math.sign(k - MEDIAN) / Math.max(MIN_SPREAD, Math.abs(step)));
      }
    }
  }
  return scores;
}

function fitDays(windows: readonly HeldOutWindow[], maxStretch: number): number[][] {
  const scores = listStretches(windows);
  const toStretch = (list: Scores | undefined, k: number) => {
    const tau = QUANTILES[k] ?? 0.5;
    if (!list || k === MEDIAN || list.length < MIN_SCORES) return 1;
    return Math.min(maxStretch, Math.max(MIN_STRETCH, takeQuantile(list.sort(), Math.max(tau, 1 - tau))));
  };
  // A bucket with too few days takes what all of them say.
  const ofAll = (k: number) => toStretch(Scores.join(scores.flatMap((bucket) => bucket[k] ?? [])), k);
  return scores.map((bucket) => bucket.map((list, k) => (list.length < MIN_SCORES ? ofAll(k) : toStretch(list, k))));
}

function fitTotals(windows: readonly HeldOutWindow[]): { lower: number; upper: number }[] {
  const scores = TOTAL_KNOTS.map(() => new Scores());
  for (const { mean, actual, offset } of windows) {
    let sold = 0;
    let forecast = 0;
    let known = 0;
    for (let h = 0; h < actual.length; h++) {
      const value = actual[h] ?? Number.NaN;
      if (!Number.isNaN(value)) {
        sold += value;
        forecast += mean[h] ?? 0;
        known++;
      }
      const knot = TOTAL_KNOTS.findIndex((days) => days === h + 1);
      // The total of a window that ends before the knot is not known.
      if (knot >= 0 && known >= MIN_KNOWN_SHARE * (h + 1)) scores[knot]?.push(toLogRatio(sold, forecast, 10 * offset));
    }
  }
  return scores.map((list) => {
    if (list.length < MIN_SCORES / 3) return { lower: -0.5, upper: 0.5 };
    const sorted = list.sort();
    return { lower: takeQuantile(sorted, 0.1), upper: takeQuantile(sorted, 0.9) };
  });
}

const isEnough = (windows: readonly HeldOutWindow[]) => windows.length * 4 >= MIN_SCORES;

/** Fits the calibration on held-out windows; a group with too few of them takes those of the next older, or all. */
export function fitCalibration(windows: readonly HeldOutWindow[]): Calibration {
  const of = (group: Group) =>
    windows.filter(({ historyDays, mean, isCount }) => toGroup(historyDays, toMean(mean), isCount) === group);
  const fitGroup = (own: readonly HeldOutWindow[], maxStretch = MAX_STRETCH) => {
    const used = isEnough(own) ? own : windows;
    return { days: fitDays(used, maxStretch), totals: fitTotals(used) };
  };
  const [fresh, young] = [of("new"), of("young")];
  return {
    slow: fitGroup(of("slow")),
    fast: fitGroup(of("fast")),
    young: fitGroup(young),
    new: fitGroup(isEnough(fresh) ? fresh : [...fresh, ...young], MAX_NEW_STRETCH),
  };
}

function stretchDay(quantiles: Float32Array, stretch: readonly number[], offset: number): void {
  const middle = quantiles[MEDIAN] ?? 0;
  for (let k = 0; k < quantiles.length; k++) {
    if (k === MEDIAN) continue;
    const step = toLogRatio(quantiles[k] ?? 0, middle, offset);
    const bounded = Math.sign(k - MEDIAN) * Math.max(MIN_SPREAD, Math.abs(step));
    quantiles[k] = Math.max(0, fromLogRatio(bounded * (stretch[k] ?? 1), middle, offset));
  }
  for (let k = MEDIAN - 1; k >= 0; k--) quantiles[k] = Math.min(quantiles[k] ?? 0, quantiles[k + 1] ?? 0);
  for (let k = MEDIAN + 1; k < quantiles.length; k++) quantiles[k] = Math.max(quantiles[k] ?? 0, quantiles[k - 1] ?? 0);
}

/** Stretches a window's quantiles [days, 5] around their medians, in place; they stay ordered and ≥ 0. */
export function stretchQuantiles(
  calibration: Calibration,
  group: Group,
  quantiles: Float32Array,
  offset: number,
): void {
  const count = QUANTILES.length;
  for (let h = 0; h * count < quantiles.length; h++) {
    const day = quantiles.subarray(h * count, (h + 1) * count);
    // Closed: nothing can be sold, and that is certain.
    if ((day[count - 1] ?? 0) === 0) continue;
    stretchDay(day, calibration[group].days[toBucket(h)] ?? [], offset);
  }
}

/** Ends of the 80 % band of the running total after `days` days, given its forecast. */
export function toTotalBand(
  calibration: Calibration,
  group: Group,
  days: number,
  total: number,
  offset: number,
): { lower: number; upper: number } {
  const { totals } = calibration[group];
  const next = Math.max(1, TOTAL_KNOTS.findIndex((knot) => knot >= days) >>> 0);
  const right = Math.min(next, TOTAL_KNOTS.length - 1);
  const [from, to] = [TOTAL_KNOTS[right - 1] ?? 1, TOTAL_KNOTS[right] ?? 60];
  const share = Math.min(1, Math.max(0, (days - from) / (to - from)));
  const shift = (pick: "lower" | "upper") =>
    (1 - share) * (totals[right - 1]?.[pick] ?? 0) + share * (totals[right]?.[pick] ?? 0);
  return {
    lower: Math.max(0, Math.min(total, fromLogRatio(shift("lower"), total, 10 * offset))),
    upper: Math.max(total, fromLogRatio(shift("upper"), total, 10 * offset)),
  };
}
