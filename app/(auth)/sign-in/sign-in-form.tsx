"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { signInRequest } from "@/lib/client/features/session/requests";
import { selectSession, selectSignIn } from "@/lib/client/features/session/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { signInSchema } from "@/lib/shared/auth";
import { ErrorSummary } from "../_components/error-summary";
import { PasswordInput } from "../_components/password-input";
import { SubmitButton } from "../_components/submit-button";
import { useAuthForm } from "../_components/use-auth-form";
import { DemoLogins } from "./demo-logins";

const labels = { email: "E-mail", password: "Password" };

type SignInFormProps = {
  callbackPath: string;
  isDemo: boolean;
  /** Why the visitor is here again, such as a sign-in elsewhere that failed. */
  notice: string | null;
};

export function SignInForm({ callbackPath, isDemo, notice }: SignInFormProps) {
  const router = useRouter();
  const isSignedIn = useAppSelector(selectSession) !== null;
  const form = useAuthForm({
    names: ["email", "password"],
    schema: signInSchema,
    request: signInRequest,
    select: selectSignIn,
  });

  // Also when another tab signs in, or an answer that was lost had signed in all the same.
  useEffect(() => {
    if (isSignedIn) router.replace(callbackPath);
  }, [isSignedIn, callbackPath, router]);

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
      <SubmitButton status={form.status} runningText="Signing in…">
        Sign in
      </SubmitButton>
      {isDemo && <DemoLogins onPick={({ email, password }) => form.fill({ email, password })} />}
    </form>
  );
}
