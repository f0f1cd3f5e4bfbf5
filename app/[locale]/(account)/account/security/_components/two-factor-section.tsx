import { getFormatter, getTranslations } from "next-intl/server";
import { Badge } from "@/app/_components/ui/badge";
import type { Profile, TwoFactorView } from "@/lib/shared/account";
import { Section } from "../../_components/section";
import { TwoFactorPanel } from "./two-factor-panel";

/** Fewer recovery codes than these are worth a word. */
const FEW_CODES = 3;

/** Where two-factor sign-in stands, and what can be done about it. */
export async function TwoFactorSection({ twoFactor, profile }: { twoFactor: TwoFactorView; profile: Profile }) {
  const { enabledAt, recoveryCodesLeft: count } = twoFactor;
  const [t, format] = await Promise.all([getTranslations("account.twoFactor"), getFormatter()]);
  const mark = <Badge tone={enabledAt ? "success" : "neutral"}>{enabledAt ? t("on") : t("off")}</Badge>;
  return (
    <Section title={t("title")} text={t("text")} mark={mark} anchor="two-factor">
      {enabledAt && (
        <p className="text-muted text-sm">
          {t("since", { day: format.dateTime(new Date(enabledAt), { dateStyle: "long" }) })} · {t("left", { count })}
          {count < FEW_CODES && <strong className="block text-warning">{t("few")}</strong>}
        </p>
      )}
      <TwoFactorPanel isOn={enabledAt !== null} hasPassword={profile.hasPassword} email={profile.email} />
    </Section>
  );
}
