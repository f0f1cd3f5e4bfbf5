"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { registerRequest } from "@/lib/client/features/session/requests";
import { selectRegister, selectSession } from "@/lib/client/features/session/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { PASSWORD_LENGTH, registerSchema } from "@/lib/shared/auth";
import { ErrorSummary } from "../_components/error-summary";
import { PasswordInput } from "../_components/password-input";
import { SubmitButton } from "../_components/submit-button";
import { useAuthForm } from "../_components/use-auth-form";

const labels = { name: "Name", email: "E-mail", password: "Password" };

type RegisterFormProps = { callbackPath: string; signInHref: string };

export function RegisterForm({ callbackPath, signInHref }: RegisterFormProps) {
  const router = useRouter();
  const isSignedIn = useAppSelector(selectSession) !== null;
  const form = useAuthForm({
    names: ["name", "email", "password"],
    schema: registerSchema,
    request: registerRequest,
    select: selectRegister,
  });

  useEffect(() => {
    if (isSignedIn) router.replace(callbackPath);
    else if (form.status === "succeeded") router.replace(signInHref);
  }, [form.status, isSignedIn, callbackPath, signInHref, router]);

  return (
    <form ref={form.formRef} method="post" noValidate onSubmit={form.submit} className="grid gap-5">
      <ErrorSummary ref={form.summaryRef} message={form.message} errors={form.errors} labels={labels} />
      <Field label={labels.name} hint="Shown beside your reviews" error={form.errors.name}>
        <Input name="name" autoComplete="nickname" maxLength={80} required />
      </Field>
      <Field label={labels.email} error={form.errors.email}>
        <Input name="email" type="email" autoComplete="email" inputMode="email" required />
      </Field>
      <Field
        label={labels.password}
        hint={`At least ${PASSWORD_LENGTH.min} characters; a few random words are best`}
        error={form.errors.password}
      >
        <PasswordInput name="password" autoComplete="new-password" required />
      </Field>
      <SubmitButton status={form.status} runningText="Making your account…">
        Make my account
      </SubmitButton>
    </form>
  );
}
