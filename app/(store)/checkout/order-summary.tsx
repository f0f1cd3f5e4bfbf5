"use client";

import { Lock } from "lucide-react";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Button } from "@/app/_components/ui/button";
import { Card } from "@/app/_components/ui/card";
import { selectCheckout, selectIsCheckoutBusy } from "@/lib/client/features/checkout/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { CartLine, CartTotal } from "@/lib/shared/cart";
import { formatMoney } from "@/lib/shared/money";

function useButtonText(total: CartTotal): string {
  const { step } = useAppSelector(selectCheckout);
  if (step === "placing") return "Placing your order…";
  if (step === "confirming") return "Confirming the payment…";
  if (step === "paid") return "Paid";
  if (step === "unknown") return "Try again";
  return total.amountCents === 0 ? "Get for free" : `Pay ${formatMoney(total)}`;
}

function SummaryLine({ line }: { line: CartLine }) {
  return (
    <li className="flex items-center gap-3 py-3">
      <div className="@container relative aspect-[3/4] w-12 shrink-0 overflow-hidden rounded-md bg-raised">
        <CoverArt picture={line.cover} title={line.title} sizes="3rem" isDecorative />
      </div>
      <div className="grid min-w-0 gap-1">
        <p className="font-medium text-sm">{line.title}</p>
        <Price price={line.price} size="sm" />
      </div>
    </li>
  );
}

/** The games, the total and the button that orders them. */
export function OrderSummary({ lines, total }: { lines: CartLine[]; total: CartTotal }) {
  const isBusy = useAppSelector(selectIsCheckoutBusy);
  const isHydrated = useHydrated();
  const text = useButtonText(total);
  const isFree = total.amountCents === 0;
  return (
    <Card className="grid gap-4 lg:sticky lg:top-24">
      <h2 className="font-semibold text-lg">Your order</h2>
      <ul className="-my-3 divide-y divide-line">
        {lines.map((line) => (
          <SummaryLine key={line.gameId} line={line} />
        ))}
      </ul>
      <p className="flex items-baseline justify-between gap-4 border-line border-t pt-4">
        <span className="font-semibold">Total</span>
        <span className="font-bold text-2xl tabular-nums">{isFree ? "Free" : formatMoney(total)}</span>
      </p>
      <Button type="submit" size="lg" className="w-full" disabled={isBusy || !isHydrated}>
        <Lock aria-hidden />
        {text}
      </Button>
      {!isFree && (
        <p className="text-muted text-xs">
          You pay exactly the total shown here. Should a price change before you order, nothing is charged.
        </p>
      )}
    </Card>
  );
}
