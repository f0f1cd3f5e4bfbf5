"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useRouter } from "@/app/_i18n/navigation";
import { closeRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { useHydrated } from "@/lib/client/use-hydrated";
import { deleteAccountSchema } from "@/lib/shared/account";
import { FormError } from "../_components/form-error";
import { ProofFields } from "../_components/proof-fields";

type DeleteAccountProps = { email: string; hasPassword: boolean; takesCode: boolean };

function DeleteForm({ email, hasPassword, takesCode, onClose }: DeleteAccountProps & { onClose: () => void }) {
  const t = useTranslations("account");
  const router = useRouter();
  const form = useRequestForm({
    names: ["confirmation", "password", "code"],
    schema: deleteAccountSchema,
    request: closeRequest,
    select: selectAccountRequest.close,
    onDone: () => router.replace("/"),
  });
  return (
    <form
      ref={form.formRef}
      method="post"
      noValidate
      onSubmit={form.submit}
      className="grid gap-5 rounded-card border border-danger/40 bg-danger/5 p-5"
    >
      <FormError message={form.message} />
      <Field label={t("labels.confirmation")} hint={email} error={form.errors.confirmation}>
        <Input name="confirmation" inputMode="email" autoComplete="off" autoCapitalize="none" autoFocus required />
      </Field>
      <ProofFields hasPassword={hasPassword} takesCode={takesCode} errors={form.errors} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="danger" status={form.status} runningText={t("data.delete.running")}>
          {t("data.delete.submit")}
        </SubmitButton>
        <Button variant="ghost" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}

/** Deletes the account once its address is typed, and its owner has shown who they are. */
export function DeleteAccount(props: DeleteAccountProps) {
  const t = useTranslations("account.data.delete");
  const isHydrated = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  const openerRef = useRef<HTMLButtonElement>(null);
  if (isOpen) {
    const close = () => {
      setIsOpen(false);
      requestAnimationFrame(() => openerRef.current?.focus());
    };
    return <DeleteForm {...props} onClose={close} />;
  }
  return (
    <Button
      ref={openerRef}
      variant="danger"
      className="justify-self-start"
      disabled={!isHydrated}
      onClick={() => setIsOpen(true)}
    >
      {t("begin")}
    </Button>
  );
}
