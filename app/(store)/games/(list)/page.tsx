import type { Metadata } from "next";
import { cache, Suspense } from "react";
import { listCategories, listGenres } from "@/lib/server/catalogue/queries";
import { type Facet, GAME_SORTS, type GameQuery, type GameSort } from "@/lib/shared/catalogue";
import { ChosenFilters } from "./_components/chosen-filters";
import { FilterDrawer } from "./_components/filter-drawer";
import { FilterPanel } from "./_components/filter-panel";
import { Results, ResultsSkeleton, UnknownFilters } from "./_components/results";
import { SortSelect } from "./_components/sort-select";
import { type CatalogueFilters, parseFilters, toCatalogueHref } from "./catalogue-address";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The title and the panel need them both: asked once a request. */
const loadFacets = cache(() => Promise.all([listGenres(), listCategories()]));

const sortTitles: Partial<Record<GameSort, string>> = {
  newest: "New releases",
  discount: "Biggest discounts",
  rating: "Best rated",
};

function titleOf(query: GameQuery | null, genres: Facet[], categories: Facet[]): string {
  if (query?.q) return `Results for “${query.q}”`;
  const genre = genres.find((one) => one.slug === query?.genre)?.name;
  const category = categories.find((one) => one.slug === query?.category)?.name;
  if (genre) return category ? `${genre}, ${category}` : `${genre} games`;
  return category ?? (query?.sort && sortTitles[query.sort]) ?? "All games";
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = parseFilters(await searchParams);
  const [genres, categories] = await loadFacets();
  return {
    title: titleOf(query, genres, categories),
    robots: query?.q || query?.cursor ? { index: false } : undefined,
  };
}

function listSortHrefs(query: GameQuery): Partial<Record<GameSort, string>> {
  const offered = GAME_SORTS.filter((sort) => sort !== "relevance" || query.q);
  return Object.fromEntries(offered.map((sort) => [sort, toCatalogueHref(query, { sort })]));
}

export default async function CataloguePage({ searchParams }: Props) {
  const query = parseFilters(await searchParams);
  const [genres, categories] = await loadFacets();
  const filters: CatalogueFilters = query ?? {};
  const panel = <FilterPanel genres={genres} categories={categories} filters={filters} />;
  const chosenCount = [filters.genre, filters.category].filter(Boolean).length;
  return (
    <div className="container-page grid gap-8 pt-8 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-10">
      <aside aria-label="Filters" className="-mx-3 max-lg:hidden">
        <h2 className="sr-only">Filters</h2>
        {panel}
      </aside>
      <div className="grid min-w-0 content-start gap-5">
        <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
          <h1 className="min-w-0 font-bold text-3xl sm:text-4xl">{titleOf(query, genres, categories)}</h1>
          <div className="flex items-center justify-between gap-3 max-lg:w-full">
            <FilterDrawer count={chosenCount}>{panel}</FilterDrawer>
            {query && (
              <SortSelect value={query.sort ?? (query.q ? "relevance" : "popular")} hrefs={listSortHrefs(query)} />
            )}
          </div>
        </header>
        <ChosenFilters genres={genres} categories={categories} filters={filters} />
        {query ? (
          <Suspense key={toCatalogueHref(query, { cursor: query.cursor })} fallback={<ResultsSkeleton />}>
            <Results query={query} />
          </Suspense>
        ) : (
          <UnknownFilters />
        )}
      </div>
    </div>
  );
}
