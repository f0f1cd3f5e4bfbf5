"use client";

import { clsx } from "clsx";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link, usePathname } from "@/app/_i18n/navigation";

const links = [
  { href: "/games", text: "browse" },
  { href: "/games?sort=newest", text: "new" },
  { href: "/games?offer=sale&sort=discount", text: "deals" },
  { href: "/genres", text: "genres" },
] as const;

/** The shop's main ways; the one that is open is marked for screen readers too. */
export function NavLinks({ className }: { className?: string }) {
  const t = useTranslations("shell.nav");
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const current =
    links.find(({ href }) => href === (query ? `${pathname}?${query}` : pathname)) ??
    links.find(({ href }) => href === pathname || pathname.startsWith(`${href}/`));
  return (
    <nav aria-label={t("label")} className={className}>
      <ul className="scrollbar-none flex items-center gap-1 overflow-x-auto">
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              aria-current={link === current ? "page" : undefined}
              className={clsx(
                "block whitespace-nowrap rounded-lg px-3 py-2 font-medium text-sm transition-colors hover:bg-raised hover:text-foreground",
                link === current ? "text-foreground" : "text-muted",
              )}
            >
              {t(link.text)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
