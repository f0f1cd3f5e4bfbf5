"use client";

import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/app/_components/form/error-summary";
import { PasswordInput } from "@/app/_components/form/password-input";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Field } from "@/app/_components/ui/field";
import { useRouter } from "@/app/_i18n/navigation";
import { resetPasswordRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { resetPasswordSchema } from "@/lib/shared/account";
import { PASSWORD_LENGTH } from "@/lib/shared/auth";

/** Chooses the new password; password managers learn whose it is by the hidden name. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations("auth");
  const router = useRouter();
  const form = useRequestForm({
    names: ["password"],
    schema: resetPasswordSchema,
    request: resetPasswordRequest,
    select: selectAccountRequest.resetPassword,
    extra: { token },
    onDone: () => router.replace("/sign-in"),
  });
  return (
    <form ref={form.formRef} method="post" noValidate onSubmit={form.submit} className="grid gap-5">
      <ErrorSummary
        ref={form.summaryRef}
        message={form.message}
        errors={form.errors}
        labels={{ password: t("labels.newPassword") }}
      />
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={t("labels.newPassword")}
        hint={t("passwordHint", { min: PASSWORD_LENGTH.min })}
        error={form.errors.password}
      >
        <PasswordInput name="password" autoComplete="new-password" required />
      </Field>
      <SubmitButton size="lg" className="w-full" status={form.status} runningText={t("reset.running")}>
        {t("reset.submit")}
      </SubmitButton>
    </form>
  );
}
