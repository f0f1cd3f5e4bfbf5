"use client";

import { MailCheck, MailQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ErrorSummary } from "@/app/_components/form/error-summary";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { confirmEmailRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest, selectConfirmedEmail } from "@/lib/client/features/account/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { type ConfirmedEmail, confirmEmailSchema } from "@/lib/shared/account";
import { AuthCard } from "../_components/auth-card";

type LinkView = { isChange: boolean; email: string };

function Done({ confirmed }: { confirmed: ConfirmedEmail }) {
  const t = useTranslations("auth");
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const lead = t(confirmed.kind === "changed" ? "confirm.changed" : "confirm.verified", { email: confirmed.email });
  return (
    <div ref={ref} tabIndex={-1} role="status" className="w-full outline-none">
      <AuthCard icon={<MailCheck />} title={t("confirm.doneTitle")} lead={lead}>
        <Button asChild size="lg">
          <Link href="/">{t("toShop")}</Link>
        </Button>
        <Button asChild variant="secondary" size="lg">
          <Link href="/account">{t("confirm.toAccount")}</Link>
        </Button>
      </AuthCard>
    </div>
  );
}

function Question({ token, link, onDone }: { token: string; link: LinkView; onDone: () => void }) {
  const t = useTranslations("auth.confirm");
  const form = useRequestForm({
    names: [],
    schema: confirmEmailSchema,
    request: confirmEmailRequest,
    select: selectAccountRequest.confirmEmail,
    extra: { token },
    onDone,
  });
  const { email } = link;
  return (
    <AuthCard
      icon={<MailQuestion />}
      title={link.isChange ? t("changeTitle") : t("verifyTitle")}
      lead={link.isChange ? t("changeLead", { email }) : t("verifyLead", { email })}
    >
      <form ref={form.formRef} method="post" noValidate onSubmit={form.submit} className="grid gap-5">
        <ErrorSummary ref={form.summaryRef} message={form.message} errors={{}} labels={{}} />
        <SubmitButton size="lg" className="w-full" status={form.status} runningText={t("running")}>
          {t("submit")}
        </SubmitButton>
      </form>
    </AuthCard>
  );
}

type ConfirmEmailProps = {
  token: string;
  /** What the link does; null where it works no more. */
  link: LinkView | null;
  over: ReactNode;
};

/** Asks whether the address is the reader's, then says that it is done, also when the page is rendered anew. */
export function ConfirmEmail({ token, link, over }: ConfirmEmailProps) {
  const confirmed = useAppSelector(selectConfirmedEmail);
  const [isDone, setIsDone] = useState(false);
  if (isDone && confirmed) return <Done confirmed={confirmed} />;
  return link ? <Question token={token} link={link} onDone={() => setIsDone(true)} /> : over;
}
