import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { ChartPoint, Grain } from "@/lib/shared/sales-series";
import { NumberTable } from "./number-table";

type ChartTableProps = {
  id: string;
  caption: string;
  points: readonly ChartPoint[];
  grain: Grain;
  hasQuartiles: boolean;
  hasDiscounts: boolean;
  /** Shown to everybody; otherwise it is there for screen readers. */
  isShown: boolean;
};

/** The points of a sales chart as a table. */
export function ChartTable({ points, grain, hasQuartiles, hasDiscounts, ...props }: ChartTableProps) {
  const t = useTranslations("charts");
  const { count, discount, period } = useFormats();
  const innerHeads = hasQuartiles ? [t("band50From"), t("band50To")] : [];
  const toText = (value: number | null | undefined) => (value == null ? "–" : count(value));
  const toCells = ({ actual, forecast, band, innerBand, discountPercent }: ChartPoint) => [
    ...[actual, forecast, band?.[0]].map(toText),
    ...(hasQuartiles ? [innerBand?.[0], innerBand?.[1]].map(toText) : []),
    toText(band?.[1]),
    ...(hasDiscounts ? [discountPercent > 0 ? discount(discountPercent) : "–"] : []),
  ];
  return (
    <NumberTable
      {...props}
      heads={[
        t(grain),
        t("sold"),
        t("forecast"),
        t("band80From"),
        ...innerHeads,
        t("band80To"),
        ...(hasDiscounts ? [t("discount")] : []),
      ]}
      rows={points.map((point) => ({ key: point.day, name: period(point.day, grain), cells: toCells(point) }))}
    />
  );
}
