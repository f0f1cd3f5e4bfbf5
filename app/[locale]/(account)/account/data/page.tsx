import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_components/ui/button";
import { countOwnedGames, getProfile, getTwoFactor } from "@/lib/server/account/queries";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { Section } from "../_components/section";
import { DeleteAccount } from "./delete-account";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.data"))("pageTitle") };
}

export default async function DataPage() {
  const actor = await requireActorPage();
  const [t, profile, twoFactor, games] = await Promise.all([
    getTranslations("account.data"),
    getProfile(actor),
    getTwoFactor(actor),
    countOwnedGames(actor),
  ]);
  return (
    <>
      <Section title={t("export.title")} text={t("export.text")}>
        <Button asChild variant="secondary" className="justify-self-start">
          <a href="/api/account/export" download>
            <Download aria-hidden />
            {t("export.action")}
          </a>
        </Button>
      </Section>
      <Section title={t("delete.title")} text={t("delete.text")}>
        <ul className="grid list-disc gap-1.5 pl-5 text-sm marker:text-muted">
          <li>{t("delete.gone", { games })}</li>
          <li>{t("delete.stays")}</li>
          <li>{t("delete.address")}</li>
        </ul>
        <DeleteAccount
          email={profile.email}
          hasPassword={profile.hasPassword}
          takesCode={twoFactor.enabledAt !== null}
        />
      </Section>
    </>
  );
}
