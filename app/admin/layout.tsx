import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DashboardFrame } from "@/app/_components/dashboard-frame";
import { requireStaff } from "./_components/require-staff";

export const metadata: Metadata = {
  title: { default: "Store admin · Kratos", template: "%s · Store admin · Kratos" },
  robots: { index: false },
};

const links = [
  { href: "/admin", label: "Overview", icon: "overview" },
  { href: "/admin/games", label: "Games & forecasts", icon: "games" },
  { href: "/admin/forecasts", label: "Forecast quality", icon: "quality" },
  { href: "/admin/orders", label: "Orders", icon: "orders" },
  { href: "/admin/pipelines", label: "Pipelines", icon: "pipelines" },
] as const;

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireStaff();
  return (
    <DashboardFrame label="Store admin" links={links} root="/admin">
      {children}
    </DashboardFrame>
  );
}
