import { toWeekday, toYearAngle } from "./calendar";
import { getMultiplier, toDiscountBand } from "./conditions";
import { FUTURE_FEATURES, HORIZON, LOOK_BACK, listContextFeatures, PAST_FEATURES } from "./feature-names";
import { getDayFlags } from "./holidays";
import { computeLevel, type Level, toCell } from "./level";
import { getScaler, type ModelContext } from "./model-context";
import { scaleUnits } from "./scaler";
import type { GameSeries } from "./series";

const LAUNCH_BOOST_DAYS = 7;
const SALE_MEMORY_DAYS = 28;
// Keeps log ratios of near-zero levels small; in units a day.
const LOG_OFFSET = 0.1;

/** Network inputs of `size` windows; row-major, `past` time-major: row = step × size + window. */
export interface WindowBatch {
  size: number;
  past: Float32Array;
  context: Float32Array;
  future: Float32Array;
  /** Same-condition baseline in units, [size, HORIZON]. */
  base: Float32Array;
}

/** Allocates a batch. */
export function createBatch(size: number, context: ModelContext): WindowBatch {
  return {
    size,
    past: new Float32Array(size * LOOK_BACK * PAST_FEATURES.length),
    context: new Float32Array(size * listContextFeatures(context.genres).length),
    future: new Float32Array(size * HORIZON * FUTURE_FEATURES.length),
    base: new Float32Array(size * HORIZON),
  };
}

/** A window: a game's series up to and including day index `origin` (−1: nothing known yet) and the planned discounts. */
export interface WindowSource {
  series: GameSeries;
  origin: number;
  /** Planned discount rate of horizon day 0 … HORIZON−1. */
  plannedDiscount: (horizonDay: number) => number;
}

const toLogAge = (age: number) => Math.log1p(Math.max(0, age)) / 8;
const toLogRatio = (value: number, level: number) => Math.log((value + LOG_OFFSET) / (level + LOG_OFFSET));

function writePast(batch: WindowBatch, slot: number, source: WindowSource, level: Level, context: ModelContext): void {
  const { series, origin } = source;
  const scaler = getScaler(context, series.gameId, origin + 1);
  for (let step = 0; step < LOOK_BACK; step++) {
    const row = (step * batch.size + slot) * PAST_FEATURES.length;
    const t = origin - LOOK_BACK + 1 + step;
    if (t < 0) {
      batch.past.fill(0, row, row + PAST_FEATURES.length);
      continue;
    }
    const day = series.firstDay + t;
    const units = series.units[t] ?? 0;
    const rate = series.discountRate[t] ?? 0;
    const angle = (toWeekday(day) / 7) * 2 * Math.PI;
    const expected = level.recent * getMultiplier(context.conditions, day, rate);
    batch.past.set(
      [
        Math.log1p(units) - Math.log1p(expected),
        scaleUnits(scaler, units),
        rate,
        Math.sin(angle),
        Math.cos(angle),
        Number(getDayFlags(day).isHoliday),
        toLogAge(series.firstAge + t),
        1,
      ],
      row,
    );
  }
}

/** List price in minor units: the highest of the last two months, so that a discount does not look like a cheap game. */
function findListPrice(series: GameSeries, origin: number): number {
  let price = 0;
  for (let t = Math.max(0, origin - 59); t <= Math.max(0, origin); t++) {
    price = Math.max(price, series.unitPriceCents[t] ?? 0);
  }
  return price;
}

function writeContext(
  batch: WindowBatch,
  slot: number,
  source: WindowSource,
  level: Level,
  context: ModelContext,
): void {
  const { series, origin } = source;
  const last = Math.max(0, origin);
  const scaler = getScaler(context, series.gameId, origin + 1);
  const price = findListPrice(series, origin);
  const values = [
    ...context.genres.map((genre) => Number(series.genres.includes(genre))),
    (series.reviewScore[last] ?? 0) / 5,
    (series.rating[last] ?? 0) / 5,
    Math.log1p(price / 100) / 5,
    Number(price === 0),
    Math.log(level.recent + LOG_OFFSET) / 3,
    toLogRatio(level.week, level.recent),
    toLogRatio(level.month, level.recent),
    toLogRatio(level.quarter, level.recent),
    Math.log1p(origin + 1) / 7,
    toLogAge(series.firstAge + origin),
    scaler.center / 3,
    scaler.spread,
  ];
  batch.context.set(values, slot * values.length);
}

/** How long a discount has lasted, or how long ago the last one ended, on the origin day. */
function findSaleState(series: GameSeries, origin: number): { age: number; since: number } {
  const isSale = (t: number) => t >= 0 && toDiscountBand(series.discountRate[t] ?? 0) > 0;
  let age = 0;
  while (age < SALE_MEMORY_DAYS && isSale(origin - age)) age++;
  let since = 0;
  while (since < SALE_MEMORY_DAYS && !isSale(origin - since)) since++;
  return { age, since };
}

function toYearFeatures(day: number, hasYears: boolean): number[] {
  if (!hasYears) return [0, 0, 0, 0];
  const angle = toYearAngle(day);
  return [Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle)];
}

function toCalendarFeatures(day: number): number[] {
  const flags = getDayFlags(day);
  return [flags.isHoliday, flags.isHolidayEve, flags.isThanksgivingWeek, flags.isPreChristmas, flags.isYearEnd].map(
    Number,
  );
}

function writeFuture(
  batch: WindowBatch,
  slot: number,
  source: WindowSource,
  level: Level,
  context: ModelContext,
): void {
  const { series, origin } = source;
  const sale = findSaleState(series, origin);
  const originAge = series.firstAge + origin;
  for (let h = 0; h < HORIZON; h++) {
    const day = series.firstDay + origin + 1 + h;
    const rate = source.plannedDiscount(h);
    const isSale = toDiscountBand(rate) > 0;
    sale.age = isSale ? sale.age + 1 : 0;
    sale.since = isSale ? 0 : sale.since + 1;
    const weekday = toWeekday(day);
    const base = level.recent * getMultiplier(context.conditions, day, rate);
    const cell = toCell(weekday, rate);
    const sameCondition = ((level.cellUnits[cell] ?? 0) + 2 * base) / ((level.cellDays[cell] ?? 0) + 2);
    const age = originAge + 1 + h;
    const values = [
      ...[0, 1, 2, 3, 4, 5, 6].map((d) => Number(d === weekday)),
      rate,
      Number(isSale),
      Number(sale.age === 1),
      Math.log1p(sale.age) / 3,
      isSale ? 0 : Math.exp(-sale.since / 7),
      ...toCalendarFeatures(day),
      ...toYearFeatures(day, context.hasYears),
      toLogAge(age),
      (Math.log1p(Math.max(0, age)) - Math.log1p(Math.max(0, originAge))) / 4,
      Number(age >= 0 && age < LAUNCH_BOOST_DAYS),
      h / HORIZON,
      Math.log1p(h) / 4,
      toLogRatio(sameCondition, base),
    ];
    batch.future.set(values, (slot * HORIZON + h) * values.length);
    batch.base[slot * HORIZON + h] = base;
  }
}

/** Writes a window's features into a slot of a batch; reads no unit sold after the origin. */
export function writeWindow(batch: WindowBatch, slot: number, source: WindowSource, context: ModelContext): void {
  const level = computeLevel(source.series, source.origin, context.conditions, context.coldLevel);
  writePast(batch, slot, source, level, context);
  writeContext(batch, slot, source, level, context);
  writeFuture(batch, slot, source, level, context);
}
