"use client";

import { useId, useState } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { cursorLook, gridLook, xAxisLook, yAxisLook } from "@/app/_components/charts/chart-axes";
import {
  formatCompact,
  formatCount,
  formatPeriod,
  formatRoughMoney,
  formatTick,
} from "@/app/_components/charts/chart-format";
import { NumberTable } from "@/app/_components/charts/number-table";
import { TableToggle, Toggle, ToggleGroup } from "@/app/_components/charts/toggle";
import { TooltipBox, TooltipLine } from "@/app/_components/charts/tooltip-box";
import type { WhatIf } from "@/lib/shared/forecast-plan";
import { minorDigits } from "@/lib/shared/money";

const MEASURES = { units: "Units", revenue: "Revenue" } as const;
type Measure = keyof typeof MEASURES;

type Point = { day: string; base: number; plan: number; band: [number, number]; discountPercent: number };

function toPoints({ base, plan }: WhatIf, measure: Measure): Point[] {
  return plan.days.map((day, index) => {
    const before = base.days[index];
    const isUnits = measure === "units";
    return {
      day: day.day,
      base: (isUnits ? before?.units : before?.revenueCents) ?? 0,
      plan: isUnits ? day.units : day.revenueCents,
      band: isUnits ? [day.lowerUnits, day.upperUnits] : [day.lowerRevenueCents, day.upperRevenueCents],
      discountPercent: day.discountPercent,
    };
  });
}

type PlotProps = {
  points: Point[];
  asked: WhatIf["asked"];
  label: string;
  format: (amount: number) => string;
  formatAxis: (amount: number) => string;
};

function Plot({ points, asked, label, format, formatAxis }: PlotProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={points}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        title={label}
        desc="The arrow keys move along the days. The same numbers are in the table after the chart."
      >
        <CartesianGrid {...gridLook} />
        <XAxis dataKey="day" tickFormatter={(day: string) => formatTick(day, points.length)} {...xAxisLook} />
        <YAxis tickFormatter={formatAxis} allowDecimals={false} {...yAxisLook} width={52} />
        <Tooltip
          cursor={cursorLook}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = active ? (payload?.[0]?.payload as Point | undefined) : undefined;
            if (!point) return null;
            return (
              <TooltipBox title={formatPeriod(point.day, "day")}>
                <TooltipLine name="As planned now" value={format(point.base)} mark="bg-chart-1" />
                <TooltipLine name="With this plan" value={format(point.plan)} mark="bg-chart-4" />
                <TooltipLine name="80 % band" value={point.band.map(format).join(" – ")} mark="bg-chart-4/30" />
                {point.discountPercent > 0 && (
                  <TooltipLine name="Discount" value={`−${point.discountPercent} %`} mark="bg-chart-3" />
                )}
              </TooltipBox>
            );
          }}
        />
        <ReferenceArea x1={asked.from} x2={asked.through} fill="var(--color-chart-3)" fillOpacity={0.08} />
        <Area
          dataKey="band"
          stroke="none"
          fill="var(--color-chart-4)"
          fillOpacity={0.18}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="base"
          stroke="var(--color-chart-1)"
          strokeWidth={2}
          strokeDasharray="6 4"
          dot={false}
          isAnimationActive={false}
        />
        <Line dataKey="plan" stroke="var(--color-chart-4)" strokeWidth={2} dot={false} isAnimationActive={false} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function Key() {
  const items = [
    { name: "As planned now", look: "border-chart-1 border-t-2 border-dashed" },
    { name: "With this plan", look: "border-chart-4 border-t-2" },
    { name: "80 % band", look: "h-3 rounded-sm bg-chart-4/25" },
    { name: "Days of the plan", look: "h-3 rounded-sm bg-chart-3/20" },
  ];
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1.5 text-muted text-xs">
      {items.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-2">
          <span aria-hidden className={`w-6 ${look}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** The days of the plan of now and of the one asked for, units or revenue, with the same numbers as a table. */
export function WhatIfChart({ answer }: { answer: WhatIf }) {
  const tableId = useId();
  const [measure, setMeasure] = useState<Measure>("units");
  const [isTableShown, setTableShown] = useState(false);
  const { currency, asked } = answer;
  const points = toPoints(answer, measure);
  const label = `${MEASURES[measure]} a day, as planned now and with this plan`;
  const format =
    measure === "units" ? formatCount : (amountCents: number) => formatRoughMoney({ amountCents, currency });
  const formatAxis = (amount: number) =>
    formatCompact(measure === "units" ? amount : amount / 10 ** minorDigits(currency));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <ToggleGroup label="What the chart shows">
          {(Object.keys(MEASURES) as Measure[]).map((id) => (
            <Toggle key={id} isPressed={measure === id} onClick={() => setMeasure(id)}>
              {MEASURES[id]}
            </Toggle>
          ))}
        </ToggleGroup>
        <TableToggle
          tableId={tableId}
          isShown={isTableShown}
          onToggle={() => setTableShown(!isTableShown)}
          of="what if"
        />
      </div>
      <Key />
      <div className="h-56">
        <Plot points={points} asked={asked} label={label} format={format} formatAxis={formatAxis} />
      </div>
      <NumberTable
        id={tableId}
        caption={label}
        heads={["Day (UTC)", "As planned now", "With this plan", "80 % from", "80 % to"]}
        rows={points.map(({ day, base, plan, band }) => ({
          key: day,
          name: formatPeriod(day, "day"),
          cells: [base, plan, ...band].map(format),
        }))}
        isShown={isTableShown}
      />
    </div>
  );
}
