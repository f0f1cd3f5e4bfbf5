"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { selectSession } from "@/lib/client/features/session/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import type { CartLine, CartTotal } from "@/lib/shared/cart";
import { computeCartTotals, computeSavedCents } from "@/lib/shared/cart-totals";
import { Alert } from "./ui/alert";
import { Button } from "./ui/button";

function useCheckout({ currency, amountCents }: CartTotal, isOnly: boolean): { href: string; text: string } {
  const t = useTranslations("cart");
  const session = useAppSelector(selectSession);
  const path = isOnly ? "/checkout" : `/checkout?currency=${currency}`;
  if (!session) {
    const href = `/sign-in?callbackUrl=${encodeURIComponent(path)}`;
    return { href, text: isOnly ? t("signInToCheckOut") : t("signInToCheckOutIn", { currency }) };
  }
  if (!isOnly) return { href: path, text: t("checkOutIn", { currency }) };
  return { href: path, text: t(amountCents === 0 ? "getFree" : "checkOut") };
}

function Total({ total, savedCents, isOnly }: { total: CartTotal; savedCents: number; isOnly: boolean }) {
  const t = useTranslations("cart");
  const { money } = useFormats();
  const { href, text } = useCheckout(total, isOnly);
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <p className="flex items-baseline justify-between gap-4">
          <span className="text-muted text-sm">{t("games", { count: total.gameIds.length })}</span>
          <span className="font-bold text-2xl tabular-nums">{money(total)}</span>
        </p>
        {savedCents > 0 && (
          <p className="text-right text-accent text-sm">
            {t("saved", { amount: money({ amountCents: savedCents, currency: total.currency }) })}
          </p>
        )}
      </div>
      <Button asChild size="lg" className="w-full">
        <Link href={href}>
          <Lock aria-hidden />
          {text}
        </Link>
      </Button>
    </div>
  );
}

/** What the cart comes to, in each of its currencies, and the way to pay for it. */
export function CartTotals({ lines }: { lines: readonly CartLine[] }) {
  const t = useTranslations("cart");
  const totals = computeCartTotals(lines);
  if (totals.length === 0) return <p className="text-muted text-sm">{t("nothingForSale")}</p>;
  return (
    <>
      {totals.length > 1 && <Alert>{t("currencies", { count: totals.length })}</Alert>}
      {totals.map((total) => (
        <Total
          key={total.currency}
          total={total}
          savedCents={computeSavedCents(lines, total)}
          isOnly={totals.length === 1}
        />
      ))}
    </>
  );
}
