"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ErrorSummary } from "@/app/_components/form/error-summary";
import { PasswordInput } from "@/app/_components/form/password-input";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Link, useRouter } from "@/app/_i18n/navigation";
import { signInRequest } from "@/lib/client/features/session/requests";
import { selectIsCodeNeeded, selectSession, selectSignIn } from "@/lib/client/features/session/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { SECOND_STEP_PATH, signInSchema } from "@/lib/shared/auth";
import { withCallback } from "@/lib/shared/callback-path";
import { cardLinkClass } from "../_components/auth-card";
import { DemoLogins } from "./demo-logins";

type SignInFormProps = {
  callbackPath: string;
  isDemo: boolean;
  /** Why the visitor is here again, such as a sign-in elsewhere that failed. */
  notice: string | null;
};

/** Leaves the page once somebody is signed in, or for the second step. */
function useNextPage(callbackPath: string) {
  const router = useRouter();
  const isSignedIn = useAppSelector(selectSession) !== null;
  const isCodeNeeded = useAppSelector(selectIsCodeNeeded);
  // Also when another tab signs in, or an answer that was lost had signed in all the same.
  useEffect(() => {
    if (isSignedIn) router.replace(callbackPath);
    else if (isCodeNeeded) router.push(withCallback(SECOND_STEP_PATH, callbackPath));
  }, [isSignedIn, isCodeNeeded, callbackPath, router]);
}

export function SignInForm({ callbackPath, isDemo, notice }: SignInFormProps) {
  const t = useTranslations("auth");
  const labels = { email: t("labels.email"), password: t("labels.password") };
  const form = useRequestForm({
    names: ["email", "password"],
    schema: signInSchema,
    request: signInRequest,
    select: selectSignIn,
  });
  useNextPage(callbackPath);

  return (
    <form ref={form.formRef} method="post" noValidate onSubmit={form.submit} className="grid gap-5">
      <ErrorSummary
        ref={form.summaryRef}
        message={form.message ?? (form.status === "idle" ? notice : null)}
        errors={form.errors}
        labels={labels}
      />
      <Field label={labels.email} error={form.errors.email}>
        <Input name="email" type="email" autoComplete="username" inputMode="email" required />
      </Field>
      <Field label={labels.password} error={form.errors.password}>
        <PasswordInput name="password" autoComplete="current-password" required />
      </Field>
      <p className="-mt-2 text-right text-sm">
        <Link href="/forgot-password" className={cardLinkClass}>
          {t("signIn.forgot")}
        </Link>
      </p>
      <SubmitButton size="lg" className="w-full" status={form.status} runningText={t("signIn.running")}>
        {t("signIn.submit")}
      </SubmitButton>
      {isDemo && <DemoLogins onPick={({ email, password }) => form.fill({ email, password })} />}
    </form>
  );
}
