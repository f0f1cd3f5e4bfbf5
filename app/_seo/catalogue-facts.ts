import { toHref } from "@/app/_components/page-address";
import { CHOICE_FACETS, type GameQuery, toGameParams } from "@/lib/shared/catalogue-query";
import { PAGE_FACETS, toTermPath } from "@/lib/shared/site-paths";
import type { PageFacts } from "./page-metadata";

/** The address of the one choice of a query: its own page where it has one, else the catalogue with it. */
function toChoicePath(query: GameQuery): string {
  const facet = PAGE_FACETS.find((one) => query[one].length === 1);
  const slug = facet && query[facet][0];
  return facet && slug ? toTermPath(facet, slug) : toFilteredPath(query);
}

function toFilteredPath(query: GameQuery): string {
  return toHref("/games", toGameParams({ ...query, sort: undefined, cursor: undefined }));
}

/**
 * What search engines may know of a catalogue's address. The catalogue and each single choice are one page each, in
 * whatever order; a genre's, category's, tag's or publisher's has its own page and names that. Searches, later pages
 * and every mix of filters stay out of the index: there are more of them than games.
 */
export function toCatalogueFacts(query: GameQuery): Pick<PageFacts, "path"> & { isIndexed: boolean } {
  const choices = CHOICE_FACETS.reduce((count, facet) => count + query[facet].length, 0);
  const isNarrowed = [query.rating, query.priceMinCents, query.priceMaxCents].some((value) => value !== undefined);
  if (query.q || query.cursor || isNarrowed || choices > 1) return { path: toFilteredPath(query), isIndexed: false };
  return { path: choices === 1 ? toChoicePath(query) : "/games", isIndexed: true };
}
