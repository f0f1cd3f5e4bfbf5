import { clsx } from "clsx";
import type { ChartPoint, Grain } from "@/lib/shared/sales-series";
import { formatCount, formatPeriod } from "./chart-format";

type ChartTableProps = {
  id: string;
  caption: string;
  points: readonly ChartPoint[];
  grain: Grain;
  hasDiscounts: boolean;
  /** Shown to everybody; otherwise it is there for screen readers. */
  isShown: boolean;
};

function Cell({ value }: { value: number | null | undefined }) {
  return <td className="px-3 py-1.5 text-right tabular-nums">{value == null ? "–" : formatCount(value)}</td>;
}

function Row({ point, grain, hasDiscounts }: { point: ChartPoint } & Pick<ChartTableProps, "grain" | "hasDiscounts">) {
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap px-3 py-1.5 text-left font-normal">
        {formatPeriod(point.day, grain)}
      </th>
      <Cell value={point.actual} />
      <Cell value={point.forecast} />
      <Cell value={point.band?.[0]} />
      <Cell value={point.band?.[1]} />
      {hasDiscounts && (
        <td className="px-3 py-1.5 text-right tabular-nums">
          {point.discountPercent > 0 ? `−${point.discountPercent} %` : "–"}
        </td>
      )}
    </tr>
  );
}

/** The points of a chart as a table: always in the page, in sight when asked for. */
export function ChartTable({ id, caption, points, grain, hasDiscounts, isShown }: ChartTableProps) {
  const heads = ["Sold", "Forecast", "Low end", "High end", ...(hasDiscounts ? ["Discount"] : [])];
  return (
    <section
      id={id}
      aria-label={caption}
      tabIndex={isShown ? 0 : undefined}
      className={clsx(isShown ? "max-h-96 overflow-auto rounded-lg border border-line" : "sr-only")}
    >
      <table className="w-full border-collapse text-sm">
        <caption className="px-3 py-2 text-left text-muted text-xs">{caption}</caption>
        <thead className="sticky top-0 bg-raised text-muted text-xs">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-semibold">
              {grain === "week" ? "Week" : "Day (UTC)"}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="whitespace-nowrap px-3 py-2 text-right font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {points.map((point) => (
            <Row key={point.day} point={point} grain={grain} hasDiscounts={hasDiscounts} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
