import { clsx } from "clsx";
import type { ChartPoint, Grain } from "@/lib/shared/sales-series";
import { formatCount, formatPeriod } from "./chart-format";

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

function Cell({ value }: { value: number | null | undefined }) {
  return <td className="px-3 py-1.5 text-right tabular-nums">{value == null ? "–" : formatCount(value)}</td>;
}

type RowProps = { point: ChartPoint } & Pick<ChartTableProps, "grain" | "hasQuartiles" | "hasDiscounts">;

function Row({ point, grain, hasQuartiles, hasDiscounts }: RowProps) {
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap px-3 py-1.5 text-left font-normal">
        {formatPeriod(point.day, grain)}
      </th>
      <Cell value={point.actual} />
      <Cell value={point.forecast} />
      <Cell value={point.band?.[0]} />
      {hasQuartiles && <Cell value={point.innerBand?.[0]} />}
      {hasQuartiles && <Cell value={point.innerBand?.[1]} />}
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
export function ChartTable({ id, caption, points, grain, hasQuartiles, hasDiscounts, isShown }: ChartTableProps) {
  const bands = hasQuartiles ? ["80 % from", "50 % from", "50 % to", "80 % to"] : ["80 % from", "80 % to"];
  const heads = ["Sold", "Forecast", ...bands, ...(hasDiscounts ? ["Discount"] : [])];
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
            <Row key={point.day} point={point} grain={grain} hasQuartiles={hasQuartiles} hasDiscounts={hasDiscounts} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
