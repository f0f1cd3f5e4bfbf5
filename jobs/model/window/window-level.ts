import type { Prepared } from "@/jobs/model/panel/prepared";
import { toLogRatio } from "@/jobs/model/panel/scaler";

// Half-lives after which a day no longer counts.
const LEVEL_HALF_LIVES = 5;
const PERSONAL_DAYS = 182;
const PERSONAL_PRIOR_DAYS = 2;
const MIN_PERSONAL_HISTORY = 42;
// Weight of the prior level, in days: enough to keep a first day without a sale from meaning "never".
const PRIOR_DAYS = 0.5;

/** Where a series stands after day index `origin`, as seen from day index `start` on; values an ordinary day. */
export interface WindowLevel {
  recent: number;
  /** Levels over 7, 28, 91, 182 and 364 days. */
  spans: number[];
  /** Personal ratio of each cell over the panel's multiplier. */
  personal: Float64Array;
  /** Plain mean of each cell over 26 weeks; NaN where it was not seen. */
  cellMean: Float64Array;
  /** Mean |log residual| and share of zeros over the last 56 open days. */
  volatility: number;
  zeroShare: number;
}

/** Spans over which levels are taken, in days. */
const LEVEL_SPANS = [7, 28, 91, 182, 364] as const;

function computeRecent(prepared: Prepared, origin: number, start: number, prior: number): number {
  let sold = PRIOR_DAYS * prior;
  let expected = PRIOR_DAYS;
  const { values } = prepared.series;
  const decay = 0.5 ** (1 / prepared.halfLife);
  let weight = 1;
  for (let age = 0; age < LEVEL_HALF_LIVES * prepared.halfLife && origin - age >= start; age++) {
    const t = origin - age;
    if (prepared.closed[t]) continue;
    weight *= decay;
    sold += weight * (values[t] ?? 0);
    expected += weight * (prepared.multiplier[t] ?? 1);
  }
  return sold / expected;
}

/** What was sold and expected on the open days of the last 26 weeks, by cell and in all. */
interface CellSums {
  sold: Float64Array;
  expected: Float64Array;
  days: Float64Array;
  allSold: number;
  allExpected: number;
}

function sumCells(prepared: Prepared, origin: number, start: number, recent: number, cells: number): CellSums {
  const { series, closed, cell, multiplier, trail } = prepared;
  const [sold, expected, days] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  let allSold = 0;
  let allExpected = 0;
  for (let t = Math.max(start, origin - PERSONAL_DAYS + 1); t <= origin; t++) {
    if (closed[t]) continue;
    const index = cell[t] ?? 0;
    const value = series.values[t] ?? 0;
    const want = (start > 0 ? recent : (trail[t] ?? 0)) * (multiplier[t] ?? 1);
    sold[index] = (sold[index] ?? 0) + value;
    expected[index] = (expected[index] ?? 0) + want;
    days[index] = (days[index] ?? 0) + 1;
    allSold += value;
    allExpected += want;
  }
  return { sold, expected, days, allSold, allExpected };
}

function fillCells(prepared: Prepared, origin: number, start: number, level: WindowLevel): void {
  const { personal, cellMean } = level;
  const { sold, expected, days, ...all } = sumCells(prepared, origin, start, level.recent, personal.length);
  const isLong = origin - start + 1 >= MIN_PERSONAL_HISTORY;
  const overall = isLong && all.allExpected > 1e-9 && all.allSold > 1e-9 ? all.allSold / all.allExpected : 0;
  personal.fill(1);
  for (let index = 0; index < personal.length; index++) {
    const count = days[index] ?? 0;
    cellMean[index] = count > 0 ? (sold[index] ?? 0) / count : Number.NaN;
    if (overall === 0 || count === 0) continue;
    const prior = (PERSONAL_PRIOR_DAYS * (expected[index] ?? 0)) / count + 1e-9;
    personal[index] = ((sold[index] ?? 0) / overall + prior) / ((expected[index] ?? 0) + prior);
  }
}

function fillNoise(prepared: Prepared, origin: number, start: number, offset: number, level: WindowLevel): void {
  const { series, closed, cell, multiplier } = prepared;
  let sum = 0;
  let zeros = 0;
  let days = 0;
  for (let t = Math.max(start, origin - 55); t <= origin; t++) {
    if (closed[t]) continue;
    const value = series.values[t] ?? 0;
    const want = level.recent * (multiplier[t] ?? 1) * (level.personal[cell[t] ?? 0] ?? 1);
    sum += Math.abs(toLogRatio(value, want, offset));
    zeros += Number(value === 0);
    days++;
  }
  level.volatility = days > 0 ? sum / days : 0;
  level.zeroShare = days > 0 ? zeros / days : 0;
}

/** Levels and same-condition ratios from the days [start, origin] only; `prior` is the level of an unknown series. */
export function computeWindowLevel(
  prepared: Prepared,
  origin: number,
  start: number,
  options: { prior: number; cells: number; toOffset: (level: number) => number },
): WindowLevel {
  const recent = computeRecent(prepared, origin, start, options.prior);
  const level: WindowLevel = {
    recent,
    spans: LEVEL_SPANS.map((span) => {
      const from = Math.max(start, origin - span + 1);
      const sold = (prepared.sold[origin + 1] ?? 0) - (prepared.sold[from] ?? 0);
      const expected = (prepared.expected[origin + 1] ?? 0) - (prepared.expected[from] ?? 0);
      return from > origin ? recent : (sold + PRIOR_DAYS * recent) / (expected + PRIOR_DAYS);
    }),
    personal: new Float64Array(options.cells),
    cellMean: new Float64Array(options.cells),
    volatility: 0,
    zeroShare: 0,
  };
  fillCells(prepared, origin, start, level);
  fillNoise(prepared, origin, start, options.toOffset(recent), level);
  return level;
}
