"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { selectCheckout } from "@/lib/client/features/checkout/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import type { RequestError } from "@/lib/client/store/request";
import { toFailureMessage } from "@/lib/shared/orders";

const linkClass = "font-semibold text-foreground underline";

function Refusal({ error }: { error: RequestError }) {
  const orderId = error.fields?.orderId;
  return (
    <Alert tone="danger" title="Nothing was ordered">
      <p>{error.message}</p>
      {orderId && (
        <Link href={`/orders/${orderId}`} className={linkClass}>
          Look at that order
        </Link>
      )}
    </Alert>
  );
}

function Confirming() {
  return (
    <Alert title="The bank is confirming your payment">
      <div className="grid gap-3">
        <p>This takes some seconds. You can leave the page: the order is finished without you, and charged once.</p>
        <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-background">
          <div className="h-full w-full animate-shimmer rounded-full bg-primary" />
        </div>
      </div>
    </Alert>
  );
}

function Message() {
  const { step, order, error } = useAppSelector(selectCheckout);
  if (step === "placing") return <Alert title="Placing your order" />;
  if (step === "confirming") return <Confirming />;
  if (step === "paid") return <Alert tone="success" title="Paid. Opening your order" />;
  if (step === "refused" && error) return <Refusal error={error} />;
  if (step === "declined") {
    return (
      <Alert tone="danger" title="The payment was declined">
        {toFailureMessage(order?.payment?.failureCode ?? null)} Choose another card and try again.
      </Alert>
    );
  }
  if (step === "unknown" && error) {
    return (
      <Alert tone="warning" title="We did not hear back from the store">
        {error.message}. Trying again is safe: the order is placed and charged once at most.
      </Alert>
    );
  }
  if (step === "waiting" && order) {
    return (
      <Alert tone="warning" title="The bank has not answered yet">
        Your order is kept and finished as soon as the bank answers.{" "}
        <Link href={`/orders/${order.id}`} className={linkClass}>
          Look at your order
        </Link>
      </Alert>
    );
  }
  return null;
}

/** Says how the order goes; brought into view where it is not, such as under the button on a phone. */
export function CheckoutProgress() {
  const { step } = useAppSelector(selectCheckout);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step !== "review") ref.current?.scrollIntoView({ block: "nearest" });
  }, [step]);
  return (
    <div ref={ref} aria-live="polite" className="scroll-mt-24 empty:hidden">
      <Message />
    </div>
  );
}
