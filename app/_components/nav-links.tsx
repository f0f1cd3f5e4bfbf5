"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";

const links = [
  { href: "/games", label: "Browse", sort: null },
  { href: "/games?sort=newest", label: "New", sort: "newest" },
  { href: "/games?sort=discount", label: "Deals", sort: "discount" },
] as const;

/** The shop's main ways; the one that is open is marked for screen readers too. */
export function NavLinks({ className }: { className?: string }) {
  const pathname = usePathname();
  const sort = useSearchParams().get("sort");
  const current = pathname === "/games" ? (links.find((link) => link.sort === sort) ?? links[0]) : null;
  return (
    <nav aria-label="Main" className={className}>
      <ul className="flex items-center gap-1">
        {links.map((link) => (
          <li key={link.href}>
            <Link
              href={link.href}
              aria-current={link === current ? "page" : undefined}
              className={clsx(
                "block rounded-lg px-3 py-2 font-medium text-sm transition-colors hover:bg-raised hover:text-foreground",
                link === current ? "text-foreground" : "text-muted",
              )}
            >
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
