"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CodeInput } from "@/app/_components/form/code-input";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { enableTwoFactorRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { enableTwoFactorSchema, type TwoFactorSetup } from "@/lib/shared/account";
import { FormError } from "../../_components/form-error";
import { useCopy } from "./use-copy";

/** In groups of four, as it is easier to type. */
function toGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}

function AppKey({ setup }: { setup: TwoFactorSetup }) {
  const t = useTranslations("account.twoFactor.setup");
  const copy = useCopy();
  return (
    <div className="flex flex-wrap items-start gap-5">
      {/* biome-ignore lint/performance/noImgElement: a picture of some bytes that stands in the page itself */}
      <img
        src={setup.qrCode}
        alt={t("picture")}
        width={184}
        height={184}
        className="rounded-lg border border-line bg-white"
      />
      <div className="grid min-w-52 flex-1 content-start gap-3 text-sm">
        <p className="text-muted">{t("type")}</p>
        <code className="select-all break-words rounded-lg bg-raised px-3 py-2 font-semibold tracking-wider">
          {toGroups(setup.secret)}
        </code>
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" size="sm" onClick={() => copy(setup.secret, "secretCopied")}>
            <Copy aria-hidden />
            {t("copy")}
          </Button>
          <Button asChild variant="ghost" size="sm">
            <a href={setup.otpauthUrl}>{t("open")}</a>
          </Button>
        </div>
      </div>
    </div>
  );
}

/** The secret for the app, and the first code of it, which turns two-factor sign-in on. */
export function AppSetup({ setup, onClose }: { setup: TwoFactorSetup; onClose: () => void }) {
  const t = useTranslations("account");
  const headingRef = useRef<HTMLHeadingElement>(null);
  const form = useRequestForm({
    names: ["code"],
    schema: enableTwoFactorSchema,
    request: enableTwoFactorRequest,
    select: selectAccountRequest.enableTwoFactor,
  });
  useEffect(() => headingRef.current?.focus(), []);
  return (
    <form
      ref={form.formRef}
      method="post"
      noValidate
      onSubmit={form.submit}
      className="grid gap-5 rounded-card border border-line bg-surface p-5"
    >
      <div className="grid gap-1">
        <h3 ref={headingRef} tabIndex={-1} className="font-semibold outline-none">
          {t("twoFactor.setup.title")}
        </h3>
        <p className="text-muted text-sm">{t("twoFactor.setup.scan")}</p>
      </div>
      <AppKey setup={setup} />
      <FormError message={form.message} />
      <Field label={t("labels.firstCode")} hint={t("twoFactor.setup.enter")} error={form.errors.code}>
        <CodeInput name="code" digitsOnly required />
      </Field>
      <div className="flex flex-wrap gap-3">
        <SubmitButton status={form.status} runningText={t("twoFactor.checking")}>
          {t("twoFactor.setup.submit")}
        </SubmitButton>
        <Button variant="ghost" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
