import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { GameCard } from "@/app/_components/game-card";
import { toListedGame } from "@/app/_components/shown-game";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { COUNT_CAP, type GameFacets } from "@/lib/shared/catalogue-facets";
import { resolveSort, toGameParams } from "@/lib/shared/catalogue-query";
import { ChosenFilters } from "./chosen-filters";
import { countChosen, type FacetGroup, listChosen, listFacetGroups } from "./facet-groups";
import { FilterPanel } from "./filter-panel";
import { FilterSheet, FilterSheetButton } from "./filter-sheet";
import { FirstPageLink } from "./first-page-link";
import { GameList } from "./game-list";
import { getFacetWords } from "./get-facet-words";
import type { Found } from "./load-place";
import { NoResults } from "./no-results";
import { PAGE_SIZE, type Place, toOwnFilters, toPlaceHref } from "./place";
import { PriceForm } from "./price-form";
import { ResultsView } from "./results-view";
import { SortSelect } from "./sort-select";
import { RESULTS_VIEW_COOKIE, toResultsView } from "./view-cookie";

/** Games of the first rows, whose pictures are loaded with the page. */
const EAGER = 4;

/** The slider ends half as far again as where the dearest range begins. */
function toTopCents(facets: GameFacets): number {
  return ((facets.price.at(-1)?.minCents ?? COUNT_CAP) * 3) / 2;
}

type ScreenProps = {
  place: Place;
  found: Found;
  /** Stands beside the filters, above the games; a page with a banner has none. */
  heading?: ReactNode;
};

/** What can be chosen at a place, in the page's language. */
export async function listPlaceGroups(place: Place, { query, facets, currency }: Found): Promise<FacetGroup[]> {
  return listFacetGroups(place, query, facets, await getFacetWords(currency));
}

function Games({ place, found }: ScreenProps) {
  const { query, page, currency } = found;
  const filters = toGameParams({ ...query, cursor: undefined });
  const last = page.items.at(-1);
  const list = {
    key: `${currency} ${query.cursor ?? ""} ${new URLSearchParams(filters)}`,
    lastId: last?.id ?? "",
    cursor: page.nextCursor,
    filters,
    limit: PAGE_SIZE,
  };
  const { nextCursor } = page;
  const nextHref = nextCursor ? toPlaceHref(place, toOwnFilters(place, query), { cursor: nextCursor }) : null;
  return (
    <GameList list={list} firstCount={page.items.length} nextHref={nextHref}>
      {page.items.map((game, index) => (
        <li key={game.id}>
          <GameCard game={toListedGame(game)} headingLevel={2} isEager={index < EAGER} isFirst={index === 0} />
        </li>
      ))}
    </GameList>
  );
}

/** A place's games with their filters, chosen ones, order and view. */
export async function PlaceScreen({ place, found, heading }: ScreenProps) {
  const { query, page, facets, currency } = found;
  const [t, words, jar] = [await getTranslations("catalogue"), await getFacetWords(currency), await cookies()];
  const groups = listFacetGroups(place, query, facets, words);
  const chosen = listChosen(place, query, groups, words);
  const own = toOwnFilters(place, query);
  const { count, isCapped } = facets.total;
  const priceForm = (
    <PriceForm
      key={`${own.priceMinCents} ${own.priceMaxCents}`}
      path={place.path}
      params={toGameParams({ ...own, priceMinCents: undefined, priceMaxCents: undefined })}
      currency={currency}
      minCents={own.priceMinCents}
      maxCents={own.priceMaxCents}
      topCents={toTopCents(facets)}
    />
  );
  return (
    <ClientMessages namespaces={["catalogue", "taxonomy"]}>
      <div className="group/place container-page grid gap-x-10 gap-y-6 pt-8 lg:grid-cols-[16rem_minmax(0,1fr)] lg:grid-rows-[auto_minmax(0,1fr)]">
        <div className="lg:col-start-2">
          {heading}
          <a
            href="#games"
            className="sr-only rounded-lg bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:absolute"
          >
            {t("skip")}
          </a>
        </div>
        <FilterSheet closeText={t(isCapped ? "showCapped" : "show", { count })}>
          <FilterPanel groups={groups} priceForm={priceForm} />
        </FilterSheet>
        <div className="grid min-w-0 content-start gap-5 transition-opacity group-has-data-waiting/place:opacity-50 lg:col-start-2">
          <ChosenFilters chosen={chosen} clearHref={place.path} label={t("chosen")} />
          <ResultsView
            view={toResultsView(jar.get(RESULTS_VIEW_COOKIE)?.value)}
            toolbar={
              <>
                <p className="text-muted text-sm max-lg:w-full lg:mr-auto">
                  {t(isCapped ? "countCapped" : "count", { count })}
                </p>
                <FilterSheetButton count={countChosen(place, query)} />
                <SortSelect
                  value={resolveSort(query)}
                  path={place.path}
                  params={toGameParams({ ...own, sort: undefined })}
                />
              </>
            }
          >
            {query.cursor && <FirstPageLink href={toPlaceHref(place, own)} />}
            {page.items.length > 0 ? (
              <Games place={place} found={found} />
            ) : (
              <NoResults place={place} query={query} chosen={chosen} />
            )}
          </ResultsView>
        </div>
      </div>
    </ClientMessages>
  );
}
