"use client";

import { useMemo, useState } from "react";
import { type ChartPoint, type Grain, toWeeks } from "@/lib/shared/sales-series";

/** Days of the past that a range button shows before the forecast. */
export const RANGES = [
  { id: "30d", label: "30 days", days: 30 },
  { id: "90d", label: "90 days", days: 90 },
  { id: "1y", label: "1 year", days: 365 },
  { id: "all", label: "All", days: Number.POSITIVE_INFINITY },
] as const;

export type RangeId = (typeof RANGES)[number]["id"];

/** First and last point that are shown. */
export type Span = { startIndex: number; endIndex: number };

function toSpan(points: readonly ChartPoint[], id: RangeId, grain: Grain): Span {
  const range = RANGES.find((candidate) => candidate.id === id) ?? RANGES[0];
  const past = points.filter(({ actual }) => actual !== null).length;
  const shown = grain === "week" ? Math.ceil(range.days / 7) : range.days;
  return { startIndex: Math.max(0, past - shown), endIndex: Math.max(0, points.length - 1) };
}

/** The same days in the points of another grain. */
function carrySpan(span: Span, from: readonly ChartPoint[], to: readonly ChartPoint[]): Span {
  const firstDay = from[span.startIndex]?.day ?? "";
  const lastDay = from[span.endIndex]?.day ?? "";
  const start = to.findLastIndex(({ day }) => day <= firstDay);
  const end = to.findLastIndex(({ day }) => day <= lastDay);
  return { startIndex: Math.max(0, start), endIndex: Math.max(start + 1, end, 0) };
}

/** What a chart shows: by day or week, and which part, chosen by a button or with the brush. */
export function useChartView(daily: readonly ChartPoint[]) {
  const [grain, setGrain] = useState<Grain>("day");
  const [range, setRange] = useState<RangeId | null>("90d");
  const [brushed, setBrushed] = useState<Span | null>(null);
  const points = useMemo(() => (grain === "week" ? toWeeks(daily) : [...daily]), [daily, grain]);
  const span = brushed ?? toSpan(points, range ?? "all", grain);

  return {
    grain,
    range,
    points,
    span,
    shown: points.slice(span.startIndex, span.endIndex + 1),
    selectRange: (id: RangeId) => {
      setRange(id);
      setBrushed(null);
    },
    brush: (next: Span) => {
      if (next.startIndex === span.startIndex && next.endIndex === span.endIndex) return;
      setRange(null);
      setBrushed(next);
    },
    selectGrain: (next: Grain) => {
      setGrain(next);
      if (brushed) setBrushed(carrySpan(brushed, points, next === "week" ? toWeeks(daily) : daily));
    },
  };
}

export type ChartView = ReturnType<typeof useChartView>;
