import { toWeekday } from "@/jobs/model/calendar";
import { type Conditions, countDays, isClosed, toBin } from "./demand-conditions";
import type { PanelSeries } from "./panel";
import { toLogRatio, toOffset } from "./scaler";
import type { SeriesSeason } from "./season";

const CENTER_DAYS = 42;
const MIN_CENTER_WEIGHT = 21;
const PERSONAL_DAYS = 182;
const PERSONAL_PRIOR_DAYS = 3;

/** A series with what its windows are made from, worked out once; nothing at or after day index `length` was read but `known`. */
export interface Prepared {
  series: PanelSeries;
  /** Half-life of the level, in open days. */
  halfLife: number;
  /** Days whose values may be read. */
  length: number;
  /** Days whose known columns may be read. */
  total: number;
  closed: Uint8Array;
  weekday: Uint8Array;
  bin: Uint8Array;
  /** Cell = weekday × bin, the group of days that a personal ratio belongs to. */
  cell: Uint16Array;
  /** Panel-wide multiplier of each day's conditions, times e^season. */
  multiplier: Float64Array;
  /** Log of what the time of year does, as far as a year ago tells; 0 in the first year. */
  season: Float64Array;
  /** Running sums over open days before index t: values, and multipliers. */
  sold: Float64Array;
  expected: Float64Array;
  /** Exponential level of the open days before t. */
  trail: Float64Array;
  /** log(value / what its season's level and conditions expect); looks 42 days to both sides; NaN where closed. */
  residual: Float64Array;
  /** The same without what the series' own year before says of the time of year: for windows that hide history. */
  masked?: Prepared;
}

function fillTrail(prepared: Prepared, prior: number): void {
  const decay = 0.5 ** (1 / prepared.halfLife);
  let sold = prior;
  let expected = 1;
  for (let t = 0; t <= prepared.length; t++) {
    prepared.trail[t] = sold / expected;
    if (t === prepared.length || prepared.closed[t]) continue;
    sold = decay * sold + (prepared.series.values[t] ?? 0);
    expected = decay * expected + (prepared.multiplier[t] ?? 1);
  }
}

/** Each day's personal ratio: how the series' own cell did over the 26 weeks before, beside the panel's multiplier. */
function computePersonal({ series, length, closed, cell, multiplier, trail }: Prepared, cells: number): Float64Array {
  const sold = new Float64Array(cells);
  const expected = new Float64Array(cells);
  const personal = new Float64Array(length).fill(1);
  let allSold = 0;
  let allExpected = 0;
  const add = (t: number, sign: number) => {
    if (t < 0 || closed[t]) return;
    const index = cell[t] ?? 0;
    const want = (trail[t] ?? 0) * (multiplier[t] ?? 1);
    sold[index] = (sold[index] ?? 0) + sign * (series.values[t] ?? 0);
    expected[index] = (expected[index] ?? 0) + sign * want;
    allSold += sign * (series.values[t] ?? 0);
    allExpected += sign * want;
  };
  for (let t = 0; t < length; t++) {
    const index = cell[t] ?? 0;
    const prior = PERSONAL_PRIOR_DAYS * (trail[t] ?? 0) * (multiplier[t] ?? 1) + 1e-9;
    const overall = allExpected > 1e-9 && allSold > 1e-9 ? allSold / allExpected : 1;
    personal[t] = ((sold[index] ?? 0) / overall + prior) / ((expected[index] ?? 0) + prior);
    add(t, 1);
    add(t - PERSONAL_DAYS, -1);
  }
  return personal;
}

function fillResidual(prepared: Prepared, personal: Float64Array, isCount: boolean): void {
  const { series, length, closed, multiplier, residual } = prepared;
  const sold = new Float64Array(length + 1);
  const expected = new Float64Array(length + 1);
  for (let t = 0; t < length; t++) {
    const isOpen = closed[t] ? 0 : 1;
    sold[t + 1] = (sold[t] ?? 0) + isOpen * (series.values[t] ?? 0);
    expected[t + 1] = (expected[t] ?? 0) + isOpen * (multiplier[t] ?? 1) * (personal[t] ?? 1);
  }
  for (let t = 0; t < length; t++) {
    const [from, to] = [Math.max(0, t - CENTER_DAYS), Math.min(length, t + CENTER_DAYS + 1)];
    const weight = (expected[to] ?? 0) - (expected[from] ?? 0);
    if (closed[t] || weight < MIN_CENTER_WEIGHT) {
      residual[t] = Number.NaN;
      continue;
    }
    const level = ((sold[to] ?? 0) - (sold[from] ?? 0)) / weight;
    const want = level * (multiplier[t] ?? 1) * (personal[t] ?? 1);
    residual[t] = toLogRatio(series.values[t] ?? 0, want, toOffset(isCount, level));
  }
}

/** Works out what the windows of a series are made from, on the days before `endDay`. */
export function prepareSeries(
  series: PanelSeries,
  conditions: Conditions,
  options: { endDay: number; horizon: number; isCount: boolean; prior: number; halfLife: number },
): Prepared {
  const length = countDays(series, options.endDay);
  const total = Math.max(length, series.known[0]?.length ?? length + options.horizon);
  const bins = conditions.bin.length;
  const prepared: Prepared = {
    series,
    halfLife: options.halfLife,
    length,
    total,
    closed: new Uint8Array(total),
    weekday: new Uint8Array(total),
    bin: new Uint8Array(total),
    cell: new Uint16Array(total),
    multiplier: new Float64Array(total),
    season: new Float64Array(total),
    sold: new Float64Array(length + 1),
    expected: new Float64Array(length + 1),
    trail: new Float64Array(length + 1),
    residual: new Float64Array(length),
  };
  for (let t = 0; t < total; t++) {
    const weekday = toWeekday(series.firstDay + t);
    const bin = conditions.column < 0 ? 0 : toBin(conditions.edges, series.known[conditions.column]?.[t] ?? 0);
    prepared.closed[t] = Number(isClosed(conditions.closing, series, t));
    prepared.weekday[t] = weekday;
    prepared.bin[t] = bin;
    prepared.cell[t] = weekday * bins + bin;
    prepared.multiplier[t] = (conditions.weekday[weekday] ?? 1) * (conditions.bin[bin] ?? 1);
  }
  fillSums(prepared, options.prior);
  fillResidual(prepared, computePersonal(prepared, 7 * bins), options.isCount);
  return prepared;
}

function fillSums(prepared: Prepared, prior: number): void {
  for (let t = 0; t < prepared.length; t++) {
    const isOpen = prepared.closed[t] ? 0 : 1;
    prepared.sold[t + 1] = (prepared.sold[t] ?? 0) + isOpen * (prepared.series.values[t] ?? 0);
    prepared.expected[t + 1] = (prepared.expected[t] ?? 0) + isOpen * (prepared.multiplier[t] ?? 1);
  }
  fillTrail(prepared, prior);
}

function multiplyBy(season: Float64Array, prepared: Prepared, prior: number): void {
  prepared.season.set(season);
  for (let t = 0; t < prepared.total; t++) {
    prepared.multiplier[t] = (prepared.multiplier[t] ?? 1) * Math.exp(season[t] ?? 0);
  }
  fillSums(prepared, prior);
}

/** Multiplies what the time of year does into the conditions of a series that was prepared without it. */
export function applySeason(prepared: Prepared, season: SeriesSeason, prior: number): Prepared {
  prepared.masked = {
    ...prepared,
    season: prepared.season.slice(),
    multiplier: prepared.multiplier.slice(),
    sold: prepared.sold.slice(),
    expected: prepared.expected.slice(),
    trail: prepared.trail.slice(),
  };
  multiplyBy(season.market, prepared.masked, prior);
  multiplyBy(season.values, prepared, prior);
  return prepared;
}
