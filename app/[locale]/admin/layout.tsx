import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleFeatures } from "@/app/_components/console-features";
import { DashboardFrame } from "@/app/_components/dashboard-frame";
import { requireStaff } from "./_components/require-staff";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: { default: t("nav.label"), template: t("titleTemplate") }, robots: { index: false } };
}

const links = [
  { href: "/admin", icon: "overview" },
  { href: "/admin/games", icon: "games" },
  { href: "/admin/forecasts", icon: "quality" },
  { href: "/admin/orders", icon: "orders" },
  { href: "/admin/featured", icon: "featured" },
  { href: "/admin/reviews", icon: "reviews" },
  { href: "/admin/pipelines", icon: "pipelines" },
] as const;

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireStaff();
  const t = await getTranslations("admin");
  return (
    <ConsoleFeatures>
      <DashboardFrame
        label={t("nav.label")}
        links={links.map(({ href, icon }) => ({ href, icon, label: t(`nav.${icon}`) }))}
        root="/admin"
      >
        {children}
      </DashboardFrame>
    </ConsoleFeatures>
  );
}
