import { addDays, type Day, daysBetween } from "./day";
import type { Band, DiscountSpan, ForecastDay, SalesDay } from "./sales";

/** Every day from the first to the last, both included; empty where the last is earlier. */
export function listDays(from: Day, to: Day): Day[] {
  const count = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}

/** Fills the gaps of a sales series: a day without a row is a day on which nothing was sold. */
export function fillDays(sales: readonly SalesDay[], from: Day, to: Day): SalesDay[] {
  const byDay = new Map(sales.map((entry) => [entry.day, entry]));
  return listDays(from, to).map((day) => byDay.get(day) ?? { day, units: 0, revenueCents: 0 });
}

/**
 * Sums the days of one game's forecast. Its ends are the sums of the days' ends: days of one game tend to miss
 * in the same direction, so this band is at least as wide as the 80 % one.
 */
export function sumDays(days: readonly Band[]): Band {
  const sum = { units: 0, lowerUnits: 0, upperUnits: 0 };
  for (const day of days) {
    sum.units += day.units;
    sum.lowerUnits += day.lowerUnits;
    sum.upperUnits += day.upperUnits;
  }
  return sum;
}

/** Change from an earlier to a later number as a fraction; null where the earlier one is 0. */
export function computeTrend(current: number, previous: number): number | null {
  return previous > 0 ? current / previous - 1 : null;
}

/** Lengths of the periods that a chart can draw. */
export const GRAINS = ["day", "week"] as const;
export type Grain = (typeof GRAINS)[number];

/** One point of a chart: a day, or a week named by its first day. */
export type ChartPoint = {
  day: Day;
  actual: number | null;
  forecast: number | null;
  /** Ends of the band. */
  band: [number, number] | null;
  discountPercent: number;
};

/** The deepest discount that holds on a day, 0 without one. */
export function discountOn(day: Day, discounts: readonly DiscountSpan[]): number {
  return discounts.reduce(
    (deepest, span) => (span.from <= day && day <= span.to ? Math.max(deepest, span.discountPercent) : deepest),
    0,
  );
}

/** The points of a chart by day: the actual days, then the forecast days that come after them. */
export function toChartPoints(
  actual: readonly { day: Day; units: number }[],
  forecast: readonly ForecastDay[],
  discounts: readonly DiscountSpan[] = [],
): ChartPoint[] {
  const lastActual = actual.at(-1)?.day ?? "";
  const past = actual.map(({ day, units }) => ({ day, actual: units, forecast: null, band: null }));
  const ahead = forecast
    .filter(({ day }) => day > lastActual)
    .map(({ day, units, lowerUnits, upperUnits }) => ({
      day,
      actual: null,
      forecast: units,
      band: [lowerUnits, upperUnits] as [number, number],
    }));
  return [...past, ...ahead].map((point) => ({ ...point, discountPercent: discountOn(point.day, discounts) }));
}

function sumPoints(points: readonly ChartPoint[], day: Day): ChartPoint {
  const sum = (values: (number | null | undefined)[]) =>
    values.every((value) => value == null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const lower = sum(points.map(({ band }) => band?.[0]));
  const upper = sum(points.map(({ band }) => band?.[1]));
  return {
    day,
    actual: sum(points.map(({ actual }) => actual)),
    forecast: sum(points.map(({ forecast }) => forecast)),
    band: lower === null || upper === null ? null : [lower, upper],
    discountPercent: Math.max(...points.map(({ discountPercent }) => discountPercent)),
  };
}

/**
 * Sums points into weeks that are counted back and forth from the last day of data, so that no week mixes sold
 * with forecast units. Weeks cut at either end are left out: a shorter sum would look like a drop.
 */
export function toWeeks(points: readonly ChartPoint[]): ChartPoint[] {
  const pastCount = points.filter(({ actual }) => actual !== null).length;
  const weeks: ChartPoint[] = [];
  for (let start = pastCount % 7; start + 7 <= points.length; start += 7) {
    const days = points.slice(start, start + 7);
    const first = days[0];
    if (first) weeks.push(sumPoints(days, first.day));
  }
  return weeks;
}
