"use client";

import { clsx } from "clsx";
import {
  Bell,
  ChartLine,
  FolderDown,
  GalleryHorizontalEnd,
  Gauge,
  type LucideIcon,
  MessageSquareText,
  Receipt,
  ShieldCheck,
  Target,
  UserRound,
  Workflow,
} from "lucide-react";
import { useEffect, useRef } from "react";
import { Link, usePathname } from "@/app/_i18n/navigation";

const icons = {
  overview: Gauge,
  games: ChartLine,
  quality: Target,
  orders: Receipt,
  featured: GalleryHorizontalEnd,
  reviews: MessageSquareText,
  pipelines: Workflow,
  profile: UserRound,
  security: ShieldCheck,
  notifications: Bell,
  data: FolderDown,
} satisfies Record<string, LucideIcon>;

export type DashboardLink = { href: string; label: string; icon: keyof typeof icons };

type DashboardNavProps = { label: string; links: readonly DashboardLink[]; root: string };

/** The ways of a dashboard or of the account: beside the page where it is wide, above it where it is narrow. */
export function DashboardNav({ label, links, root }: DashboardNavProps) {
  const pathname = usePathname();
  const ref = useRef<HTMLUListElement>(null);

  // Where the ways stand above the page, the current one may lie beside the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what moves them
  useEffect(() => {
    const list = ref.current;
    const current = list?.querySelector<HTMLElement>("[aria-current]");
    if (list && current) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  }, [pathname]);

  const isCurrent = (href: string) => pathname === href || (href !== root && pathname.startsWith(`${href}/`));
  return (
    <nav aria-label={label} className="min-w-0 lg:sticky lg:top-20 lg:self-start">
      <ul ref={ref} className="scrollbar-none relative flex gap-1 overflow-x-auto lg:grid">
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
