"use client";

import { Lock, ShoppingCart } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Card } from "@/app/_components/ui/card";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { selectCart } from "@/lib/client/features/cart/selectors";
import { loadRequested } from "@/lib/client/features/cart/slice";
import { selectSession } from "@/lib/client/features/session/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { type Cart, type CartTotal, computeCartTotals } from "@/lib/shared/cart";
import { formatMoney } from "@/lib/shared/money";
import { CartLineRow } from "./cart-line-row";

/** The server's cart until the browser has loaded its own, and the browser's with its unconfirmed changes after that. */
function useCartLines(initial: Cart) {
  const dispatch = useAppDispatch();
  const { status, lines } = useAppSelector(selectCart);
  useEffect(() => {
    dispatch(loadRequested());
  }, [dispatch]);
  return { lines: status === "ready" ? lines : initial.lines, hasFailed: status === "failed" };
}

function CheckoutLink({ total, isOnly }: { total: CartTotal; isOnly: boolean }) {
  const session = useAppSelector(selectSession);
  const path = isOnly ? "/checkout" : `/checkout?currency=${total.currency}`;
  const href = session ? path : `/sign-in?callbackUrl=${encodeURIComponent(path)}`;
  const text = total.amountCents === 0 ? "Get for free" : "Check out";
  return (
    <Button asChild size="lg" className="w-full">
      <Link href={href}>
        <Lock aria-hidden />
        {session ? text : "Sign in to check out"}
        {!isOnly && ` in ${total.currency}`}
      </Link>
    </Button>
  );
}

function Totals({ totals }: { totals: CartTotal[] }) {
  return (
    <Card className="grid gap-4 lg:sticky lg:top-24">
      <h2 className="font-semibold text-lg">Summary</h2>
      {totals.length > 1 && (
        <Alert>Your cart holds games in {totals.length} currencies. Each is paid on its own.</Alert>
      )}
      {totals.map((total) => (
        <div key={total.currency} className="grid gap-4">
          <p className="flex items-baseline justify-between gap-4">
            <span className="text-muted text-sm">
              {total.gameIds.length === 1 ? "1 game" : `${total.gameIds.length} games`}
            </span>
            <span className="font-bold text-2xl tabular-nums">{formatMoney(total)}</span>
          </p>
          <CheckoutLink total={total} isOnly={totals.length === 1} />
        </div>
      ))}
      {totals.length === 0 && <p className="text-muted text-sm">Nothing in your cart can be bought at the moment.</p>}
      <p className="text-muted text-xs">Taxes included. Games are yours in the library as soon as they are paid.</p>
    </Card>
  );
}

export function CartScreen({ initial }: { initial: Cart }) {
  const { lines, hasFailed } = useCartLines(initial);
  const failure = hasFailed && (
    <Alert tone="warning" title="This may not be your latest cart">
      The store could not be reached. Reload the page to try again.
    </Alert>
  );
  if (lines.length === 0) {
    return (
      <>
        {failure}
        <EmptyState
          icon={<ShoppingCart />}
          title="Your cart is empty"
          text="Games that you add wait here until you check out, also on your other devices when you are signed in."
          action={
            <Button asChild>
              <Link href="/games">Browse games</Link>
            </Button>
          }
        />
      </>
    );
  }
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid gap-4">
        {failure}
        <ul aria-label="Games in your cart" className="grid gap-3">
          {lines.map((line) => (
            <CartLineRow key={line.gameId} line={line} />
          ))}
        </ul>
      </div>
      <Totals totals={computeCartTotals(lines)} />
    </div>
  );
}
