"use client";

import { useTranslations } from "next-intl";
import { CodeInput } from "@/app/_components/form/code-input";
import { PasswordInput } from "@/app/_components/form/password-input";
import { Field } from "@/app/_components/ui/field";
import type { Proof } from "@/lib/shared/account";

type ProofFieldsProps = {
  /** What the account asks for: a password where it has one, a code where two-factor sign-in is on. */
  hasPassword: boolean;
  takesCode?: boolean;
  errors: Partial<Record<keyof Proof, string>>;
};

/** By what one shows that the account is one's own. */
export function ProofFields({ hasPassword, takesCode = false, errors }: ProofFieldsProps) {
  const t = useTranslations("account.labels");
  return (
    <>
      {hasPassword && (
        <Field label={t("password")} error={errors.password}>
          <PasswordInput name="password" autoComplete="current-password" required />
        </Field>
      )}
      {takesCode && (
        <Field label={t("code")} error={errors.code}>
          <CodeInput name="code" required />
        </Field>
      )}
    </>
  );
}
