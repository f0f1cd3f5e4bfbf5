"use client";

import { useTranslations } from "next-intl";
import { PasswordInput } from "@/app/_components/form/password-input";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Field } from "@/app/_components/ui/field";
import { passwordRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { changePasswordSchema } from "@/lib/shared/account";
import { PASSWORD_LENGTH } from "@/lib/shared/auth";
import { FormError } from "../../_components/form-error";

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const form = useRequestForm({
    names: ["currentPassword", "password"],
    schema: changePasswordSchema,
    request: passwordRequest,
    select: selectAccountRequest.changePassword,
    onDone: () => undefined,
  });
  return (
    <form ref={form.formRef} method="post" noValidate onSubmit={form.submit} className="grid gap-5">
      <FormError message={form.message} />
      {/* Tells password managers whose password it is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field label={t("labels.currentPassword")} error={form.errors.currentPassword}>
        <PasswordInput name="currentPassword" autoComplete="current-password" required />
      </Field>
      <Field
        label={t("labels.newPassword")}
        hint={t("password.hint", { min: PASSWORD_LENGTH.min })}
        error={form.errors.password}
      >
        <PasswordInput name="password" autoComplete="new-password" required />
      </Field>
      <SubmitButton className="justify-self-start" status={form.status} runningText={t("saving")}>
        {t("password.submit")}
      </SubmitButton>
    </form>
  );
}
