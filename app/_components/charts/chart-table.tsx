import type { ChartPoint, Grain } from "@/lib/shared/sales-series";
import { formatCount, formatPeriod } from "./chart-format";
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

const toText = (value: number | null | undefined) => (value == null ? "–" : formatCount(value));

/** The points of a sales chart as a table. */
export function ChartTable({ points, grain, hasQuartiles, hasDiscounts, ...props }: ChartTableProps) {
  const bandHeads = hasQuartiles ? ["80 % from", "50 % from", "50 % to", "80 % to"] : ["80 % from", "80 % to"];
  const toCells = ({ actual, forecast, band, innerBand, discountPercent }: ChartPoint) => [
    ...[actual, forecast, band?.[0]].map(toText),
    ...(hasQuartiles ? [innerBand?.[0], innerBand?.[1]].map(toText) : []),
    toText(band?.[1]),
    ...(hasDiscounts ? [discountPercent > 0 ? `−${discountPercent} %` : "–"] : []),
  ];
  return (
    <NumberTable
      {...props}
      heads={[
        grain === "week" ? "Week" : "Day (UTC)",
        "Sold",
        "Forecast",
        ...bandHeads,
        ...(hasDiscounts ? ["Discount"] : []),
      ]}
      rows={points.map((point) => ({ key: point.day, name: formatPeriod(point.day, grain), cells: toCells(point) }))}
    />
  );
}
