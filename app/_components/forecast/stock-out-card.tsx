import { KeyRound } from "lucide-react";
import { formatCount } from "@/app/_components/charts/chart-format";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import type { StockOut } from "@/lib/shared/forecast";
import { describeOrder, describeStockOut } from "./stock-out-words";

const badges = {
  sold_out: { tone: "danger", text: "Sold out" },
  runs_out: { tone: "warning", text: "Runs out" },
  may_run_out: { tone: "neutral", text: "May run out" },
  lasts: { tone: "success", text: "Enough" },
} as const;

/** When a game's licence keys run out, and how many to order. */
export function StockOutCard({ stock }: { stock: StockOut }) {
  const { headline, detail } = describeStockOut(stock);
  const badge = badges[stock.state];
  return (
    <Card id="keys" className="grid content-start gap-3 p-4 text-sm sm:p-5">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        <span className="flex items-center gap-2">
          <KeyRound aria-hidden className="size-4 text-muted" />
          Licence keys
        </span>
        <Badge tone={badge.tone}>{badge.text}</Badge>
      </h2>
      <dl className="grid grid-cols-2 gap-3">
        <div>
          <dt className="text-muted text-xs">Keys left</dt>
          <dd className="font-bold font-display text-2xl tabular-nums">{formatCount(stock.keysLeft)}</dd>
        </div>
        <div>
          <dt className="text-muted text-xs">Keys to order</dt>
          <dd className="font-bold font-display text-2xl tabular-nums">{formatCount(stock.keysToOrder)}</dd>
        </div>
      </dl>
      <p className="font-semibold">{headline}</p>
      <p className="text-muted">
        {detail} {describeOrder(stock)}
      </p>
    </Card>
  );
}
