"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Badge } from "@/app/_components/ui/badge";
import { Button } from "@/app/_components/ui/button";
import { cancelEmailRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import type { Profile } from "@/lib/shared/account";
import { EmailForm } from "./email-form";
import { Section } from "./section";

function PendingChange({ email }: { email: string }) {
  const t = useTranslations("account.email");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const isRunning = useAppSelector(selectAccountRequest.cancelEmail).status === "running";
  return (
    <Alert title={t("pendingTitle", { email })}>
      <p>{t("pending")}</p>
      <Button
        variant="secondary"
        size="sm"
        className="mt-3"
        disabled={!isHydrated || isRunning}
        onClick={() => dispatch(cancelEmailRequest.requested())}
      >
        {t("giveUp")}
      </Button>
    </Alert>
  );
}

/** The address that one signs in with, and the form that changes it. */
export function EmailSection({ profile }: { profile: Profile }) {
  const { email, isEmailVerified, pendingEmail, hasPassword } = profile;
  const t = useTranslations("account.email");
  const isHydrated = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  const openerRef = useRef<HTMLButtonElement>(null);
  const close = () => {
    setIsOpen(false);
    requestAnimationFrame(() => openerRef.current?.focus());
  };
  return (
    <Section title={t("title")} text={t("text")}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-0 break-words font-medium">{email}</p>
        <Badge tone={isEmailVerified ? "success" : "warning"}>
          {isEmailVerified ? t("verified") : t("unverified")}
        </Badge>
      </div>
      {pendingEmail && <PendingChange email={pendingEmail} />}
      {isOpen ? (
        <EmailForm hasPassword={hasPassword} onClose={close} />
      ) : (
        <Button
          ref={openerRef}
          variant="secondary"
          className="justify-self-start"
          disabled={!isHydrated}
          onClick={() => setIsOpen(true)}
        >
          {t("change")}
        </Button>
      )}
    </Section>
  );
}
