"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { useRouter } from "@/app/_i18n/navigation";
import { selectCheckout } from "@/lib/client/features/checkout/selectors";
import { confirmationAwaited, left } from "@/lib/client/features/checkout/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { Order } from "@/lib/shared/orders";

/** Asks for a pending order until its payment is settled, and shows the page anew then. */
export function OrderWatcher({ order }: { order: Order }) {
  const t = useTranslations("orders.pending");
  const router = useRouter();
  const dispatch = useAppDispatch();
  const shown = useRef(order);
  const { order: latest, step } = useAppSelector(selectCheckout);
  const isSettled = latest?.id === order.id && latest.status !== "pending";

  useEffect(() => {
    dispatch(confirmationAwaited(shown.current));
    return () => {
      dispatch(left());
    };
  }, [dispatch]);

  useEffect(() => {
    if (isSettled) router.refresh();
  }, [router, isSettled]);

  return (
    <Alert tone="warning" title={t("title")}>
      {step === "waiting" ? t("waiting") : t("watching")}
    </Alert>
  );
}
