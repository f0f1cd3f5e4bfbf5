import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getNotifications } from "@/lib/server/account/queries";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { Section } from "../_components/section";
import { NotificationSwitches } from "./notification-switches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.notifications"))("pageTitle") };
}

export default async function NotificationsPage() {
  const actor = await requireActorPage();
  const [t, settings] = await Promise.all([getTranslations("account.notifications"), getNotifications(actor)]);
  return (
    <Section title={t("title")} text={t("text", { email: actor.email })}>
      <NotificationSwitches settings={settings} />
      <p className="text-muted text-sm">{t("always")}</p>
    </Section>
  );
}
