import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DashboardFrame } from "@/app/_components/dashboard-frame";
import { orNotFound } from "@/app/_components/or-not-found";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listMemberPublishers } from "@/lib/server/sales/queries";

export const metadata: Metadata = {
  title: { default: "Publisher · Kratos", template: "%s · Publisher · Kratos" },
  robots: { index: false },
};

const links = [{ href: "/publisher", label: "Games & forecasts", icon: "games" }] as const;

export default async function PublisherLayout({ children }: { children: ReactNode }) {
  // Above the pages' loading state, so that the answer can still be a 404.
  await orNotFound(listMemberPublishers(await requireActorPage()));
  return (
    <DashboardFrame label="Publisher" links={links} root="/publisher">
      {children}
    </DashboardFrame>
  );
}
