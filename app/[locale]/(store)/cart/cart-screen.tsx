"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { CartEmpty } from "@/app/_components/cart-empty";
import { CartLines } from "@/app/_components/cart-lines";
import { CartTotals } from "@/app/_components/cart-totals";
import { Alert } from "@/app/_components/ui/alert";
import { Card } from "@/app/_components/ui/card";
import { selectCart, withoutRemoved } from "@/lib/client/features/cart/selectors";
import { loadRequested } from "@/lib/client/features/cart/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { Cart } from "@/lib/shared/cart";

/** The server's cart until the browser has loaded its own, and the browser's with its unconfirmed changes after that. */
function useCartLines(initial: Cart) {
  const dispatch = useAppDispatch();
  const cart = useAppSelector(selectCart);
  useEffect(() => {
    dispatch(loadRequested());
  }, [dispatch]);
  const lines = cart.status === "ready" ? cart.lines : withoutRemoved(initial.lines, cart);
  return { lines, hasFailed: cart.status === "failed" };
}

export function CartScreen({ initial }: { initial: Cart }) {
  const t = useTranslations("cart");
  const { lines, hasFailed } = useCartLines(initial);
  const failure = hasFailed && (
    <Alert tone="warning" title={t("stale.title")}>
      {t("stale.text")}
    </Alert>
  );
  if (lines.length === 0) {
    return (
      <>
        {failure}
        <CartEmpty />
      </>
    );
  }
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:gap-14">
      <div className="grid gap-4">
        {failure}
        <h2 className="sr-only">{t("lines")}</h2>
        <CartLines lines={lines} />
      </div>
      <Card className="grid gap-5 lg:sticky lg:top-24">
        <h2 className="font-semibold text-lg">{t("summary")}</h2>
        <CartTotals lines={lines} />
        <p className="text-muted text-xs">{t("terms")}</p>
      </Card>
    </div>
  );
}
