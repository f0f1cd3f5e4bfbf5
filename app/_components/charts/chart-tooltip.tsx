"use client";

import { clsx } from "clsx";
import type { ChartPoint, Grain } from "@/lib/shared/sales-series";
import { formatBand, formatCount, formatPeriod } from "./chart-format";

function Line({ name, value, mark }: { name: string; value: string; mark: string }) {
  return (
    <div className="flex items-center justify-between gap-6">
      <dt className="flex items-center gap-2 text-muted">
        <span aria-hidden className={clsx("h-2 w-2 rounded-full", mark)} />
        {name}
      </dt>
      <dd className="font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

/** What a point says, for pointers and for the arrow keys alike. */
export function ChartTooltip({ point, grain }: { point: ChartPoint | undefined; grain: Grain }) {
  if (!point) return null;
  const { actual, forecast, band, innerBand, discountPercent } = point;
  return (
    <div
      role="status"
      aria-live="assertive"
      className="grid gap-1.5 rounded-lg border border-line bg-raised px-3 py-2.5 text-xs shadow-lift"
    >
      <p className="font-semibold">{formatPeriod(point.day, grain)}</p>
      <dl className="grid gap-1">
        {actual !== null && <Line name="Sold" value={formatCount(actual)} mark="bg-chart-2" />}
        {forecast !== null && <Line name="Forecast" value={formatCount(forecast)} mark="bg-chart-1" />}
        {innerBand && <Line name="50 % band" value={formatBand(innerBand)} mark="bg-chart-1/60" />}
        {band && <Line name="80 % band" value={formatBand(band)} mark="bg-chart-1/30" />}
        {discountPercent > 0 && <Line name="Discount" value={`−${discountPercent} %`} mark="bg-chart-3" />}
      </dl>
    </div>
  );
}
