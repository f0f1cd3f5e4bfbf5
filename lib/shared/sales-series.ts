import { addDays, type Day, daysBetween } from "./day";
import type { ForecastDayDetail } from "./forecast";
import type { DiscountSpan, ForecastDay, SalesDay } from "./sales";

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
  /** Ends of the 80 % band. */
  band: [number, number] | null;
  /** Ends of the 50 % band; null where only the wider one is known. */
  innerBand: [number, number] | null;
  discountPercent: number;
};

/** The deepest discount that holds on a day, 0 without one. */
export function discountOn(day: Day, discounts: readonly DiscountSpan[]): number {
  return discounts.reduce(
    (deepest, span) => (span.from <= day && day <= span.to ? Math.max(deepest, span.discountPercent) : deepest),
    0,
  );
}

/** A forecast day of a chart: a game's has quartiles, the store's has none. */
export type ChartForecastDay = ForecastDay &
  Partial<Pick<ForecastDayDetail, "lowerQuartileUnits" | "upperQuartileUnits">>;

function toInnerBand({
  lowerQuartileUnits: lower,
  upperQuartileUnits: upper,
}: ChartForecastDay): ChartPoint["innerBand"] {
  return lower === undefined || upper === undefined ? null : [lower, upper];
}

/** The points of a chart by day: the actual days, then the forecast days that come after them. */
export function toChartPoints(
  actual: readonly { day: Day; units: number }[],
  forecast: readonly ChartForecastDay[],
  discounts: readonly DiscountSpan[] = [],
): ChartPoint[] {
  const lastActual = actual.at(-1)?.day ?? "";
  const past = actual.map(({ day, units }) => ({ day, actual: units, forecast: null, band: null, innerBand: null }));
  const ahead = forecast
    .filter(({ day }) => day > lastActual)
    .map((forecastDay) => ({
      day: forecastDay.day,
      actual: null,
      forecast: forecastDay.units,
      band: [forecastDay.lowerUnits, forecastDay.upperUnits] as [number, number],
      innerBand: toInnerBand(forecastDay),
    }));
  return [...past, ...ahead].map((point) => ({ ...point, discountPercent: discountOn(point.day, discounts) }));
}

function sumPoints(points: readonly ChartPoint[], day: Day): ChartPoint {
  const sum = (values: (number | null | undefined)[]) =>
    values.every((value) => value == null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const sumBands = (bands: ChartPoint["band"][]): ChartPoint["band"] => {
    const [lower, upper] = [sum(bands.map((band) => band?.[0])), sum(bands.map((band) => band?.[1]))];
    return lower === null || upper === null ? null : [lower, upper];
  };
  return {
    day,
    actual: sum(points.map(({ actual }) => actual)),
    forecast: sum(points.map(({ forecast }) => forecast)),
    band: sumBands(points.map(({ band }) => band)),
    innerBand: sumBands(points.map(({ innerBand }) => innerBand)),
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
