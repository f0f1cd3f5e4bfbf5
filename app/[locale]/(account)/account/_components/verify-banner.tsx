"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { verificationRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";

/** Reminds of the link that proves the address, and sends it again. */
export function VerifyBanner({ email, hint }: { email: string; hint: ReactNode }) {
  const t = useTranslations("account.profile.unverified");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const isRunning = useAppSelector(selectAccountRequest.verification).status === "running";
  return (
    <Alert tone="warning" title={t("title")}>
      <p className="break-words">{t("text", { email })}</p>
      {hint}
      <Button
        variant="secondary"
        size="sm"
        className="mt-3"
        disabled={!isHydrated}
        aria-disabled={isRunning || undefined}
        onClick={() => !isRunning && dispatch(verificationRequest.requested())}
      >
        {isRunning ? t("sending") : t("again")}
      </Button>
    </Alert>
  );
}
