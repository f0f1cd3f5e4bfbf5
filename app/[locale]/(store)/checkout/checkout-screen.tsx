"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { selectCheckout } from "@/lib/client/features/checkout/selectors";
import { left, opened, submitted } from "@/lib/client/features/checkout/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { CartLine, CartTotal } from "@/lib/shared/cart";
import type { TestCard } from "@/lib/shared/orders";
import { CheckoutProgress } from "./checkout-progress";
import { OrderSummary } from "./order-summary";
import { PaymentForm } from "./payment-form";

type Checkout = { lines: CartLine[]; total: CartTotal };

/** Follows the order: to its page once it is paid, and back to the server's prices where it was refused. */
function useFollowOrder() {
  const router = useRouter();
  const dispatch = useAppDispatch();
  const { step, order } = useAppSelector(selectCheckout);
  const paidId = step === "paid" ? order?.id : undefined;

  useEffect(() => {
    dispatch(opened());
    return () => {
      dispatch(left());
    };
  }, [dispatch]);

  useEffect(() => {
    if (paidId) router.replace(`/orders/${paidId}?placed=1`);
    else if (step === "refused") router.refresh();
  }, [router, paidId, step]);
}

/** What is shown while the order is under way must not change under the shopper's eyes: a refresh waits until it ends. */
function useSteadyCheckout(checkout: Checkout | null): Checkout | null {
  const { step } = useAppSelector(selectCheckout);
  const [shown, setShown] = useState(checkout);
  const isUnderWay = step === "placing" || step === "confirming" || step === "paid";
  if (!isUnderWay && shown !== checkout) setShown(checkout);
  return isUnderWay ? shown : checkout;
}

type CheckoutScreenProps = { checkout: Checkout | null; nothing: ReactNode };

export function CheckoutScreen({ checkout, nothing }: CheckoutScreenProps) {
  const dispatch = useAppDispatch();
  const [card, setCard] = useState<TestCard>("approve");
  const shown = useSteadyCheckout(checkout);
  useFollowOrder();

  if (!shown) {
    return (
      <div className="grid gap-6">
        <CheckoutProgress />
        {nothing}
      </div>
    );
  }
  const { lines, total } = shown;
  const isFree = total.amountCents === 0;
  const submit = () =>
    dispatch(
      submitted({
        gameIds: total.gameIds,
        expectedTotalCents: total.amountCents,
        currency: total.currency,
        ...(!isFree && { payment: { provider: "test", token: card } }),
      }),
    );
  return (
    <form
      className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="grid gap-6">
        <CheckoutProgress />
        <PaymentForm isFree={isFree} card={card} onCardChange={setCard} />
      </div>
      <OrderSummary lines={lines} total={total} />
    </form>
  );
}
