"use client";

import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { ChartPoint, Grain } from "@/lib/shared/sales-series";
import { TooltipBox, TooltipLine } from "./tooltip-box";

/** What a point of a sales chart says. */
export function ChartTooltip({ point, grain }: { point: ChartPoint | undefined; grain: Grain }) {
  const t = useTranslations("charts");
  const { count, band: toBand, discount, period } = useFormats();
  if (!point) return null;
  const { actual, forecast, band, innerBand, discountPercent } = point;
  return (
    <TooltipBox title={period(point.day, grain)}>
      {actual !== null && <TooltipLine name={t("sold")} value={count(actual)} mark="bg-chart-2" />}
      {forecast !== null && <TooltipLine name={t("forecast")} value={count(forecast)} mark="bg-chart-1" />}
      {innerBand && <TooltipLine name={t("band50")} value={toBand(innerBand)} mark="bg-chart-1/60" />}
      {band && <TooltipLine name={t("band80")} value={toBand(band)} mark="bg-chart-1/30" />}
      {discountPercent > 0 && <TooltipLine name={t("discount")} value={discount(discountPercent)} mark="bg-chart-3" />}
    </TooltipBox>
  );
}
