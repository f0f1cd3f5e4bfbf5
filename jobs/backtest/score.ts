import { computePinball, QUANTILES } from "@/jobs/model/metrics";

/** A band narrower than this share of the seasonal error is of a day whose value is known, such as a closed one. */
const KNOWN_WIDTH = 1e-3;
/** Levels of the quantile losses: those of the published benchmark; ours are interpolated linearly to them. */
const SCORED_LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
const MEDIAN = QUANTILES.indexOf(0.5);

/** One series at one origin: what was observed, what was forecast, and how far off last season's values used to be. */
export interface ScoredWindow {
  /** [horizon], NaN where nothing was observed. */
  actual: Float64Array;
  /** One array [horizon] per `QUANTILES`; the median is the point that is scored. */
  quantiles: readonly Float64Array[];
  scale: SeasonalError;
}

/** Mean absolute and mean squared change over a season before the origin; NaN where there is none. */
export interface SeasonalError {
  absolute: number;
  squared: number;
}

/**
 * Accuracy at one origin, as fev-bench defines it: scaled measures are means over series (series that never change over
 * a season are left out), the others are of all series together. NaN where nothing could be scored.
 */
export interface Scores {
  /** Mean absolute error over the in-sample error of seasonal naive. */
  mase: number;
  /** Sum of absolute errors over the sum of absolute values. */
  wape: number;
  /** Root of the mean squared error over the in-sample squared error of seasonal naive. */
  rmsse: number;
  /** Sum of the medians over the sum of the values, less 1. */
  bias: number;
  /** Twice the pinball loss, mean over the levels .1 to .9, scaled as MASE is. */
  sql: number;
  /** The same sum over the sum of absolute values. */
  wql: number;
  /** Share of days in the 80 % band, edges included. */
  coverage: number;
  /** The same over the days that have a band to speak of, which closed days have not. */
  openCoverage: number;
  /** Mean width of the 80 % band, scaled as MASE is. */
  width: number;
  /** Series scored. */
  series: number;
}

/** Names of the measures in {@link Scores}. */
export const MEASURES = ["mase", "wape", "rmsse", "bias", "sql", "wql", "coverage", "openCoverage", "width"] as const;

/** In-sample error of seasonal naive over all values before an origin. */
export function computeSeasonalError(values: Float64Array, season: number): SeasonalError {
  let [absolute, squared] = [0, 0];
  for (let t = season; t < values.length; t++) {
    const change = (values[t] ?? 0) - (values[t - season] ?? 0);
    absolute += Math.abs(change);
    squared += change * change;
  }
  const days = values.length - season;
  return days > 0 && absolute > 0
    ? { absolute: absolute / days, squared: squared / days }
    : { absolute: Number.NaN, squared: Number.NaN };
}

/** The quantile at `level` of day `h`, linear between the forecast levels next to it. */
function interpolate(quantiles: readonly Float64Array[], level: number, h: number): number {
  const found = QUANTILES.findIndex((known) => known >= level - 1e-9);
  const above = Math.max(1, found < 0 ? QUANTILES.length - 1 : found);
  const [from, to] = [QUANTILES[above - 1] ?? 0, QUANTILES[above] ?? 1];
  const [low, high] = [quantiles[above - 1]?.[h] ?? Number.NaN, quantiles[above]?.[h] ?? Number.NaN];
  return low + ((level - from) / (to - from)) * (high - low);
}

/** Twice the pinball loss of a day, mean over the scored levels. */
function computeQuantileLoss(actual: number, quantiles: readonly Float64Array[], h: number): number {
  let sum = 0;
  for (const level of SCORED_LEVELS) sum += computePinball(actual, interpolate(quantiles, level, h), level);
  return (2 * sum) / SCORED_LEVELS.length;
}

/** Sums over the days of one series or of several. */
interface Sums {
  days: number;
  absolute: number;
  squared: number;
  loss: number;
  width: number;
  covered: number;
  openDays: number;
  openCovered: number;
  actual: number;
  size: number;
  forecast: number;
}

function createSums(): Sums {
  const none = { days: 0, absolute: 0, squared: 0, loss: 0, width: 0, covered: 0, openDays: 0, openCovered: 0 };
  return { ...none, actual: 0, size: 0, forecast: 0 };
}

function addDay(sums: Sums, { actual: actuals, quantiles, scale }: ScoredWindow, h: number): void {
  const actual = actuals[h] ?? Number.NaN;
  if (Number.isNaN(actual)) return;
  const [lower = Number.NaN, upper = Number.NaN] = [quantiles[0]?.[h], quantiles.at(-1)?.[h]];
  const point = quantiles[MEDIAN]?.[h] ?? Number.NaN;
  const isInside = actual >= lower && actual <= upper;
  const isOpen = upper - lower > KNOWN_WIDTH * (scale.absolute || 0);
  sums.days++;
  sums.absolute += Math.abs(actual - point);
  sums.squared += (actual - point) ** 2;
  sums.loss += computeQuantileLoss(actual, quantiles, h);
  sums.width += upper - lower;
  sums.covered += Number(isInside);
  sums.openDays += Number(isOpen);
  sums.openCovered += Number(isOpen && isInside);
  sums.actual += actual;
  sums.size += Math.abs(actual);
  sums.forecast += point;
}

function addSums(into: Sums, from: Sums): void {
  for (const [name, value] of Object.entries(from)) into[name as keyof Sums] += value;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : Number.NaN;
}

/** Scores the days [`from`, `to`) of the horizon of the series at one origin. */
export function computeScores(windows: readonly ScoredWindow[], from: number, to: number): Scores {
  const all = createSums();
  const scaled = { mase: 0, squared: 0, sql: 0, width: 0, series: 0 };
  let series = 0;
  for (const window of windows) {
    const sums = createSums();
    for (let h = from; h < to; h++) addDay(sums, window, h);
    if (sums.days === 0) continue;
    series++;
    addSums(all, sums);
    const { absolute, squared } = window.scale;
    if (Number.isNaN(absolute)) continue;
    scaled.series++;
    scaled.mase += sums.absolute / sums.days / absolute;
    scaled.squared += sums.squared / sums.days / squared;
    scaled.sql += sums.loss / sums.days / absolute;
    scaled.width += sums.width / sums.days / absolute;
  }
  return {
    mase: ratio(scaled.mase, scaled.series),
    wape: ratio(all.absolute, all.size),
    rmsse: Math.sqrt(ratio(scaled.squared, scaled.series)),
    bias: ratio(all.forecast, all.actual) - 1,
    sql: ratio(scaled.sql, scaled.series),
    wql: ratio(all.loss, all.size),
    coverage: ratio(all.covered, all.days),
    openCoverage: ratio(all.openCovered, all.openDays),
    width: ratio(scaled.width, scaled.series),
    series,
  };
}

/** Mean of each measure over the origins that have it; the most series at any of them. */
export function averageScores(all: readonly Scores[]): Scores {
  const meanOf = (measure: (typeof MEASURES)[number]) => {
    const found = all.map((scores) => scores[measure]).filter((value) => !Number.isNaN(value));
    return ratio(
      found.reduce((sum, value) => sum + value, 0),
      found.length,
    );
  };
  const series = Math.max(0, ...all.map((scores) => scores.series));
  return {
    mase: meanOf("mase"),
    wape: meanOf("wape"),
    rmsse: meanOf("rmsse"),
    bias: meanOf("bias"),
    sql: meanOf("sql"),
    wql: meanOf("wql"),
    coverage: meanOf("coverage"),
    openCoverage: meanOf("openCoverage"),
    width: meanOf("width"),
    series,
  };
}
