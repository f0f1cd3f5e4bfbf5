"use client";

import { useTranslations } from "next-intl";
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
import { NumberTable } from "@/app/_components/charts/number-table";
import { TableToggle, Toggle, ToggleGroup } from "@/app/_components/charts/toggle";
import { TooltipBox, TooltipLine } from "@/app/_components/charts/tooltip-box";
import { useFormats } from "@/app/_i18n/use-formats";
import type { WhatIf } from "@/lib/shared/forecast-plan";
import { minorDigits } from "@/lib/shared/money";

const MEASURES = ["units", "revenue"] as const;
type Measure = (typeof MEASURES)[number];

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

function PointTooltip({ point, format }: { point: Point; format: (amount: number) => string }) {
  const t = useTranslations("forecast");
  const charts = useTranslations("charts");
  const { period, discount } = useFormats();
  return (
    <TooltipBox title={period(point.day, "day")}>
      <TooltipLine name={t("whatIf.base")} value={format(point.base)} mark="bg-chart-1" />
      <TooltipLine name={t("whatIf.plan")} value={format(point.plan)} mark="bg-chart-4" />
      <TooltipLine name={charts("band80")} value={point.band.map(format).join(" – ")} mark="bg-chart-4/30" />
      {point.discountPercent > 0 && (
        <TooltipLine name={charts("discount")} value={discount(point.discountPercent)} mark="bg-chart-3" />
      )}
    </TooltipBox>
  );
}

type PlotProps = {
  points: Point[];
  asked: WhatIf["asked"];
  label: string;
  format: (amount: number) => string;
  formatAxis: (amount: number) => string;
};

function Plot({ points, asked, label, format, formatAxis }: PlotProps) {
  const t = useTranslations("charts");
  const { tick } = useFormats();
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={points}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        title={label}
        desc={t("keysAlongDays")}
      >
        <CartesianGrid {...gridLook} />
        <XAxis dataKey="day" tickFormatter={(day: string) => tick(day, points.length)} {...xAxisLook} />
        <YAxis tickFormatter={formatAxis} allowDecimals={false} {...yAxisLook} width={52} />
        <Tooltip
          cursor={cursorLook}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = active ? (payload?.[0]?.payload as Point | undefined) : undefined;
            if (!point) return null;
            return <PointTooltip point={point} format={format} />;
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
  const t = useTranslations("forecast");
  const charts = useTranslations("charts");
  const items = [
    { name: t("whatIf.base"), look: "border-chart-1 border-t-2 border-dashed" },
    { name: t("whatIf.plan"), look: "border-chart-4 border-t-2" },
    { name: charts("band80"), look: "h-3 rounded-sm bg-chart-4/25" },
    { name: t("whatIf.daysOfPlan"), look: "h-3 rounded-sm bg-chart-3/20" },
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
  const t = useTranslations("forecast");
  const charts = useTranslations("charts");
  const { count, compact, roughMoney, period } = useFormats();
  const tableId = useId();
  const [measure, setMeasure] = useState<Measure>("units");
  const [isTableShown, setTableShown] = useState(false);
  const { currency, asked } = answer;
  const points = toPoints(answer, measure);
  const label = t(`whatIf.chart.${measure}`);
  const format = measure === "units" ? count : (amountCents: number) => roughMoney({ amountCents, currency });
  const formatAxis = (amount: number) => compact(measure === "units" ? amount : amount / 10 ** minorDigits(currency));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <ToggleGroup label={t("whatIf.measures.label")}>
          {MEASURES.map((id) => (
            <Toggle key={id} isPressed={measure === id} onClick={() => setMeasure(id)}>
              {t(`whatIf.measures.${id}`)}
            </Toggle>
          ))}
        </ToggleGroup>
        <TableToggle
          tableId={tableId}
          isShown={isTableShown}
          onToggle={() => setTableShown(!isTableShown)}
          of={t("whatIf.chart.of")}
        />
      </div>
      <Key />
      <div className="h-56">
        <Plot points={points} asked={asked} label={label} format={format} formatAxis={formatAxis} />
      </div>
      <NumberTable
        id={tableId}
        caption={label}
        heads={[charts("day"), t("whatIf.base"), t("whatIf.plan"), charts("band80From"), charts("band80To")]}
        rows={points.map(({ day, base, plan, band }) => ({
          key: day,
          name: period(day, "day"),
          cells: [base, plan, ...band].map(format),
        }))}
        isShown={isTableShown}
      />
    </div>
  );
}
