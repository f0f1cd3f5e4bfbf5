import { z } from "zod";
import { toWeekday } from "@/jobs/model/calendar";
import type { PanelSeries, PanelSpec } from "./panel";

/** Multipliers of demand over all series of a panel, 1 = the ordinary day, and what they hang on. */
export const conditionsSchema = z.object({
  weekday: z.array(z.number().positive()).length(7),
  /** Multiplier of each bin of the condition column; bin 0 is the ordinary day. */
  bin: z.array(z.number().positive()),
  /** Index of the known column that sets the bin, −1 without one. */
  column: z.int(),
  /** Lower edges of bin 1, 2, …. */
  edges: z.array(z.number()),
  /** Index of the known column that is 0 where nothing can sell, −1 without one. */
  closing: z.int(),
});

/** See {@link conditionsSchema}. */
export type Conditions = z.infer<typeof conditionsSchema>;

// Shrinks the multiplier of a rare bin towards "no effect"; in ordinary days.
const PRIOR_DAYS = 5;
const REFERENCE_DAYS = 28;
const MIN_REFERENCE_DAYS = 5;
const MAX_CLOSED_SHARE = 0.01;
const MIN_OPEN_SHARE = 0.9;
const MAX_BINS = 6;

/** Bin of a value of the condition column. */
export function toBin(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value >= (edges[bin] ?? Number.POSITIVE_INFINITY)) bin++;
  return bin;
}

/** The days of a series that may be fitted on: before `endDay`. */
export function countDays(series: PanelSeries, endDay: number): number {
  return Math.max(0, Math.min(series.values.length, endDay - series.firstDay));
}

/** Whether nothing can be sold on day index `t`. */
export function isClosed(closing: number, series: PanelSeries, t: number): boolean {
  return closing >= 0 && (series.known[closing]?.[t] ?? 1) === 0;
}

/** A column is closing when next to nothing sells where it is 0, and nearly every other day has a sale. */
function isClosing(all: readonly PanelSeries[], column: number, endDay: number): boolean {
  const zero = { days: 0, sold: 0 };
  const other = { days: 0, sold: 0 };
  for (const series of all) {
    const end = countDays(series, endDay);
    for (let t = 0; t < end; t++) {
      const side = series.known[column]?.[t] === 0 ? zero : other;
      side.days++;
      side.sold += Number((series.values[t] ?? 0) > 0);
    }
  }
  const isRare = zero.days < 0.001 * other.days;
  return !isRare && zero.sold <= MAX_CLOSED_SHARE * zero.days && other.sold >= MIN_OPEN_SHARE * other.days;
}

function listEdges(all: readonly PanelSeries[], column: number, endDay: number): number[] {
  const values: number[] = [];
  for (const series of all) {
    const end = countDays(series, endDay);
    for (let t = 0; t < end; t++) values.push(series.known[column]?.[t] ?? 0);
  }
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  if (distinct.length <= MAX_BINS) return distinct.slice(1);
  values.sort((a, b) => a - b);
  const quantiles = [0.25, 0.5, 0.75].map((share) => values[Math.floor(share * values.length)] ?? 0);
  return [...new Set(quantiles)].filter((edge) => edge > (distinct[0] ?? 0));
}

interface WeekSums {
  sold: Float64Array;
  days: Float64Array;
}

function sumWeek(series: PanelSeries, end: number, closing: number): WeekSums {
  const sums = { sold: new Float64Array(7), days: new Float64Array(7) };
  for (let t = 0; t < end; t++) {
    if (isClosed(closing, series, t)) continue;
    const weekday = toWeekday(series.firstDay + t);
    sums.sold[weekday] = (sums.sold[weekday] ?? 0) + (series.values[t] ?? 0);
    sums.days[weekday] = (sums.days[weekday] ?? 0) + 1;
  }
  return sums;
}

const toTotal = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

function fitWeekdays(all: readonly PanelSeries[], endDay: number, closing: number): number[] {
  const ratio = new Float64Array(7);
  const weights = new Float64Array(7);
  for (const series of all) {
    const { sold, days } = sumWeek(series, countDays(series, endDay), closing);
    const mean = toTotal(sold) / toTotal(days);
    if (!(mean > 0)) continue;
    // Series count by their days, not by their size, unless so little sells that their week is mostly noise.
    const weight = Math.min(1, mean);
    for (let weekday = 0; weekday < 7; weekday++) {
      ratio[weekday] = (ratio[weekday] ?? 0) + (weight * (sold[weekday] ?? 0)) / mean;
      weights[weekday] = (weights[weekday] ?? 0) + weight * (days[weekday] ?? 0);
    }
  }
  return Array.from(ratio, (sum, weekday) => (sum + PRIOR_DAYS) / ((weights[weekday] ?? 0) + PRIOR_DAYS));
}

/** Mean of the ordinary open days among the 28 before `t`, weekday removed; NaN when there are too few. */
function computeReference(series: PanelSeries, t: number, conditions: Conditions): number {
  let sold = 0;
  let expected = 0;
  let days = 0;
  for (let u = Math.max(0, t - REFERENCE_DAYS); u < t; u++) {
    if (isClosed(conditions.closing, series, u)) continue;
    if (toBin(conditions.edges, series.known[conditions.column]?.[u] ?? 0) > 0) continue;
    sold += series.values[u] ?? 0;
    expected += conditions.weekday[toWeekday(series.firstDay + u)] ?? 1;
    days++;
  }
  return days >= MIN_REFERENCE_DAYS ? sold / expected : Number.NaN;
}

interface BinFit {
  bin: number[];
  /** Squared log effect summed over days: how much of the panel's variation the bins explain. */
  effect: number;
}

/** Fits the multipliers of the bins of `conditions.column`. */
function fitBins(all: readonly PanelSeries[], endDay: number, conditions: Conditions): BinFit {
  const ratio = new Float64Array(conditions.edges.length + 1);
  const days = new Float64Array(conditions.edges.length + 1);
  for (const series of all) {
    const end = countDays(series, endDay);
    for (let t = MIN_REFERENCE_DAYS; t < end; t++) {
      const bin = toBin(conditions.edges, series.known[conditions.column]?.[t] ?? 0);
      if (bin === 0 || isClosed(conditions.closing, series, t)) continue;
      const reference = computeReference(series, t, conditions);
      if (!(reference > 0)) continue;
      const weight = Math.min(1, reference);
      const expected = reference * (conditions.weekday[toWeekday(series.firstDay + t)] ?? 1);
      ratio[bin] = (ratio[bin] ?? 0) + (weight * (series.values[t] ?? 0)) / expected;
      days[bin] = (days[bin] ?? 0) + weight;
    }
  }
  const bin = Array.from(ratio, (sum, i) => (i === 0 ? 1 : (sum + PRIOR_DAYS) / ((days[i] ?? 0) + PRIOR_DAYS)));
  return { bin, effect: bin.reduce((sum, value, i) => sum + Math.log(value) ** 2 * (days[i] ?? 0), 0) };
}

/** Finds what the level of a day hangs on and fits it, on the days before `endDay` of every series. */
export function fitConditions(all: readonly PanelSeries[], spec: PanelSpec, endDay: number): Conditions {
  const closing = spec.condition ? -1 : spec.known.findIndex((_, column) => isClosing(all, column, endDay));
  const none = { weekday: fitWeekdays(all, endDay, closing), bin: [1], column: -1, edges: [], closing };
  const candidates = spec.condition
    ? [spec.condition]
    : spec.known.map((_, column) => ({ column, edges: listEdges(all, column, endDay) }));
  let best: { conditions: Conditions; effect: number } = { conditions: none, effect: 0 };
  for (const { column, edges } of candidates) {
    if (column === closing || edges.length === 0) continue;
    const trial: Conditions = { ...none, column, edges };
    const { bin, effect } = fitBins(all, endDay, trial);
    if (effect > best.effect || spec.condition) best = { conditions: { ...trial, bin }, effect };
  }
  return best.conditions;
}
