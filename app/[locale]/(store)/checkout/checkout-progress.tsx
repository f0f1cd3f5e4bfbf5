"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Link } from "@/app/_i18n/navigation";
import { useSaid } from "@/app/_i18n/use-said";
import { selectCheckout } from "@/lib/client/features/checkout/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import type { RequestError } from "@/lib/client/store/request";
import { type Order, toFailureKey } from "@/lib/shared/orders";

const linkClass = "font-semibold text-foreground underline";

function Refusal({ error }: { error: RequestError }) {
  const t = useTranslations("checkout.progress");
  const speak = useSaid();
  const orderId = error.fields?.orderId;
  return (
    <Alert tone="danger" title={t("refused")}>
      <p>{speak(error.message)}</p>
      {orderId && (
        <Link href={`/orders/${orderId}`} className={linkClass}>
          {t("thatOrder")}
        </Link>
      )}
    </Alert>
  );
}

function Confirming() {
  const t = useTranslations("checkout.progress");
  return (
    <Alert title={t("confirming")}>
      <div className="grid gap-3">
        <p>{t("confirmingText")}</p>
        <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-background">
          <div className="h-full w-full animate-shimmer rounded-full bg-primary" />
        </div>
      </div>
    </Alert>
  );
}

function Declined({ order }: { order: Order | null }) {
  const t = useTranslations("checkout.progress");
  const failures = useTranslations("orders.failures");
  const reason = failures(toFailureKey(order?.payment?.failureCode ?? null));
  return (
    <Alert tone="danger" title={t("declined")}>
      {t("declinedText", { reason })}
    </Alert>
  );
}

function Waiting({ order }: { order: Order }) {
  const t = useTranslations("checkout.progress");
  return (
    <Alert tone="warning" title={t("waiting")}>
      {t("waitingText")}{" "}
      <Link href={`/orders/${order.id}`} className={linkClass}>
        {t("yourOrder")}
      </Link>
    </Alert>
  );
}

function Message() {
  const t = useTranslations("checkout.progress");
  const speak = useSaid();
  const { step, order, error } = useAppSelector(selectCheckout);
  if (step === "placing") return <Alert title={t("placing")} />;
  if (step === "confirming") return <Confirming />;
  if (step === "paid") return <Alert tone="success" title={t("paid")} />;
  if (step === "refused" && error) return <Refusal error={error} />;
  if (step === "declined") return <Declined order={order} />;
  if (step === "waiting" && order) return <Waiting order={order} />;
  if (step !== "unknown" || !error) return null;
  return (
    <Alert tone="warning" title={t("unknown")}>
      {t("unknownText", { reason: speak(error.message) })}
    </Alert>
  );
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
