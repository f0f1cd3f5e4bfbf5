import { getTranslations } from "next-intl/server";
import type { LinkedAccount, Profile } from "@/lib/shared/account";
import { Section } from "../../_components/section";
import { PasswordForm } from "./password-form";
import { SetPassword } from "./set-password";

/** Changes the password; an account that only signs in with a provider gets its first one by mail. */
export async function PasswordSection({ profile, linked }: { profile: Profile; linked: LinkedAccount[] }) {
  const t = await getTranslations("account.password");
  const provider = linked.map(({ name }) => name).join(", ") || t("provider");
  return (
    <Section title={t("title")} text={profile.hasPassword ? t("text") : t("none", { provider })}>
      {profile.hasPassword ? <PasswordForm email={profile.email} /> : <SetPassword email={profile.email} />}
    </Section>
  );
}
