import { Card } from "@/app/_components/ui/card";
import { toDay } from "@/lib/shared/day";
import { formatDay } from "@/lib/shared/day-text";
import { formatMoney } from "@/lib/shared/money";
import type { Order } from "@/lib/shared/orders";

const providers: Record<string, string> = { test: "Test card", free: "Nothing to pay" };
const paymentStates = {
  pending: "Waiting for the bank",
  succeeded: "Paid",
  failed: "Failed, nothing charged",
} as const;

function Row({ term, text }: { term: string; text: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{term}</dt>
      <dd className="text-right font-medium tabular-nums">{text}</dd>
    </div>
  );
}

/** What the order costs and how its payment stands. */
export function OrderReceipt({ order }: { order: Order }) {
  const { currency, totalCents, items, payment, paidAt, number } = order;
  const money = (amountCents: number) => formatMoney({ amountCents, currency });
  const listCents = items.reduce((sum, item) => sum + item.listPriceCents * item.quantity, 0);
  return (
    <Card className="grid gap-4">
      <h2 className="font-semibold text-lg">Receipt</h2>
      <dl className="grid gap-2.5 text-sm">
        <Row term="Order" text={number} />
        {listCents > totalCents && <Row term="List price" text={money(listCents)} />}
        {listCents > totalCents && <Row term="Discount" text={`−${money(listCents - totalCents)}`} />}
        {payment && <Row term="Payment" text={providers[payment.provider] ?? payment.provider} />}
        {payment && <Row term="State" text={paymentStates[payment.status]} />}
        {paidAt && <Row term="Paid on" text={formatDay(toDay(new Date(paidAt)))} />}
      </dl>
      <p className="flex items-baseline justify-between gap-4 border-line border-t pt-4">
        <span className="font-semibold">Total</span>
        <span className="font-bold text-2xl tabular-nums">{money(totalCents)}</span>
      </p>
    </Card>
  );
}
