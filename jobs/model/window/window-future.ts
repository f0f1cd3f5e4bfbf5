import { CALENDAR_FEATURES, getCalendar } from "@/jobs/model/panel/calendar-features";
import type { Prepared } from "@/jobs/model/panel/prepared";
import { toLogRatio, toOffset } from "@/jobs/model/panel/scaler";
import { toLogAge, type Window, type WindowBatch, type WindowKit } from "./window-batch";
import type { WindowLevel } from "./window-level";

const LAUNCH_BOOST_DAYS = 7;
const CONDITION_MEMORY_DAYS = 28;
const MAX_LEFT_DAYS = 14;
const CHANGE_DAYS = 7;
const NEVER_CLOSED_OFFSET = 1e-6;
const WEEK = 7;

/** How long the condition has held on day index `at`, or how long ago the last one ended; up to 28 days. */
interface ConditionState {
  at: number;
  age: number;
  since: number;
}

function findConditionState({ prepared, origin, start }: Window): ConditionState {
  const holds = (t: number) => t >= start && (prepared.bin[t] ?? 0) > 0;
  let age = 0;
  while (age < CONDITION_MEMORY_DAYS && holds(origin - age)) age++;
  let since = 0;
  while (since < CONDITION_MEMORY_DAYS && !holds(origin - since)) since++;
  return { at: origin, age, since };
}

function advance(state: ConditionState, { bin }: Prepared, t: number): void {
  while (state.at < t) {
    const holds = (bin[++state.at] ?? 0) > 0;
    state.age = holds ? Math.min(CONDITION_MEMORY_DAYS, state.age + 1) : 0;
    state.since = holds ? 0 : Math.min(CONDITION_MEMORY_DAYS, state.since + 1);
  }
}

/** How near the next (or last) day up to `end` with another value lies: 1 tomorrow, fading to 0 beyond a week. */
function findChange(values: ArrayLike<number>, t: number, end: number): number {
  const now = values[t];
  const direction = end < t ? -1 : 1;
  for (let distance = 1; distance <= CHANGE_DAYS; distance++) {
    const other = t + direction * distance;
    if (direction * other > direction * end) return 0;
    if (values[other] !== now) return (CHANGE_DAYS + 1 - distance) / CHANGE_DAYS;
  }
  return 0;
}

/** Writes features one after the other. */
interface Cursor {
  out: Float32Array;
  at: number;
}

function push(cursor: Cursor, value: number): void {
  cursor.out[cursor.at++] = value;
}

function writeWeekday(cursor: Cursor, weekday: number, isOrdinary: boolean): void {
  for (let day = 0; day < WEEK; day++) push(cursor, isOrdinary ? 1 / WEEK : Number(day === weekday));
}

function writeKnown(cursor: Cursor, { prepared, start }: Window, t: number, lastKnown: number, kit: WindowKit): void {
  for (let column = 0; column < kit.spec.known.length; column++) {
    const values = prepared.series.known[column] ?? [];
    const { mean = 0, spread = 1 } = kit.context.known[column] ?? {};
    const now = values[t] ?? 0;
    push(cursor, (now - mean) / spread / 2);
    push(cursor, ((t > start ? (values[t - 1] ?? now) : now) - mean) / spread / 2);
    push(cursor, ((t < lastKnown ? (values[t + 1] ?? now) : now) - mean) / spread / 2);
    push(cursor, t < lastKnown ? findChange(values, t, lastKnown) : 0);
    push(cursor, t > start ? findChange(values, t, start) : 0);
  }
}

function countLeft({ bin }: Prepared, t: number, lastKnown: number): number {
  let left = 0;
  while (left < MAX_LEFT_DAYS && t + left < lastKnown && bin[t + left + 1] === bin[t]) left++;
  return left;
}

function writeCondition(cursor: Cursor, { age, since }: ConditionState, left: number): void {
  push(cursor, Math.log1p(age) / 3);
  push(cursor, Math.log1p(left) / 3);
  push(cursor, age > 0 ? 0 : Math.exp(-since / 7));
}

function writeCalendar(cursor: Cursor, day: number, isOrdinary: boolean, { spec, context }: WindowKit): void {
  const values = getCalendar(day);
  CALENDAR_FEATURES.forEach(({ needs }, i) => {
    const isOff = isOrdinary || (needs === "holidays" && !spec.hasAges) || (needs === "years" && !context.hasYears);
    push(cursor, isOff ? 0 : (values[i] ?? 0));
  });
}

function writeAge(cursor: Cursor, originAge: number, h: number, window: Window, { spec }: WindowKit): void {
  const age = window.neutral?.has("age") ? Math.max(LAUNCH_BOOST_DAYS, originAge) : originAge + 1 + h;
  const growth = Math.log1p(Math.max(0, age)) - Math.log1p(Math.max(0, originAge));
  push(cursor, spec.hasAges ? toLogAge(age) : 0);
  push(cursor, spec.hasAges && !window.neutral?.has("age") ? growth / 4 : 0);
  push(cursor, Number(spec.hasAges && age >= 0 && age < LAUNCH_BOOST_DAYS));
}

/** Mean over the weekdays of what a bin's days are multiplied by. */
function meanOverWeek(bin: number, level: WindowLevel, { context: { conditions } }: WindowKit): number {
  let sum = 0;
  for (let weekday = 0; weekday < WEEK; weekday++) {
    sum += (conditions.weekday[weekday] ?? 1) * (level.personal[weekday * conditions.bin.length + bin] ?? 1);
  }
  return (sum / WEEK) * (conditions.bin[bin] ?? 1);
}

/** What level and conditions expect of a day. */
function computeBase(window: Window, t: number, level: WindowLevel, kit: WindowKit): number {
  const { prepared, neutral } = window;
  const season = neutral?.has("season") ? Math.exp(-(prepared.season[t] ?? 0)) : 1;
  if (neutral?.has("weekday")) {
    const own = meanOverWeek(prepared.bin[t] ?? 0, level, kit);
    return level.recent * own * season * Math.exp(prepared.season[t] ?? 0);
  }
  return level.recent * (prepared.multiplier[t] ?? 1) * (level.personal[prepared.cell[t] ?? 0] ?? 1) * season;
}

/** Log ratio of the same cell's mean to the base; 0 where there is none. */
function toCellRatio(mean: number, base: number, offset: number): number {
  return Number.isNaN(mean) ? 0 : toLogRatio(mean, base, offset);
}

/** Writes the forecast days of a window, and what level and conditions expect of them. */
export function writeFuture(
  batch: WindowBatch,
  slot: number,
  window: Window,
  level: WindowLevel,
  kit: WindowKit,
): void {
  const { prepared, origin, days } = window;
  const { series } = prepared;
  const { spec } = kit;
  const isOrdinaryWeek = window.neutral?.has("weekday") ?? false;
  const isOrdinarySeason = window.neutral?.has("season") ?? false;
  const offset = toOffset(spec.isCount, level.recent);
  const lastKnown = Math.min(prepared.total - 1, origin + spec.horizon);
  const state = findConditionState(window);
  const width = batch.future.length / (batch.size * batch.days);
  const cursor: Cursor = { out: batch.future, at: 0 };
  for (let i = 0; i < batch.days; i++) {
    const h = days[i] ?? 0;
    const t = origin + 1 + h;
    advance(state, prepared, t);
    cursor.at = (slot * batch.days + i) * width;
    const base = computeBase(window, t, level, kit);
    const mean = isOrdinaryWeek ? Number.NaN : (level.cellMean[prepared.cell[t] ?? 0] ?? Number.NaN);
    writeWeekday(cursor, prepared.weekday[t] ?? 0, isOrdinaryWeek);
    writeKnown(cursor, window, t, lastKnown, kit);
    writeCondition(cursor, state, countLeft(prepared, t, lastKnown));
    writeCalendar(cursor, series.firstDay + t, isOrdinarySeason, kit);
    writeAge(cursor, series.firstAge + origin, h, window, kit);
    push(cursor, h / spec.horizon);
    push(cursor, Math.log1p(h) / 4);
    push(cursor, toCellRatio(mean, base, offset));
    push(cursor, isOrdinarySeason ? 0 : (prepared.season[t] ?? 0));
    batch.base[slot * batch.days + i] = prepared.closed[t] ? 0 : base + NEVER_CLOSED_OFFSET;
  }
}
