import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getProfile, getTwoFactor, listActivity, listLinkedAccounts, listSessions } from "@/lib/server/account/queries";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { ActivitySection } from "./_components/activity-section";
import { LinkedSection } from "./_components/linked-section";
import { PasswordSection } from "./_components/password-section";
import { SessionsSection } from "./_components/sessions-section";
import { TwoFactorSection } from "./_components/two-factor-section";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.security"))("pageTitle") };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function SecurityPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActorPage();
  const [profile, twoFactor, linked, sessions, activity, { link, provider }] = await Promise.all([
    getProfile(actor),
    getTwoFactor(actor),
    listLinkedAccounts(actor),
    listSessions(actor),
    listActivity(actor),
    searchParams,
  ]);
  return (
    <>
      <PasswordSection profile={profile} linked={linked.filter(({ linkedAt }) => linkedAt)} />
      <TwoFactorSection twoFactor={twoFactor} profile={profile} />
      {linked.length > 0 && <LinkedSection accounts={linked} outcome={link} provider={provider} />}
      <SessionsSection sessions={sessions.items} />
      <ActivitySection activity={activity} />
    </>
  );
}
