"use client";

import type { ChartPoint, Grain } from "@/lib/shared/sales-series";
import { formatBand, formatCount, formatPeriod } from "./chart-format";
import { TooltipBox, TooltipLine } from "./tooltip-box";

/** What a point of a sales chart says. */
export function ChartTooltip({ point, grain }: { point: ChartPoint | undefined; grain: Grain }) {
  if (!point) return null;
  const { actual, forecast, band, innerBand, discountPercent } = point;
  return (
    <TooltipBox title={formatPeriod(point.day, grain)}>
      {actual !== null && <TooltipLine name="Sold" value={formatCount(actual)} mark="bg-chart-2" />}
      {forecast !== null && <TooltipLine name="Forecast" value={formatCount(forecast)} mark="bg-chart-1" />}
      {innerBand && <TooltipLine name="50 % band" value={formatBand(innerBand)} mark="bg-chart-1/60" />}
      {band && <TooltipLine name="80 % band" value={formatBand(band)} mark="bg-chart-1/30" />}
      {discountPercent > 0 && <TooltipLine name="Discount" value={`−${discountPercent} %`} mark="bg-chart-3" />}
    </TooltipBox>
  );
}
