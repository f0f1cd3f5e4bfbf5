"use client";

import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { CodeInput } from "@/app/_components/form/code-input";
import { ErrorSummary } from "@/app/_components/form/error-summary";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Link, useRouter } from "@/app/_i18n/navigation";
import { signInCodeRequest } from "@/lib/client/features/session/requests";
import { selectSession, selectSignInCode } from "@/lib/client/features/session/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { signInCodeSchema } from "@/lib/shared/auth";
import { withCallback } from "@/lib/shared/callback-path";
import { AuthCard, cardLinkClass } from "../../_components/auth-card";

/** The second step of signing in: a code of the app, or a recovery code in its stead. */
export function CodeForm({ callbackPath }: { callbackPath: string }) {
  const t = useTranslations("auth");
  const router = useRouter();
  const [isRecovery, setIsRecovery] = useState(false);
  const inputRef = useRef<HTMLInputElement>(null);
  const isSignedIn = useAppSelector(selectSession) !== null;
  const form = useRequestForm({
    names: ["code"],
    schema: signInCodeSchema,
    request: signInCodeRequest,
    select: selectSignInCode,
  });

  useEffect(() => {
    if (isSignedIn) router.replace(callbackPath);
  }, [isSignedIn, callbackPath, router]);

  const label = isRecovery ? t("code.recoveryLabel") : t("code.appLabel");
  return (
    <AuthCard
      icon={<ShieldCheck />}
      title={t("code.title")}
      lead={isRecovery ? t("code.leadRecovery") : t("code.lead")}
    >
      <form ref={form.formRef} method="post" noValidate onSubmit={form.submit} className="grid gap-5">
        <ErrorSummary ref={form.summaryRef} message={form.message} errors={form.errors} labels={{ code: label }} />
        <Field label={label} error={form.errors.code} {...(!isRecovery && { hint: t("code.appHint") })}>
          <CodeInput ref={inputRef} name="code" digitsOnly={!isRecovery} required />
        </Field>
        <SubmitButton size="lg" className="w-full" status={form.status} runningText={t("code.running")}>
          {t("code.submit")}
        </SubmitButton>
        <Button
          variant="ghost"
          className="w-full whitespace-normal text-center"
          onClick={() => {
            setIsRecovery(!isRecovery);
            form.formRef.current?.reset();
            inputRef.current?.focus();
          }}
        >
          {isRecovery ? t("code.useApp") : t("code.useRecovery")}
        </Button>
      </form>
      <p className="text-center text-sm">
        <Link href={withCallback("/sign-in", callbackPath)} className={cardLinkClass}>
          {t("backToSignIn")}
        </Link>
      </p>
    </AuthCard>
  );
}
