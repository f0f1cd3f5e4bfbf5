import { clsx } from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { Facet } from "@/lib/shared/catalogue";
import { type CatalogueFilters, toCatalogueHref } from "../catalogue-address";

type FacetListProps = {
  title: string;
  name: "genre" | "category";
  facets: Facet[];
  filters: CatalogueFilters;
};

function FacetList({ title, name, facets, filters }: FacetListProps) {
  return (
    <section className="grid gap-2.5">
      <h3 className="px-3 font-semibold text-sm">{title}</h3>
      <ul className="grid gap-0.5">
        {facets.map((facet) => {
          const isChosen = filters[name] === facet.slug;
          return (
            <li key={facet.slug}>
              <Link
                href={toCatalogueHref(filters, { [name]: isChosen ? undefined : facet.slug })}
                aria-current={isChosen ? "true" : undefined}
                scroll={false}
                className={clsx(
                  "flex items-center justify-between gap-3 rounded-lg px-3 py-2 text-sm transition-colors",
                  isChosen
                    ? "bg-raised font-semibold text-foreground"
                    : "text-muted hover:bg-surface hover:text-foreground",
                )}
              >
                <span className="flex min-w-0 items-center gap-2">
                  {isChosen && <Check aria-hidden className="size-4 shrink-0 text-primary" />}
                  <span className="truncate">{facet.name}</span>
                </span>
                <span className="text-muted text-xs tabular-nums">
                  {facet.gameCount}
                  <span className="sr-only"> games{isChosen ? ", chosen, remove" : ""}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type FilterPanelProps = { genres: Facet[]; categories: Facet[]; filters: CatalogueFilters };

/** Filters as plain links: they work without a script, and the address always says what is shown. */
export function FilterPanel({ genres, categories, filters }: FilterPanelProps) {
  return (
    <div className="grid gap-7">
      <FacetList title="Genre" name="genre" facets={genres} filters={filters} />
      <FacetList title="Ways to play" name="category" facets={categories} filters={filters} />
    </div>
  );
}
