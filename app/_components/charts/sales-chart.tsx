"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import type { DiscountSpan, SalesDay } from "@/lib/shared/sales";
import { type ChartForecastDay, toChartPoints } from "@/lib/shared/sales-series";
import { ChartLegend } from "./chart-legend";
import { ChartPlot, type DayChoice } from "./chart-plot";
import { ChartTable } from "./chart-table";
import { ChartToolbar } from "./chart-toolbar";
import { useChartView } from "./use-chart-view";

type SalesChartProps = {
  /** What is sold, such as a game's title. */
  name: string;
  actual: readonly Pick<SalesDay, "day" | "units">[];
  forecast: readonly ChartForecastDay[];
  discounts?: readonly DiscountSpan[];
} & DayChoice;

/** Units sold and forecast over time, to zoom into, with the same numbers as a table. */
export function SalesChart({ name, actual, forecast, discounts, chosenDay, onDayChosen }: SalesChartProps) {
  const t = useTranslations("charts");
  const tableId = useId();
  const [isTableShown, setTableShown] = useState(false);
  const daily = useMemo(() => toChartPoints(actual, forecast, discounts), [actual, forecast, discounts]);
  const view = useChartView(daily);
  const hasForecast = forecast.length > 0;
  const hasQuartiles = forecast.some(({ lowerQuartileUnits }) => lowerQuartileUnits !== undefined);
  const hasDiscounts = (discounts?.length ?? 0) > 0;
  const label = t(hasForecast ? "label.soldAndForecast" : "label.sold", { name });
  return (
    <div className="relative grid gap-4">
      <ChartToolbar
        view={view}
        tableId={tableId}
        isTableShown={isTableShown}
        onTableToggle={() => setTableShown(!isTableShown)}
      />
      <ChartLegend
        hasActual={actual.length > 0}
        hasForecast={hasForecast}
        hasQuartiles={hasQuartiles}
        hasDiscounts={hasDiscounts}
      />
      {view.points.length > 0 && (
        <div className="h-80 sm:h-96">
          <ChartPlot
            view={view}
            label={label}
            hasDiscounts={hasDiscounts}
            chosenDay={view.grain === "day" ? chosenDay : undefined}
            onDayChosen={view.grain === "day" ? onDayChosen : undefined}
          />
        </div>
      )}
      {view.grain === "week" && <p className="text-muted text-xs">{t("weeksNote")}</p>}
      <ChartTable
        id={tableId}
        caption={t("label.shown", { label })}
        points={view.shown}
        grain={view.grain}
        hasQuartiles={hasQuartiles}
        hasDiscounts={hasDiscounts}
        isShown={isTableShown}
      />
    </div>
  );
}
