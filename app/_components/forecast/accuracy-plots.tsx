"use client";

import { useId } from "react";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { cursorLook, gridLook, xAxisLook, yAxisLook } from "@/app/_components/charts/chart-axes";
import { formatAmount, formatPeriod, formatShare, formatTick } from "@/app/_components/charts/chart-format";
import { TooltipBox, TooltipLine } from "@/app/_components/charts/tooltip-box";
import type { AccuracyPoint } from "./accuracy-points";

/** Share of days that the 80 % band is meant to hold. */
const BAND_SHARE = 0.8;

function PointTooltip({ point }: { point: AccuracyPoint | undefined }) {
  if (!point || point.error === null || point.naiveError === null || point.coverage === null) return null;
  return (
    <TooltipBox title={formatPeriod(point.from, "week")}>
      <TooltipLine name="Our error" value={formatAmount(point.error)} mark="bg-chart-1" />
      <TooltipLine name="Repeating last week" value={formatAmount(point.naiveError)} mark="bg-muted" />
      <TooltipLine name="Inside the 80 % band" value={formatShare(point.coverage)} mark="bg-chart-2" />
    </TooltipBox>
  );
}

type PlotsProps = { points: AccuracyPoint[]; name: string };

/** Our error a week beside that of repeating the last one, and below it how often the band held. */
export function AccuracyPlots({ points, name }: PlotsProps) {
  const syncId = useId();
  const tooltip = (isShown: boolean) => (
    <Tooltip
      cursor={cursorLook}
      isAnimationActive={false}
      content={({ active, payload }) =>
        isShown && active ? <PointTooltip point={payload?.[0]?.payload as AccuracyPoint | undefined} /> : null
      }
    />
  );
  const desc = "The arrow keys move along the weeks. The same numbers are in the table after the chart.";
  const xTick = (day: string) => formatTick(day, 0);
  return (
    <>
      <div className="h-48">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={points}
            syncId={syncId}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            title={`Error of the forecast by week, in units a day: ${name}`}
            desc={desc}
          >
            <CartesianGrid {...gridLook} />
            {/* Weeks stand where the bars below have theirs. */}
            <XAxis dataKey="from" scale="band" tickFormatter={xTick} {...xAxisLook} />
            <YAxis tickFormatter={formatAmount} {...yAxisLook} />
            {tooltip(true)}
            <Line
              dataKey="naiveError"
              stroke="var(--color-muted)"
              strokeWidth={2}
              strokeDasharray="4 3"
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="error"
              stroke="var(--color-chart-1)"
              strokeWidth={2}
              dot={{ r: 2.5, fill: "var(--color-chart-1)", strokeWidth: 0 }}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <div className="h-28">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={points}
            syncId={syncId}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            title={`Share of days inside the 80 % band by week: ${name}`}
            desc={desc}
          >
            <XAxis dataKey="from" tickFormatter={xTick} {...xAxisLook} />
            <YAxis domain={[0, 1]} ticks={[0, BAND_SHARE]} tickFormatter={formatShare} {...yAxisLook} />
            {tooltip(false)}
            <Bar
              dataKey="coverage"
              fill="var(--color-chart-2)"
              fillOpacity={0.55}
              maxBarSize={22}
              activeBar={false}
              isAnimationActive={false}
            />
            <ReferenceLine y={BAND_SHARE} stroke="var(--color-foreground)" strokeDasharray="4 3" />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </>
  );
}
