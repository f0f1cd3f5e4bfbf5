import type { ReactNode } from "react";
import { type DashboardLink, DashboardNav } from "./dashboard-nav";

type DashboardFrameProps = { label: string; links: readonly DashboardLink[]; root: string; children: ReactNode };

export function DashboardFrame({ label, links, root, children }: DashboardFrameProps) {
  return (
    <div className="container-page grid grow grid-cols-[minmax(0,1fr)] content-start gap-6 py-6 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-8 lg:py-8">
      <DashboardNav label={label} links={links} root={root} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6">{children}</div>
    </div>
  );
}
