import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import { useFormats } from "@/app/_i18n/use-formats";
import type { StockOut } from "@/lib/shared/forecast";
import { describeOrder, describeStockOut } from "./stock-out-words";

const tones = { sold_out: "danger", runs_out: "warning", may_run_out: "neutral", lasts: "success" } as const;

/** When a game's licence keys run out, and how many to order. */
export function StockOutCard({ stock }: { stock: StockOut }) {
  const { headline, detail } = describeStockOut(stock);
  const t = useTranslations("forecast");
  const { count } = useFormats();
  return (
    <Card id="keys" className="grid content-start gap-3 p-4 text-sm sm:p-5">
      <h2 className="flex items-center justify-between gap-2 font-semibold text-lg">
        <span className="flex items-center gap-2">
          <KeyRound aria-hidden className="size-4 text-muted" />
          {t("stock.title")}
        </span>
        <Badge tone={tones[stock.state]}>{t(`stock.badges.${stock.state}`)}</Badge>
      </h2>
      <dl className="grid grid-cols-2 gap-3">
        <div>
          <dt className="text-muted text-xs">{t("stock.left")}</dt>
          <dd className="font-bold font-display text-2xl tabular-nums">{count(stock.keysLeft)}</dd>
        </div>
        <div>
          <dt className="text-muted text-xs">{t("stock.toOrder")}</dt>
          <dd className="font-bold font-display text-2xl tabular-nums">{count(stock.keysToOrder)}</dd>
        </div>
      </dl>
      <p className="font-semibold">{t(headline.key, headline.values)}</p>
      <p className="text-muted">
        {[...detail, describeOrder(stock)].map(({ key, values }) => t(key, values)).join(" ")}
      </p>
    </Card>
  );
}
