"use client";

import { KeyRound, MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ErrorSummary } from "@/app/_components/form/error-summary";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Link } from "@/app/_i18n/navigation";
import { requestResetRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { requestResetSchema } from "@/lib/shared/account";
import { AuthCard, cardLinkClass } from "../_components/auth-card";

function AskForm({ onSent }: { onSent: (email: string) => void }) {
  const t = useTranslations("auth");
  const [email, setEmail] = useState("");
  const form = useRequestForm({
    names: ["email"],
    schema: requestResetSchema,
    request: requestResetRequest,
    select: selectAccountRequest.requestReset,
    onDone: () => onSent(email),
  });
  return (
    <AuthCard icon={<KeyRound />} title={t("forgot.title")} lead={t("forgot.lead")}>
      <form ref={form.formRef} method="post" noValidate onSubmit={form.submit} className="grid gap-5">
        <ErrorSummary
          ref={form.summaryRef}
          message={form.message}
          errors={form.errors}
          labels={{ email: t("labels.email") }}
        />
        <Field label={t("labels.email")} error={form.errors.email}>
          <Input
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            required
            onChange={(event) => setEmail(event.currentTarget.value.trim())}
          />
        </Field>
        <SubmitButton size="lg" className="w-full" status={form.status} runningText={t("forgot.running")}>
          {t("forgot.submit")}
        </SubmitButton>
        <p className="text-center text-sm">
          <Link href="/sign-in" className={cardLinkClass}>
            {t("backToSignIn")}
          </Link>
        </p>
      </form>
    </AuthCard>
  );
}

function Sent({ email, hint, onAgain }: { email: string; hint: ReactNode; onAgain: () => void }) {
  const t = useTranslations("auth");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} role="status" className="w-full outline-none">
      <AuthCard icon={<MailCheck />} title={t("forgot.sentTitle")} lead={t("forgot.sent", { email })}>
        <p className="text-muted text-sm">{t("forgot.sentHint")}</p>
        {hint}
        <Button variant="secondary" size="lg" onClick={onAgain}>
          {t("forgot.again")}
        </Button>
        <p className="text-center text-sm">
          <Link href="/sign-in" className={cardLinkClass}>
            {t("backToSignIn")}
          </Link>
        </p>
      </AuthCard>
    </div>
  );
}

/** Asks for the address, then says what to do; it says the same whether the address has an account or not. */
export function ForgotPassword({ hint }: { hint: ReactNode }) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo === null) return <AskForm onSent={setSentTo} />;
  return <Sent email={sentTo} hint={hint} onAgain={() => setSentTo(null)} />;
}
