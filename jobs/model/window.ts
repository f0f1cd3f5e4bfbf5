import { toYearAngle } from "./calendar";
import { getDayFlags } from "./holidays";
import type { PanelSpec } from "./panel";
import type { PanelContext } from "./panel-context";
import { LOOK_BACK, listContextFeatures, listFutureFeatures, listPastFeatures } from "./panel-features";
import { type Prepared, toOffset } from "./prepared";
import { computeWindowLevel, type WindowLevel } from "./window-level";

const LAUNCH_BOOST_DAYS = 7;
const CONDITION_MEMORY_DAYS = 28;
const MAX_HISTORY_DAYS = 112;
const CHANGE_DAYS = 7;
const YEAR = 364;
const NEVER_CLOSED_OFFSET = 1e-6;

/** Inputs of `size` windows over `days` forecast days each; row-major, `past` time-major: row = step × size + window. */
export interface WindowBatch {
  size: number;
  days: number;
  past: Float32Array;
  context: Float32Array;
  future: Float32Array;
  /** What level and conditions expect, [size, days]; 0 on closed days. */
  base: Float32Array;
}

/** What windows are written with. */
export interface WindowKit {
  spec: PanelSpec;
  context: PanelContext;
}

/** A window: a series as seen on day index `origin` (−1: nothing known yet) when it is known from day index `start` on. */
export interface Window {
  prepared: Prepared;
  origin: number;
  start: number;
  /** Horizon days (0 = the day after the origin) to forecast. */
  days: ArrayLike<number>;
}

/** Allocates a batch. */
export function createBatch(size: number, days: number, { spec }: WindowKit): WindowBatch {
  return {
    size,
    days,
    past: new Float32Array(size * LOOK_BACK * listPastFeatures(spec).length),
    context: new Float32Array(size * listContextFeatures(spec).length),
    future: new Float32Array(size * days * listFutureFeatures(spec).length),
    base: new Float32Array(size * days),
  };
}

const toLogAge = (age: number) => Math.log1p(Math.max(0, age)) / 8;

function writePast(batch: WindowBatch, slot: number, window: Window, level: WindowLevel, kit: WindowKit): void {
  const { prepared, origin, start } = window;
  const { series } = prepared;
  const { spec, context } = kit;
  const width = 7 + spec.known.length;
  const offset = toOffset(spec.isCount, level.recent);
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
    batch.past[at++] = isClosed ? 0 : Math.log((value + offset) / (want + offset));
    batch.past[at++] = isClosed ? 0 : (Math.log(value + offset) - context.logLevel.mean) / context.logLevel.spread / 2;
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

function writeContext(batch: WindowBatch, slot: number, window: Window, level: WindowLevel, kit: WindowKit): void {
  const { prepared, origin, start } = window;
  const { series } = prepared;
  const { spec, context } = kit;
  const offset = toOffset(spec.isCount, level.recent);
  const last = Math.max(0, origin);
  const history = origin - start + 1;
  let at = slot * listContextFeaturesCount(spec);
  const standard = (value: number, moments: { mean: number; spread: number } | undefined) =>
    Number.isFinite(value) && moments ? (value - moments.mean) / moments.spread / 2 : 0;
  spec.statics.forEach((_, i) => {
    batch.context[at++] = standard(series.statics[i] ?? Number.NaN, context.statics[i]);
  });
  spec.slow?.forEach((_, i) => {
    batch.context[at++] = standard(series.slow?.[i]?.[last] ?? Number.NaN, context.slow[i]);
  });
  batch.context[at++] = (Math.log(level.recent + 0.05) - context.logLevel.mean) / context.logLevel.spread / 2;
  for (const span of level.spans) batch.context[at++] = Math.log((span + offset) / (level.recent + offset));
  batch.context[at++] = context.hasYears ? computeGrowth(window, offset) : 0;
  // Bounded: in a panel whose series all start on one day, the length of history would be a clock.
  batch.context[at++] = Math.log1p(Math.min(history, MAX_HISTORY_DAYS)) / 5;
  batch.context[at++] = Math.exp(-history / 14);
  batch.context[at++] = spec.hasAges ? toLogAge(series.firstAge + origin) : 0;
  batch.context[at++] = level.volatility;
  batch.context[at++] = level.zeroShare;
}

const listContextFeaturesCount = (spec: PanelSpec) => spec.statics.length + (spec.slow?.length ?? 0) + 12;

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
  return then > 0 && now > 0 ? Math.log((now + offset) / (then + offset)) : 0;
}

/** How long the condition has held on the origin day, or how long ago the last one ended. */
function findConditionState({ prepared, origin, start }: Window): { age: number; since: number } {
  const holds = (t: number) => t >= start && (prepared.bin[t] ?? 0) > 0;
  let age = 0;
  while (age < CONDITION_MEMORY_DAYS && holds(origin - age)) age++;
  let since = 0;
  while (since < CONDITION_MEMORY_DAYS && !holds(origin - since)) since++;
  return { age, since };
}

/** How near the next (or last) day with another value lies: 1 tomorrow, fading to 0 beyond a week. */
function findChange(values: ArrayLike<number>, t: number, direction: 1 | -1, last: number): number {
  const now = values[t];
  for (let distance = 1; distance <= CHANGE_DAYS; distance++) {
    const other = t + direction * distance;
    if (other < 0 || other > last) return 0;
    if (values[other] !== now) return (CHANGE_DAYS + 1 - distance) / CHANGE_DAYS;
  }
  return 0;
}

/** Sines, flags and ramps of a calendar day; the same for every series, so that it is worked out once a day number. */
const calendarCache = new Map<number, Float32Array>();

function getCalendar(day: number): Float32Array {
  let values = calendarCache.get(day);
  if (values) return values;
  const date = new Date(day * 86_400_000);
  const dayOfMonth = date.getUTCDate();
  const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const flags = getDayFlags(day);
  const december = date.getUTCMonth() === 11 && dayOfMonth <= 24 ? dayOfMonth / 24 : 0;
  const year = toYearAngle(day);
  values = Float32Array.of(
    Math.max(0, (4 - dayOfMonth) / 3),
    Math.max(0, (3 - (daysInMonth - dayOfMonth)) / 3),
    Number(flags.isHoliday),
    Number(flags.isHolidayEve),
    Number(flags.isThanksgivingWeek),
    Number(flags.isPreChristmas),
    december,
    Number(flags.isYearEnd),
    ...[Math.sin(year), Math.cos(year), Math.sin(2 * year), Math.cos(2 * year)],
  );
  calendarCache.set(day, values);
  return values;
}

const HOLIDAY_FROM = 2;
const HOLIDAY_TO = 5;
const YEAR_FROM = 8;

function writeCalendar(batch: WindowBatch, at: number, day: number, { spec, context }: WindowKit): number {
  const values = getCalendar(day);
  for (let i = 0; i < values.length; i++) {
    const isHoliday = i >= HOLIDAY_FROM && i < HOLIDAY_TO;
    const isOff = (isHoliday && !spec.hasAges) || (i >= YEAR_FROM && !context.hasYears);
    batch.future[at++] = isOff ? 0 : (values[i] ?? 0);
  }
  return at;
}

function writeFuture(batch: WindowBatch, slot: number, window: Window, level: WindowLevel, kit: WindowKit): void {
  const { prepared, origin, days } = window;
  const { series } = prepared;
  const { spec, context } = kit;
  const offset = toOffset(spec.isCount, level.recent);
  const lastKnown = Math.min(prepared.total - 1, origin + spec.horizon);
  const state = findConditionState(window);
  const originAge = series.firstAge + origin;
  const width = batch.future.length / (batch.size * batch.days);
  let reached = origin;
  for (let i = 0; i < batch.days; i++) {
    const h = days[i] ?? 0;
    const t = origin + 1 + h;
    while (reached < t) {
      const holds = (prepared.bin[++reached] ?? 0) > 0;
      state.age = holds ? Math.min(CONDITION_MEMORY_DAYS, state.age + 1) : 0;
      state.since = holds ? 0 : Math.min(CONDITION_MEMORY_DAYS, state.since + 1);
    }
    let at = (slot * batch.days + i) * width;
    const weekday = prepared.weekday[t] ?? 0;
    for (let d = 0; d < 7; d++) batch.future[at++] = Number(d === weekday);
    for (const [column, { mean, spread }] of context.known.entries()) {
      const values = series.known[column] ?? [];
      const now = values[t] ?? 0;
      const unit = 2 * spread;
      batch.future[at++] = (now - mean) / unit;
      batch.future[at++] = ((values[t - 1] ?? now) - mean) / unit;
      batch.future[at++] = ((t < lastKnown ? (values[t + 1] ?? now) : now) - mean) / unit;
      batch.future[at++] = findChange(values, t, 1, lastKnown);
      batch.future[at++] = findChange(values, t, -1, lastKnown);
    }
    let left = 0;
    while (left < 14 && t + left < lastKnown && (prepared.bin[t + left + 1] ?? 0) === (prepared.bin[t] ?? 0)) left++;
    batch.future[at++] = Math.log1p(state.age) / 3;
    batch.future[at++] = Math.log1p(left) / 3;
    batch.future[at++] = state.age > 0 ? 0 : Math.exp(-state.since / 7);
    at = writeCalendar(batch, at, series.firstDay + t, kit);
    const age = originAge + 1 + h;
    batch.future[at++] = spec.hasAges ? toLogAge(age) : 0;
    batch.future[at++] = spec.hasAges ? (Math.log1p(Math.max(0, age)) - Math.log1p(Math.max(0, originAge))) / 4 : 0;
    batch.future[at++] = Number(spec.hasAges && age >= 0 && age < LAUNCH_BOOST_DAYS);
    batch.future[at++] = h / spec.horizon;
    batch.future[at++] = Math.log1p(h) / 4;
    const cell = prepared.cell[t] ?? 0;
    const base = level.recent * (prepared.multiplier[t] ?? 1) * (level.personal[cell] ?? 1);
    const mean = level.cellMean[cell] ?? Number.NaN;
    batch.future[at++] = Number.isNaN(mean) ? 0 : Math.log((mean + offset) / (base + offset));
    batch.future[at++] = prepared.season[t] ?? 0;
    batch.base[slot * batch.days + i] = prepared.closed[t] ? 0 : base + NEVER_CLOSED_OFFSET;
  }
}

/** Writes a window's features into a slot of a batch; reads no value after the origin or before `start`. */
export function writeWindow(batch: WindowBatch, slot: number, window: Window, kit: WindowKit): void {
  const { spec, context } = kit;
  const level = computeWindowLevel(window.prepared, window.origin, window.start, {
    prior: context.coldLevel,
    cells: 7 * context.conditions.bin.length,
    toOffset: (value) => toOffset(spec.isCount, value),
  });
  writePast(batch, slot, window, level, kit);
  writeContext(batch, slot, window, level, kit);
  writeFuture(batch, slot, window, level, kit);
}
