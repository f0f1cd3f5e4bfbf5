import { type Conditions, getMultiplier, toDiscountBand } from "./conditions";
import type { GameSeries } from "./series";

/** Days over which a same-condition mean is taken: 26 weeks. */
export const CONDITION_DAYS = 182;
const LEVEL_DAYS = 56;
const HALF_LIFE_DAYS = 14;
// Weight of the prior level, in days: enough to keep a first day of zero sales from meaning "never".
const PRIOR_DAYS = 0.5;
const CELLS = 7 * 5;

/** Where a game's demand stands after its day `origin`, weekday and discount removed; units a day. */
export interface Level {
  recent: number;
  week: number;
  month: number;
  quarter: number;
  /** Sales and days by weekday × discount band over {@link CONDITION_DAYS}; index = weekday × 5 + band. */
  cellUnits: Float64Array;
  cellDays: Float64Array;
}

/** Index of a weekday × discount-band cell. */
export function toCell(weekday: number, discountRate: number): number {
  return weekday * 5 + toDiscountBand(discountRate);
}

/** Same-condition means and levels from the days [0, origin] only; `prior` is the level of an unknown game. */
export function computeLevel(series: GameSeries, origin: number, conditions: Conditions, prior: number): Level {
  const sums = { recent: 0, recentDays: 0, units: 0, days: 0 };
  const windows = { week: prior, month: prior, quarter: prior };
  const cellUnits = new Float64Array(CELLS);
  const cellDays = new Float64Array(CELLS);
  for (let age = 0; age < CONDITION_DAYS && age <= origin; age++) {
    const t = origin - age;
    const units = series.units[t] ?? 0;
    const rate = series.discountRate[t] ?? 0;
    const day = series.firstDay + t;
    const cell = toCell((((day + 3) % 7) + 7) % 7, rate);
    cellUnits[cell] = (cellUnits[cell] ?? 0) + units;
    cellDays[cell] = (cellDays[cell] ?? 0) + 1;
    const multiplier = getMultiplier(conditions, day, rate);
    if (age < LEVEL_DAYS) {
      const weight = 0.5 ** (age / HALF_LIFE_DAYS);
      sums.recent += weight * units;
      sums.recentDays += weight * multiplier;
    }
    sums.units += units;
    sums.days += multiplier;
    const mean = (sums.units + PRIOR_DAYS * prior) / (sums.days + PRIOR_DAYS);
    if (age < 7) windows.week = mean;
    if (age < 28) windows.month = mean;
    if (age < 91) windows.quarter = mean;
  }
  const recent = (sums.recent + PRIOR_DAYS * prior) / (sums.recentDays + PRIOR_DAYS);
  return { recent, ...windows, cellUnits, cellDays };
}
