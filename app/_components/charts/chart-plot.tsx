"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import {
  Area,
  Bar,
  Brush,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useFormats } from "@/app/_i18n/use-formats";
import type { Day } from "@/lib/shared/day";
import type { ChartPoint } from "@/lib/shared/sales-series";
import { cursorLook, gridLook, xAxisLook, yAxisLook } from "./chart-axes";
import { ChartTooltip } from "./chart-tooltip";
import { DayCatcher } from "./day-catcher";
import type { ChartView } from "./use-chart-view";

/** A chart of fewer points has nothing to zoom into. */
const MIN_BRUSH_POINTS = 4;

/** A day of the chart that is looked at elsewhere on the page; a click on another one asks for that. */
export type DayChoice = { chosenDay?: Day | undefined; onDayChosen?: ((day: Day) => void) | undefined };

function DiscountPattern({ id }: { id: string }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="8" height="8" fill="var(--color-chart-3)" fillOpacity="0.07" />
      <path d="M0 0v8" stroke="var(--color-chart-3)" strokeOpacity="0.35" strokeWidth="2" />
    </pattern>
  );
}

/** The overview under the chart; its ends are moved by pointer or, focused, by the arrow keys. */
function panorama() {
  return (
    <ComposedChart>
      <Area
        dataKey="actual"
        stroke="var(--color-chart-2)"
        fill="var(--color-chart-2)"
        fillOpacity={0.2}
        activeDot={false}
        isAnimationActive={false}
      />
      <Area
        dataKey="forecast"
        stroke="var(--color-chart-1)"
        fill="var(--color-chart-1)"
        fillOpacity={0.2}
        activeDot={false}
        isAnimationActive={false}
      />
    </ComposedChart>
  );
}

type ChartPlotProps = { view: ChartView; label: string; hasDiscounts: boolean } & DayChoice;

export function ChartPlot({ view, label, hasDiscounts, chosenDay, onDayChosen }: ChartPlotProps) {
  const t = useTranslations("charts");
  const { tick, compact } = useFormats();
  const patternId = useId();
  const { points, span, shown, grain } = view;
  const shownDays = shown.length * (grain === "week" ? 7 : 1);
  const firstForecast = shown.find(({ forecast }) => forecast !== null)?.day;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        // The brush cannot follow a change of the number of points.
        key={grain}
        data={points}
        margin={{ top: 12, right: 8, bottom: 0, left: 0 }}
        barCategoryGap={0}
        title={label}
        desc={t("keysAlongDays")}
      >
        <defs>
          <DiscountPattern id={patternId} />
        </defs>
        <CartesianGrid {...gridLook} />
        <XAxis dataKey="day" scale="band" tickFormatter={(day: string) => tick(day, shownDays)} {...xAxisLook} />
        <YAxis tickFormatter={compact} allowDecimals={false} {...yAxisLook} />
        <YAxis yAxisId="mark" hide domain={[0, 1]} />
        <Tooltip
          cursor={cursorLook}
          isAnimationActive={false}
          content={({ active, payload }) => (
            <ChartTooltip
              point={active ? (payload?.[0]?.payload as ChartPoint | undefined) : undefined}
              grain={grain}
            />
          )}
        />
        {hasDiscounts && (
          <Bar
            yAxisId="mark"
            dataKey={({ discountPercent }: ChartPoint) => (discountPercent > 0 ? 1 : null)}
            fill={`url(#${patternId})`}
            isAnimationActive={false}
            activeBar={false}
          />
        )}
        {chosenDay && shown.some(({ day }) => day === chosenDay) && (
          <ReferenceLine x={chosenDay} stroke="var(--color-chart-4)" strokeWidth={2} />
        )}
        {firstForecast && <ReferenceLine x={firstForecast} stroke="var(--color-muted)" strokeDasharray="2 4" />}
        <Area
          dataKey="band"
          stroke="none"
          fill="var(--color-chart-1)"
          fillOpacity={0.16}
          isAnimationActive={false}
          activeDot={false}
        />
        <Area
          dataKey="innerBand"
          stroke="none"
          fill="var(--color-chart-1)"
          fillOpacity={0.22}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line dataKey="actual" stroke="var(--color-chart-2)" strokeWidth={2} dot={false} isAnimationActive={false} />
        <Line
          dataKey="forecast"
          stroke="var(--color-chart-1)"
          strokeWidth={2}
          strokeDasharray="6 4"
          dot={false}
          isAnimationActive={false}
        />
        {onDayChosen && <DayCatcher days={shown.map(({ day }) => day)} onDayChosen={onDayChosen} />}
        {points.length >= MIN_BRUSH_POINTS && (
          <Brush
            dataKey="day"
            ariaLabel={t("label.brush", { label })}
            startIndex={span.startIndex}
            endIndex={span.endIndex}
            onChange={({ startIndex, endIndex }) => view.brush({ startIndex, endIndex })}
            height={44}
            travellerWidth={10}
            stroke="var(--color-muted)"
            fill="var(--color-background)"
            tickFormatter={(day: string) => tick(day, 0)}
          >
            {panorama()}
          </Brush>
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
