import { z } from "zod";
import { toWeekday } from "./calendar";
import type { GameSeries } from "./series";

// Edges between the depths at which games are usually discounted (20..30, 33..50, 60..66, 75 and more).
const BAND_EDGES = [0.005, 0.305, 0.505, 0.705] as const;

/** Number of discount bands, 0 being no discount. */
export const BAND_COUNT = BAND_EDGES.length + 1;

/** Store-wide multipliers of demand: by weekday (Monday first) and by discount band, 1 = the ordinary day. */
export const conditionsSchema = z.object({
  weekday: z.array(z.number().positive()).length(7),
  band: z.array(z.number().positive()).length(BAND_COUNT),
});

/** See {@link conditionsSchema}. */
export type Conditions = z.infer<typeof conditionsSchema>;

/** Discount band 0..4 of a discount rate 0..1. */
export function toDiscountBand(rate: number): number {
  let band = 0;
  while (band < BAND_EDGES.length && rate >= (BAND_EDGES[band] ?? 1)) band++;
  return band;
}

/** Expected multiplier of a day under the store-wide conditions. */
export function getMultiplier(conditions: Conditions, dayNumber: number, discountRate: number): number {
  return (conditions.weekday[toWeekday(dayNumber)] ?? 1) * (conditions.band[toDiscountBand(discountRate)] ?? 1);
}

// Shrinks a band seen on few units towards "no uplift"; in units sold.
const PRIOR_UNITS = 20;
const REFERENCE_DAYS = 28;
const MIN_REFERENCE_DAYS = 5;

function addWeekdaySums(series: GameSeries, end: number, sold: Float64Array, expected: Float64Array): void {
  const { units } = series;
  let window = 0;
  for (let t = 0; t < end; t++) {
    window += units[t] ?? 0;
    if (t >= 7) window -= units[t - 7] ?? 0;
    if (t < 6) continue;
    // The centre of a full week, which holds every weekday once.
    const center = t - 3;
    const weekday = toWeekday(series.firstDay + center);
    sold[weekday] = (sold[weekday] ?? 0) + (units[center] ?? 0);
    expected[weekday] = (expected[weekday] ?? 0) + window / 7;
  }
}

/** Mean of the undiscounted days among the 28 before `t`, weekday removed; NaN when there are too few. */
function computeReference(series: GameSeries, t: number, weekday: readonly number[]): number {
  let sold = 0;
  let expected = 0;
  let days = 0;
  for (let u = Math.max(0, t - REFERENCE_DAYS); u < t; u++) {
    if (toDiscountBand(series.discountRate[u] ?? 0) > 0) continue;
    sold += series.units[u] ?? 0;
    expected += weekday[toWeekday(series.firstDay + u)] ?? 1;
    days++;
  }
  return days >= MIN_REFERENCE_DAYS ? sold / expected : Number.NaN;
}

function addBandSums(
  series: GameSeries,
  end: number,
  weekday: readonly number[],
  sums: { sold: Float64Array; expected: Float64Array },
): void {
  for (let t = MIN_REFERENCE_DAYS; t < end; t++) {
    const band = toDiscountBand(series.discountRate[t] ?? 0);
    if (band === 0) continue;
    const reference = computeReference(series, t, weekday);
    if (Number.isNaN(reference)) continue;
    sums.sold[band] = (sums.sold[band] ?? 0) + (series.units[t] ?? 0);
    sums.expected[band] = (sums.expected[band] ?? 0) + reference * (weekday[toWeekday(series.firstDay + t)] ?? 1);
  }
}

/** Fits the store-wide multipliers on the days before `endDay` of every series. */
export function fitConditions(all: readonly GameSeries[], endDay: number): Conditions {
  const endOf = (series: GameSeries) => Math.min(series.units.length, endDay - series.firstDay);
  const sold = new Float64Array(7);
  const expected = new Float64Array(7);
  for (const series of all) addWeekdaySums(series, endOf(series), sold, expected);
  const weekday = Array.from(sold, (units, i) => (units + PRIOR_UNITS) / ((expected[i] ?? 0) + PRIOR_UNITS));
  const sums = { sold: new Float64Array(BAND_COUNT), expected: new Float64Array(BAND_COUNT) };
  for (const series of all) addBandSums(series, endOf(series), weekday, sums);
  const band = Array.from(sums.sold, (units, i) =>
    i === 0 ? 1 : (units + PRIOR_UNITS) / ((sums.expected[i] ?? 0) + PRIOR_UNITS),
  );
  return { weekday, band };
}
