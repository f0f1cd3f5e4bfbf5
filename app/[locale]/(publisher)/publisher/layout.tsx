import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleFeatures } from "@/app/_components/console-features";
import { DashboardFrame } from "@/app/_components/dashboard-frame";
import { orNotFound } from "@/app/_components/or-not-found";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listMemberPublishers } from "@/lib/server/sales/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("publisher");
  return { title: { default: t("nav.label"), template: t("titleTemplate") }, robots: { index: false } };
}

const links = [
  { href: "/publisher", icon: "games" },
  { href: "/publisher/reviews", icon: "reviews" },
] as const;

export default async function PublisherLayout({ children }: { children: ReactNode }) {
  // Above the pages' loading state, so that the answer can still be a 404.
  await orNotFound(listMemberPublishers(await requireActorPage()));
  const t = await getTranslations("publisher");
  return (
    <ConsoleFeatures>
      <DashboardFrame
        label={t("nav.label")}
        links={links.map(({ href, icon }) => ({ href, icon, label: t(`nav.${icon}`) }))}
        root="/publisher"
      >
        {children}
      </DashboardFrame>
    </ConsoleFeatures>
  );
}
