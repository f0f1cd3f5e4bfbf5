import { X } from "lucide-react";
import Link from "next/link";
import type { Facet } from "@/lib/shared/catalogue";
import { type CatalogueFilters, toCatalogueHref } from "../catalogue-address";

type ChosenFiltersProps = { genres: Facet[]; categories: Facet[]; filters: CatalogueFilters };

/** What the results are narrowed by, each with a way to drop it. */
export function ChosenFilters({ genres, categories, filters }: ChosenFiltersProps) {
  const nameOf = (facets: Facet[], slug: string) => facets.find((facet) => facet.slug === slug)?.name ?? slug;
  const chosen = [
    filters.q && { text: `“${filters.q}”`, href: toCatalogueHref(filters, { q: undefined }) },
    filters.genre && { text: nameOf(genres, filters.genre), href: toCatalogueHref(filters, { genre: undefined }) },
    filters.category && {
      text: nameOf(categories, filters.category),
      href: toCatalogueHref(filters, { category: undefined }),
    },
  ].filter((filter) => filter !== undefined && filter !== "");
  if (chosen.length === 0) return null;
  return (
    <ul aria-label="Chosen filters" className="flex flex-wrap items-center gap-2">
      {chosen.map((filter) => (
        <li key={filter.href} className="min-w-0">
          <Link
            href={filter.href}
            className="inline-flex h-9 max-w-full items-center gap-1.5 rounded-full border border-line bg-raised pr-2.5 pl-3.5 text-sm hover:border-muted"
          >
            <span className="truncate">{filter.text}</span>
            <X aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="sr-only">, remove</span>
          </Link>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <Link href="/games" className="rounded-md px-2 py-2 text-primary text-sm hover:text-primary-strong">
            Clear all
          </Link>
        </li>
      )}
    </ul>
  );
}
