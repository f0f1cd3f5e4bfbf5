"use client";

import { useTranslations } from "next-intl";
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
import { TooltipBox, TooltipLine } from "@/app/_components/charts/tooltip-box";
import { useFormats } from "@/app/_i18n/use-formats";
import type { AccuracyPoint } from "./accuracy-points";

/** Share of days that the 80 % band is meant to hold. */
const BAND_SHARE = 0.8;

function PointTooltip({ point }: { point: AccuracyPoint | undefined }) {
  const t = useTranslations("forecast");
  const { amount, share, period } = useFormats();
  if (!point || point.error === null || point.naiveError === null || point.coverage === null) return null;
  return (
    <TooltipBox title={period(point.from, "week")}>
      <TooltipLine name={t("accuracy.chart.error")} value={amount(point.error)} mark="bg-chart-1" />
      <TooltipLine name={t("accuracy.chart.naive")} value={amount(point.naiveError)} mark="bg-muted" />
      <TooltipLine name={t("accuracy.chart.inside")} value={share(point.coverage)} mark="bg-chart-2" />
    </TooltipBox>
  );
}

type PlotsProps = { points: AccuracyPoint[]; name: string };

/** Our error a week beside that of repeating the last one, and below it how often the band held. */
export function AccuracyPlots({ points, name }: PlotsProps) {
  const t = useTranslations("forecast");
  const charts = useTranslations("charts");
  const { amount, share, tick } = useFormats();
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
  const desc = charts("keysAlongWeeks");
  const xTick = (day: string) => tick(day, 0);
  return (
    <>
      <div className="h-48">
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={points}
            syncId={syncId}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            title={t("accuracy.chart.errorTitle", { name })}
            desc={desc}
          >
            <CartesianGrid {...gridLook} />
            {/* Weeks stand where the bars below have theirs. */}
            <XAxis dataKey="from" scale="band" tickFormatter={xTick} {...xAxisLook} />
            <YAxis tickFormatter={amount} {...yAxisLook} />
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
            title={t("accuracy.chart.insideTitle", { name })}
            desc={desc}
          >
            <XAxis dataKey="from" tickFormatter={xTick} {...xAxisLook} />
            <YAxis domain={[0, 1]} ticks={[0, BAND_SHARE]} tickFormatter={share} {...yAxisLook} />
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
