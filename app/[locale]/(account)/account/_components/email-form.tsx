"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { emailRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { changeEmailSchema } from "@/lib/shared/account";
import { FormError } from "./form-error";
import { ProofFields } from "./proof-fields";

/** Asks for another address, which then gets a link. */
export function EmailForm({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const t = useTranslations("account");
  const form = useRequestForm({
    names: ["email", "password"],
    schema: changeEmailSchema,
    request: emailRequest,
    select: selectAccountRequest.changeEmail,
    onDone: onClose,
  });
  return (
    <form ref={form.formRef} method="post" noValidate onSubmit={form.submit} className="grid gap-5">
      <FormError message={form.message} />
      <Field label={t("labels.email")} hint={t("email.hint")} error={form.errors.email}>
        <Input name="email" type="email" autoComplete="email" inputMode="email" autoFocus required />
      </Field>
      <ProofFields hasPassword={hasPassword} errors={form.errors} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton status={form.status} runningText={t("saving")}>
          {t("email.submit")}
        </SubmitButton>
        <Button variant="ghost" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
