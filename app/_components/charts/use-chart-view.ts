"use client";

import { useMemo, useState } from "react";
import { type ChartPoint, type Grain, toWeeks } from "@/lib/shared/sales-series";
import { carrySpan, type RangeId, type Span, toSpan } from "./chart-span";

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
