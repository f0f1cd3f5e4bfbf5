import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDay } from "@/lib/shared/day";
import type { Order } from "@/lib/shared/orders";

const PROVIDERS = ["test", "free"] as const;

function Row({ term, text }: { term: string; text: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{term}</dt>
      <dd className="text-right font-medium tabular-nums">{text}</dd>
    </div>
  );
}

/** A provider by the name that people know it by. */
function useProviderName(provider: string | undefined): string | undefined {
  const t = useTranslations("orders.receipt.providers");
  const known = PROVIDERS.find((one) => one === provider);
  return known ? t(known) : provider;
}

/** What the order costs and how its payment stands. */
export function OrderReceipt({ order }: { order: Order }) {
  const t = useTranslations("orders.receipt");
  const { day, money } = useFormats();
  const { currency, totalCents, items, payment, paidAt, number } = order;
  const provider = useProviderName(payment?.provider);
  const inCurrency = (amountCents: number) => money({ amountCents, currency });
  const listCents = items.reduce((sum, item) => sum + item.listPriceCents * item.quantity, 0);
  return (
    <Card className="grid gap-4">
      <h2 className="font-semibold text-lg">{t("heading")}</h2>
      <dl className="grid gap-2.5 text-sm">
        <Row term={t("order")} text={number} />
        {listCents > totalCents && <Row term={t("listPrice")} text={inCurrency(listCents)} />}
        {listCents > totalCents && <Row term={t("discount")} text={`−${inCurrency(listCents - totalCents)}`} />}
        {provider && <Row term={t("payment")} text={provider} />}
        {payment && <Row term={t("state")} text={t(`states.${payment.status}`)} />}
        {paidAt && <Row term={t("paidOn")} text={day(toDay(new Date(paidAt)))} />}
      </dl>
      <p className="flex items-baseline justify-between gap-4 border-line border-t pt-4">
        <span className="font-semibold">{t("total")}</span>
        <span className="font-bold text-2xl tabular-nums">{inCurrency(totalCents)}</span>
      </p>
    </Card>
  );
}
