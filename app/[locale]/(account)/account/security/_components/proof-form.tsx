"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Button } from "@/app/_components/ui/button";
import type { Request, RequestState } from "@/lib/client/store/request";
import type { RootState } from "@/lib/client/store/root-reducer";
import { type Proof, proofSchema } from "@/lib/shared/account";
import { FormError } from "../../_components/form-error";
import { ProofFields } from "../../_components/proof-fields";

type ProofFormProps = {
  title: string;
  text?: string;
  submit: string;
  isDanger?: boolean;
  hasPassword: boolean;
  takesCode?: boolean;
  request: Pick<Request<Proof, unknown>, "requested" | "cancelled">;
  select: (state: RootState) => RequestState;
  onClose: () => void;
};

/** Asks for the password and a code, where the account has them, before something that is only its owner's. */
export function ProofForm(props: ProofFormProps) {
  const { title, text, submit, isDanger = false, hasPassword, takesCode = false, request, select, onClose } = props;
  const t = useTranslations("account");
  const id = useId();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const form = useRequestForm({ names: ["password", "code"], schema: proofSchema, request, select, onDone: onClose });
  useEffect(() => headingRef.current?.focus(), []);
  return (
    <form
      ref={form.formRef}
      method="post"
      noValidate
      onSubmit={form.submit}
      aria-labelledby={id}
      className="grid gap-5 rounded-card border border-line bg-surface p-5"
    >
      <div className="grid gap-1">
        <h3 ref={headingRef} id={id} tabIndex={-1} className="font-semibold outline-none">
          {title}
        </h3>
        {text && <p className="text-muted text-sm">{text}</p>}
      </div>
      <FormError message={form.message} />
      <ProofFields hasPassword={hasPassword} takesCode={takesCode} errors={form.errors} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          status={form.status}
          variant={isDanger ? "danger" : "primary"}
          runningText={t("twoFactor.checking")}
        >
          {submit}
        </SubmitButton>
        <Button variant="ghost" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
