import type { ChartPoint, Grain } from "@/lib/shared/sales-series";

/** Days of the past that a range button shows before the forecast. */
export const RANGES = [
  { id: "30d", days: 30 },
  { id: "90d", days: 90 },
  { id: "1y", days: 365 },
  { id: "all", days: Number.POSITIVE_INFINITY },
] as const;

export type RangeId = (typeof RANGES)[number]["id"];

/** First and last point that are shown. */
export type Span = { startIndex: number; endIndex: number };

/** The points that a range button shows: so many days of the past, and all of the forecast. */
export function toSpan(points: readonly ChartPoint[], id: RangeId, grain: Grain): Span {
  const days = RANGES.find((range) => range.id === id)?.days ?? Number.POSITIVE_INFINITY;
  const past = points.filter(({ actual }) => actual !== null).length;
  const shown = grain === "week" ? Math.ceil(days / 7) : days;
  return { startIndex: Math.max(0, past - shown), endIndex: Math.max(0, points.length - 1) };
}

/** The same stretch of time in the points of another grain, at least one point long. */
export function carrySpan(span: Span, from: readonly ChartPoint[], to: readonly ChartPoint[]): Span {
  const indexOf = (day: string) =>
    Math.max(
      0,
      to.findLastIndex((point) => point.day <= day),
    );
  const startIndex = indexOf(from[span.startIndex]?.day ?? "");
  return { startIndex, endIndex: Math.max(startIndex, indexOf(from[span.endIndex]?.day ?? "")) };
}
