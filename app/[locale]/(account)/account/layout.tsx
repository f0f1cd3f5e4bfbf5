import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountFeatures } from "@/app/_components/account-features";
import { DashboardNav } from "@/app/_components/dashboard-nav";
import { OutboxHint } from "@/app/_components/outbox-hint";
import { PageHeader } from "@/app/_components/page-header";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { getProfile, getTwoFactor } from "@/lib/server/account/queries";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { AccountRefresh } from "./_components/account-refresh";
import { StaffNudge } from "./_components/staff-nudge";
import { VerifyBanner } from "./_components/verify-banner";

const PAGES = [
  { href: "/account", name: "profile" },
  { href: "/account/security", name: "security" },
  { href: "/account/notifications", name: "notifications" },
  { href: "/account/data", name: "data" },
] as const;

export default async function AccountPagesLayout({ children }: { children: ReactNode }) {
  const actor = await requireActorPage();
  const [t, profile, { enabledAt }] = await Promise.all([
    getTranslations("account"),
    getProfile(actor),
    getTwoFactor(actor),
  ]);
  const links = PAGES.map(({ href, name }) => ({ href, icon: name, label: t(`nav.${name}`) }));
  return (
    <ClientMessages namespaces={["account"]}>
      <AccountFeatures>
        <AccountRefresh />
        <PageHeader title={t("title")} />
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-12">
          <DashboardNav label={t("nav.label")} links={links} root="/account" />
          <div className="grid min-w-0 max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-8">
            {!profile.isEmailVerified && <VerifyBanner email={profile.email} hint={<OutboxHint />} />}
            {actor.role !== "shopper" && !enabledAt && <StaffNudge />}
            <div className="grid grid-cols-[minmax(0,1fr)] gap-8">{children}</div>
          </div>
        </div>
      </AccountFeatures>
    </ClientMessages>
  );
}
