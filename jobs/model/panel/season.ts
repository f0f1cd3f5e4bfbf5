import { z } from "zod";
import type { Prepared } from "./prepared";

/**
 * What the time of year does, as a year ago tells it: the residuals of the same weekday 52 weeks before, of the series
 * and of the whole market, each as far as it held in the past. One season is little to learn from, so the coefficients
 * are shrunk towards nothing, and a network never sees the year-ago values themselves.
 */
export const seasonSchema = z.object({
  /** Mean residual of all series by day, from `firstDay` on. */
  firstDay: z.int(),
  market: z.array(z.number()),
  /** Log shift per unit of each of {@link listYearAgo}. */
  coefficients: z.array(z.number()),
});

/** See {@link seasonSchema}. */
export type Season = z.infer<typeof seasonSchema>;

const YEAR = 364;
const YEAR_BY_DATE = 365;
const WEEK_RADIUS = 3;
const FEATURES = 5;
// The first of them; the others are the series' own.
const MARKET_FEATURES = 3;
const MIN_MARKET_SERIES = 3;
// The past counts as this many days less than it has: years differ, and all series share one past.
const PRIOR_DAYS = 60;
const MAX_RESIDUAL = 1.5;
const DIGITS = 1e4;

const clip = (value: number) => Math.max(-MAX_RESIDUAL, Math.min(MAX_RESIDUAL, value));

function fitMarket(all: readonly Prepared[], firstDay: number, endDay: number): number[] {
  const sums = new Float64Array(Math.max(0, endDay - firstDay));
  const counts = new Float64Array(sums.length);
  for (const { series, length, residual } of all) {
    for (let t = 0; t < length; t++) {
      const value = residual[t] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const day = series.firstDay + t - firstDay;
      sums[day] = (sums[day] ?? 0) + clip(value);
      counts[day] = (counts[day] ?? 0) + 1;
    }
  }
  return Array.from(sums, (sum, day) =>
    (counts[day] ?? 0) < MIN_MARKET_SERIES ? 0 : Math.round((DIGITS * sum) / (counts[day] ?? 1)) / DIGITS,
  );
}

function meanAround(values: ArrayLike<number>, center: number, end: number): number {
  let sum = 0;
  let count = 0;
  for (let t = Math.max(0, center - WEEK_RADIUS); t <= Math.min(end - 1, center + WEEK_RADIUS); t++) {
    const value = values[t] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += clip(value);
    count++;
  }
  return count > 0 ? sum / count : 0;
}

/**
 * Writes what a year ago says of day index `t`: the market on that weekday, in that week, on that date; the series'
 * own difference from the market on that weekday and in that week. False where a year ago is not known.
 */
function fillYearAgo({ series, residual, length }: Prepared, t: number, season: Season, out: Float64Array): boolean {
  const day = series.firstDay + t - season.firstDay;
  if (day - YEAR_BY_DATE < 0) return false;
  const { market } = season;
  const week = meanAround(market, day - YEAR, market.length);
  out[0] = (market[day - YEAR] ?? 0) - week;
  out[1] = week;
  out[2] = (market[day - YEAR_BY_DATE] ?? 0) - week;
  const own = t - YEAR >= 0 ? (residual[t - YEAR] ?? Number.NaN) : Number.NaN;
  const ownWeek = t - YEAR >= WEEK_RADIUS ? meanAround(residual, t - YEAR, length) - week : 0;
  out[3] = Number.isNaN(own) ? 0 : clip(own) - (market[day - YEAR] ?? 0) - ownWeek;
  out[4] = ownWeek;
  return true;
}

/** Solves the ridge regression's normal equations by Gaussian elimination; they are positive definite. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (let pivot = 0; pivot < n; pivot++) {
    for (let i = pivot + 1; i < n; i++) {
      const factor = (rows[i]?.[pivot] ?? 0) / (rows[pivot]?.[pivot] ?? 1);
      rows[i] = (rows[i] ?? []).map((value, j) => value - factor * (rows[pivot]?.[j] ?? 0));
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = rows[i]?.[n] ?? 0;
    for (let j = i + 1; j < n; j++) rest -= (rows[i]?.[j] ?? 0) * (solution[j] ?? 0);
    solution[i] = rest / (rows[i]?.[i] ?? 1);
  }
  return solution;
}

/** The normal equations of a ridge regression, summed up day by day. */
interface NormalEquations {
  products: number[][];
  right: number[];
  count: number;
}

function addDay({ products, right }: NormalEquations, x: Float64Array, y: number): void {
  for (let i = 0; i < FEATURES; i++) {
    right[i] = (right[i] ?? 0) + (x[i] ?? 0) * y;
    const row = products[i] ?? [];
    for (let j = 0; j < FEATURES; j++) row[j] = (row[j] ?? 0) + (x[i] ?? 0) * (x[j] ?? 0);
  }
}

/** Fits what a year ago tells on series prepared without a season, on the days before `endDay`. */
export function fitSeason(all: readonly Prepared[], firstDay: number, endDay: number): Season {
  const season: Season = { firstDay, market: fitMarket(all, firstDay, endDay), coefficients: [] };
  const zeros = () => new Array<number>(FEATURES).fill(0);
  const equations: NormalEquations = { products: Array.from({ length: FEATURES }, zeros), right: zeros(), count: 0 };
  const x = new Float64Array(FEATURES);
  for (const prepared of all) {
    for (let t = 0; t < prepared.length; t++) {
      const y = prepared.residual[t] ?? Number.NaN;
      if (Number.isNaN(y) || !fillYearAgo(prepared, t, season, x)) continue;
      equations.count++;
      addDay(equations, x, clip(y));
    }
  }
  const days = Math.max(1, endDay - firstDay - YEAR_BY_DATE);
  const ridge = PRIOR_DAYS / days;
  const { products, right, count } = equations;
  products.forEach((row, i) => {
    row[i] = (row[i] ?? 0) * (1 + ridge) + 1e-6;
  });
  return { ...season, coefficients: count > 0 ? solve(products, right) : zeros() };
}

/** Log of what the time of year does on every day of a series; 0 where a year ago is not known. */
export interface SeriesSeason {
  values: Float64Array;
  /** The same as the market alone tells it, for those who may not know the series' own year before. */
  market: Float64Array;
}

/** See {@link SeriesSeason}. */
export function computeSeason(prepared: Prepared, season: Season): SeriesSeason {
  const values = new Float64Array(prepared.total);
  const market = new Float64Array(prepared.total);
  const x = new Float64Array(FEATURES);
  for (let t = 0; t < prepared.total; t++) {
    if (prepared.closed[t] || !fillYearAgo(prepared, t, season, x)) continue;
    let sum = 0;
    for (let i = 0; i < FEATURES; i++) {
      sum += (season.coefficients[i] ?? 0) * (x[i] ?? 0);
      if (i === MARKET_FEATURES - 1) market[t] = clip(sum);
    }
    values[t] = clip(sum);
  }
  return { values, market };
}
