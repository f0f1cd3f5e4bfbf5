import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { getProfile } from "@/lib/server/account/queries";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { EmailSection } from "./_components/email-section";
import { ProfileForm } from "./_components/profile-form";
import { Section } from "./_components/section";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.profile"))("pageTitle") };
}

export default async function ProfilePage() {
  const actor = await requireActorPage();
  const [t, format, profile] = await Promise.all([
    getTranslations("account.profile"),
    getFormatter(),
    getProfile(actor),
  ]);
  const since = t("since", { day: format.dateTime(new Date(profile.createdAt), { dateStyle: "long" }) });
  return (
    <>
      <Section
        title={t("title")}
        text={
          <>
            {t("text")} {since}.
          </>
        }
      >
        <ProfileForm profile={profile} />
      </Section>
      <EmailSection profile={profile} />
    </>
  );
}
