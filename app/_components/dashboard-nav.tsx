"use client";

import { clsx } from "clsx";
import { ChartLine, Gauge, type LucideIcon, Receipt, Target, Workflow } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

const icons = {
  overview: Gauge,
  games: ChartLine,
  quality: Target,
  orders: Receipt,
  pipelines: Workflow,
} satisfies Record<string, LucideIcon>;

export type DashboardLink = { href: string; label: string; icon: keyof typeof icons };

type DashboardNavProps = { label: string; links: readonly DashboardLink[]; root: string };

/** A dashboard's ways: beside the page where it is wide, above it where it is narrow. */
export function DashboardNav({ label, links, root }: DashboardNavProps) {
  const pathname = usePathname();
  const isCurrent = (href: string) => pathname === href || (href !== root && pathname.startsWith(`${href}/`));
  return (
    <nav aria-label={label} className="min-w-0 lg:sticky lg:top-20 lg:self-start">
      <ul className="scrollbar-none flex gap-1 overflow-x-auto lg:grid">
        {links.map(({ href, label: text, icon }) => {
          const Icon = icons[icon];
          return (
            <li key={href} className="shrink-0">
              <Link
                href={href}
                aria-current={isCurrent(href) ? "page" : undefined}
                className={clsx(
                  "flex items-center gap-2.5 rounded-lg px-3 py-2.5 font-medium text-sm transition-colors",
                  isCurrent(href) ? "bg-raised text-foreground" : "text-muted hover:bg-raised/60 hover:text-foreground",
                )}
              >
                <Icon aria-hidden className={clsx("size-4", isCurrent(href) && "text-primary")} />
                {text}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
