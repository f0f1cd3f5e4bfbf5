"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { z } from "zod";
import { SubmitButton } from "@/app/_components/form/submit-button";
import { useRequestForm } from "@/app/_components/form/use-request-form";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { toCurrencyNames } from "@/app/_i18n/currency-names";
import { useRouter } from "@/app/_i18n/navigation";
import { profileRequest } from "@/lib/client/features/account/requests";
import { selectAccountRequest } from "@/lib/client/features/account/selectors";
import { type Profile, updateProfileSchema } from "@/lib/shared/account";
import { NAME_LENGTH } from "@/lib/shared/auth";
import { CURRENCIES } from "@/lib/shared/currency";
import { shopCurrencySchema } from "@/lib/shared/currency-schema";
import { isLocale, LOCALE_NAMES, LOCALES } from "@/lib/shared/locale";
import { FormError } from "./form-error";

/** An empty choice of the currency follows the browser. */
const formSchema = updateProfileSchema.extend({
  currency: z.union([z.literal("").transform(() => null), shopCurrencySchema]),
});

/** One's name, language and currency; with another language the page goes on in it. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const t = useTranslations("account");
  const router = useRouter();
  const locale = useLocale();
  const languageRef = useRef<HTMLSelectElement>(null);
  const currencyNames = toCurrencyNames(locale);
  const form = useRequestForm({
    names: ["name", "locale", "currency"],
    schema: formSchema,
    request: profileRequest,
    select: selectAccountRequest.saveProfile,
    keepsValues: true,
    onDone: () => {
      const chosen = languageRef.current?.value;
      if (isLocale(chosen) && chosen !== locale) router.replace("/account", { locale: chosen });
    },
  });
  return (
    <form ref={form.formRef} method="post" noValidate onSubmit={form.submit} className="grid gap-5">
      <FormError message={form.message} />
      <Field label={t("labels.name")} hint={t("profile.nameHint")} error={form.errors.name}>
        <Input name="name" autoComplete="nickname" maxLength={NAME_LENGTH} defaultValue={profile.name} required />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("labels.language")} error={form.errors.locale}>
          <Select ref={languageRef} name="locale" defaultValue={profile.locale} autoComplete="language">
            {LOCALES.map((code) => (
              <option key={code} value={code}>
                {LOCALE_NAMES[code]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("labels.currency")} error={form.errors.currency}>
          <Select name="currency" defaultValue={profile.currency ?? ""} autoComplete="transaction-currency">
            <option value="">{t("profile.asBrowser")}</option>
            {CURRENCIES.map((code) => (
              <option key={code} value={code}>
                {currencyNames[code]}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <SubmitButton className="justify-self-start" status={form.status} runningText={t("saving")}>
        {t("profile.save")}
      </SubmitButton>
    </form>
  );
}
