import { QUANTILES } from "@/jobs/model/metrics";
import type { PanelSeries, PanelSpec } from "@/jobs/model/panel/panel";
import { toQuantile } from "@/jobs/model/quantile";
import { forecastAutoEts } from "./auto-ets";
import { isClosedDay, type RivalConditions } from "./rival-conditions";

/** Days whose errors give the naive rules their bands. */
const RESIDUAL_DAYS = 364;
/** Days over which same-condition means are taken: 26 weeks. */
const CONDITION_DAYS = 182;
/** Days that a condition must have been seen on, so that its mean is used. */
const MIN_CONDITION_DAYS = 3;
/** Days given to exponential smoothing: more are slower and no better. */
const AUTO_ETS_DAYS = 728;
/** How many standard deviations of a normal lie between its .5 and its .75 quantile, per those up to its .9. */
const QUARTILE_SHARE = 0.67449 / 1.28155;

/** A rule's forecast of one series: its point, and one array per `QUANTILES` whose .5 is the point; each [horizon]. */
export interface RivalForecast {
  mean: Float64Array;
  quantiles: Float64Array[];
}

/** No negative forecast for a series that was never negative. */
function toFloor(values: Float64Array): number {
  return values.some((value) => value < 0) ? Number.NEGATIVE_INFINITY : 0;
}

/** A band around the point from sorted past errors by horizon step; the point stays inside. */
function toBand(mean: Float64Array, errorsOf: (h: number) => Float64Array, floor: number): RivalForecast {
  const quantiles = QUANTILES.map((level) =>
    mean.map((point, h) => {
      const error = level === 0.5 ? 0 : toQuantile(errorsOf(h), level);
      return Math.max(floor, point + (level < 0.5 ? Math.min(0, error) : Math.max(0, error)));
    }),
  );
  return { mean, quantiles };
}

/** Sorted changes over `lag` days, or the longest multiple of the season that the series holds. */
function toSortedChanges(values: Float64Array, lag: number, season: number): Float64Array {
  const longest = season * Math.floor((values.length - 1) / season);
  const days = Math.min(lag, longest);
  if (days <= 0) return new Float64Array(0);
  const from = Math.max(days, values.length - RESIDUAL_DAYS);
  return Float64Array.from({ length: values.length - from }, (_, i) => {
    return (values[from + i] ?? 0) - (values[from + i - days] ?? 0);
  }).sort();
}

/**
 * Repeats the last season; `season` 1 repeats the last day. The band at each step is that of the past changes over as
 * many seasons.
 */
export function forecastSeasonalNaive(values: Float64Array, horizon: number, season: number): RivalForecast {
  const last = values.length - Math.min(season, values.length);
  const length = values.length - last;
  const mean = Float64Array.from({ length: horizon }, (_, h) => (length > 0 ? (values[last + (h % length)] ?? 0) : 0));
  const byLag = new Map<number, Float64Array>();
  const errorsOf = (h: number) => {
    const lag = season * Math.ceil((h + 1) / season);
    const errors = byLag.get(lag) ?? toSortedChanges(values, lag, season);
    byLag.set(lag, errors);
    return errors;
  };
  return toBand(mean, errorsOf, toFloor(values));
}

type Cell = { sum: number; days: number };

/** Names of a day's condition from the finest to "any day": each leaves out the last column of the one before. */
function toConditionNames(series: PanelSeries, columns: readonly number[], season: number, t: number): string[] {
  const names = [`${(series.firstDay + t) % season}`];
  for (const column of columns) names.unshift(`${names[0]}/${series.known[column]?.[t] ?? 0}`);
  return [...names, ""];
}

/**
 * Mean of the days of the last 26 weeks with the same place in the season and the same values of the panel's two-valued
 * known columns; where fewer than three were seen, without the last of these columns, and so on. 0 on closed days.
 * Reads the future of `series.known` only.
 */
export function forecastSameCondition(
  series: PanelSeries,
  { horizon, season }: Pick<PanelSpec, "horizon" | "season">,
  conditions: RivalConditions,
): RivalForecast {
  const { values } = series;
  const end = values.length;
  const cells = new Map<string, Cell>();
  const openDays: number[] = [];
  for (let t = Math.max(0, end - CONDITION_DAYS); t < end; t++) {
    if (isClosedDay(conditions, series, t)) continue;
    openDays.push(t);
    for (const name of toConditionNames(series, conditions.columns, season, t)) {
      const cell = cells.get(name) ?? { sum: 0, days: 0 };
      cells.set(name, { sum: cell.sum + (values[t] ?? 0), days: cell.days + 1 });
    }
  }
  const meanAt = (t: number) => {
    const seen = toConditionNames(series, conditions.columns, season, t).map((name) => cells.get(name));
    const cell = seen.find((each) => each && each.days >= MIN_CONDITION_DAYS) ?? seen.at(-1);
    return cell ? cell.sum / cell.days : 0;
  };
  const errors = Float64Array.from(openDays, (t) => (values[t] ?? 0) - meanAt(t)).sort();
  const isClosed = Array.from({ length: horizon }, (_, h) => isClosedDay(conditions, series, end + h));
  const mean = Float64Array.from(isClosed, (closed, h) => (closed ? 0 : meanAt(end + h)));
  return toBand(mean, (h) => (isClosed[h] ? new Float64Array(0) : errors), toFloor(values));
}

/** Exponential smoothing with quartiles of the normal its interval stands for; the reason where it has no forecast. */
export function forecastSmoothed(
  values: Float64Array,
  { horizon, season }: Pick<PanelSpec, "horizon" | "season">,
): RivalForecast | { reason: string } {
  const result = forecastAutoEts(values.subarray(Math.max(0, values.length - AUTO_ETS_DAYS)), horizon, season);
  if (!result.forecast) return { reason: result.reason };
  const { mean, lower, upper } = result.forecast;
  const quantiles = QUANTILES.map((level) => {
    const edge = level < 0.5 ? lower : upper;
    const share = level === 0.5 ? 0 : level > 0.1 && level < 0.9 ? QUARTILE_SHARE : 1;
    return mean.map((point, h) => point + share * ((edge[h] ?? point) - point));
  });
  return { mean, quantiles };
}
