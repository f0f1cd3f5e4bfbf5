"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ErrorSummary } from "@/app/_components/form/error-summary";
import { PasswordInput } from "@/app/_components/form/password-input";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useRouter } from "@/app/_i18n/navigation";
import { registerRequest } from "@/lib/client/features/session/requests";
import { selectRegister, selectSession } from "@/lib/client/features/session/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { NAME_LENGTH, PASSWORD_LENGTH, registerSchema } from "@/lib/shared/auth";

type RegisterFormProps = { callbackPath: string; signInHref: string };

export function RegisterForm({ callbackPath, signInHref }: RegisterFormProps) {
  const t = useTranslations("auth");
  const router = useRouter();
  const isSignedIn = useAppSelector(selectSession) !== null;
  const labels = { name: t("labels.name"), email: t("labels.email"), password: t("labels.password") };
  const form = useRequestForm({
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
      <Field label={labels.name} hint={t("register.nameHint")} error={form.errors.name}>
        <Input name="name" autoComplete="nickname" maxLength={NAME_LENGTH} required />
      </Field>
      <Field label={labels.email} error={form.errors.email}>
        <Input name="email" type="email" autoComplete="email" inputMode="email" required />
      </Field>
      <Field
        label={labels.password}
        hint={t("passwordHint", { min: PASSWORD_LENGTH.min })}
        error={form.errors.password}
      >
        <PasswordInput name="password" autoComplete="new-password" required />
      </Field>
      <SubmitButton size="lg" className="w-full" status={form.status} runningText={t("register.running")}>
        {t("register.submit")}
      </SubmitButton>
    </form>
  );
}
