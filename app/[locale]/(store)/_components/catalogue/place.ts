import { type ChoiceFacet, type GameQuery, gameQuerySchema, toGameParams } from "@/lib/shared/catalogue-query";
import { toCents } from "./to-cents";

/** What of an address chooses games and their order. */
export type Filters = Partial<Omit<GameQuery, "limit">>;

/** A page that lists games: the whole catalogue, or that of one genre, category, tag or publisher. */
export type Place = {
  /** Its address without the language and the query. */
  path: string;
  /** What the page itself has chosen; its address does not repeat it. */
  fixed: Partial<Pick<GameQuery, ChoiceFacet>>;
};

export const CATALOGUE: Place = { path: "/games", fixed: {} };

/** Games on a page: a multiple of 2, 3, 4, 6 and 8, so that rows are full. */
export const PAGE_SIZE = 24;

/** The parameters of an address as Next gives them to a page. */
export type Given = Record<string, string | string[] | undefined>;

/** Reads a place's address, or null where it makes no sense; empty fields of a form count as not given. */
export function readQuery(place: Place, given: Given): GameQuery | null {
  const filled = Object.entries(given).filter(([, value]) => value !== "");
  const result = gameQuerySchema.safeParse({ ...Object.fromEntries(filled), ...place.fixed, limit: PAGE_SIZE });
  return result.success ? result.data : null;
}

/** The filters of a query beside those that the place itself has. */
export function toOwnFilters(place: Place, query: GameQuery): Filters {
  const fixed = Object.fromEntries(Object.keys(place.fixed).map((facet) => [facet, []]));
  return { ...query, ...fixed, cursor: undefined };
}

/** Address of a place with some filters changed; it starts at the first page unless a cursor is given. */
export function toPlaceHref(place: Place, filters: Filters, change: Filters = {}): string {
  const query = new URLSearchParams(toGameParams({ ...filters, cursor: undefined, ...change })).toString();
  return query ? `${place.path}?${query}` : place.path;
}

/** Adds a value to a facet's choice, or takes it out. */
export function toggleChoice(filters: Filters, facet: ChoiceFacet, value: string): Filters {
  const chosen: readonly string[] = filters[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { [facet]: next };
}

/**
 * The address that a form without a script stands for: it sends whole units of the currency, which addresses do not
 * have. Null where there are none.
 */
export function readPriceForm(place: Place, given: Given, currency: string): string | null {
  const { priceMin, priceMax, ...others } = given;
  if (priceMin === undefined && priceMax === undefined) return null;
  const query = readQuery(place, others);
  if (!query) return null;
  const [least, most] = [priceMin, priceMax].map((text) => toCents([text].flat()[0] ?? "", currency));
  const isTurned = least !== undefined && most !== undefined && least > most;
  const change = { priceMinCents: isTurned ? most : least, priceMaxCents: isTurned ? least : most };
  return toPlaceHref(place, toOwnFilters(place, query), change);
}
