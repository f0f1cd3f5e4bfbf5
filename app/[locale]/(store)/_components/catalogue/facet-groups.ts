import type { FacetValue, GameFacets } from "@/lib/shared/catalogue-facets";
import { CHOICE_FACETS, type ChoiceFacet, type GameQuery } from "@/lib/shared/catalogue-query";
import { type Filters, type Place, toggleChoice, toOwnFilters, toPlaceHref } from "./place";

/** A value that can be chosen, or dropped where it is chosen. */
export type FacetRow = { id: string; text: string; count: number; isCapped: boolean; isChosen: boolean; href: string };

export type GroupName = ChoiceFacet | "rating" | "price";

export type FacetGroup = { name: GroupName; isOpen: boolean; rows: FacetRow[] };

/** Words for what facets hold. */
export type FacetWords = {
  value: (name: ChoiceFacet | "rating", value: string, ownName: string | null) => string;
  range: (minCents: number, maxCents: number | null) => string;
};

/** Groups in the order of the panel; the first ones are open at once. */
const ORDER: readonly GroupName[] = [
  "offer",
  "genre",
  "price",
  "platform",
  "rating",
  "release",
  "players",
  "category",
  "tag",
  "language",
  "accessibility",
  "kind",
  "publisher",
];

const OPEN: readonly GroupName[] = ["offer", "genre", "price", "platform"];

type Context = { place: Place; filters: Filters; words: FacetWords };

function toRow({ place, filters }: Context, row: Omit<FacetRow, "href">, change: Filters): FacetRow {
  return { ...row, href: toPlaceHref(place, filters, change) };
}

function listChoices(context: Context, name: ChoiceFacet, values: readonly FacetValue[]): FacetRow[] {
  const chosen: readonly string[] = context.filters[name] ?? [];
  return values.map(({ value, name: ownName, count, isCapped }) => {
    const text = context.words.value(name, value, ownName);
    const row = { id: `${name}-${value}`, text, count, isCapped, isChosen: chosen.includes(value) };
    return toRow(context, row, toggleChoice(context.filters, name, value));
  });
}

function listRatings(context: Context, values: readonly FacetValue[]): FacetRow[] {
  return values.map(({ value, count, isCapped }) => {
    const stars = Number(value) as NonNullable<GameQuery["rating"]>;
    const isChosen = context.filters.rating === stars;
    const text = context.words.value("rating", value, null);
    return toRow(
      context,
      { id: `rating-${value}`, text, count, isCapped, isChosen },
      { rating: isChosen ? undefined : stars },
    );
  });
}

function listRanges(context: Context, ranges: GameFacets["price"]): FacetRow[] {
  const { priceMinCents = 0, priceMaxCents } = context.filters;
  const isAnyChosen = context.filters.priceMinCents !== undefined || priceMaxCents !== undefined;
  return ranges.map(({ minCents, maxCents, count, isCapped }) => {
    const isChosen = isAnyChosen && priceMinCents === minCents && (priceMaxCents ?? null) === maxCents;
    const text = context.words.range(minCents, maxCents);
    const change = isChosen
      ? { priceMinCents: undefined, priceMaxCents: undefined }
      : { priceMinCents: minCents || undefined, priceMaxCents: maxCents ?? undefined };
    return toRow(context, { id: `price-${minCents}`, text, count, isCapped, isChosen }, change);
  });
}

function listRows(context: Context, name: GroupName, facets: GameFacets): FacetRow[] {
  if (name === "rating") return listRatings(context, facets.rating);
  if (name === "price") return listRanges(context, facets.price);
  return listChoices(context, name, facets.choices[name]);
}

/** The panel's groups; what the place itself has chosen is no choice any more, nor is a group without a value. */
export function listFacetGroups(place: Place, query: GameQuery, facets: GameFacets, words: FacetWords): FacetGroup[] {
  const context: Context = { place, filters: toOwnFilters(place, query), words };
  return ORDER.filter((name) => !(name in place.fixed)).flatMap((name) => {
    const rows = listRows(context, name, facets).filter(({ count, isChosen }) => count > 0 || isChosen);
    const isOpen = OPEN.includes(name) || rows.some(({ isChosen }) => isChosen);
    return rows.length > 0 ? [{ name, isOpen, rows }] : [];
  });
}

/** A chosen filter with the address that is without it. */
export type ChosenFilter = { id: string; text: string; href: string };

/** Everything that a query is narrowed by beside what the place itself is, in the order of the panel. */
export function listChosen(
  place: Place,
  query: GameQuery,
  groups: readonly FacetGroup[],
  words: FacetWords,
): ChosenFilter[] {
  const filters = toOwnFilters(place, query);
  const rows = groups.flatMap(({ rows }) => rows.filter(({ isChosen }) => isChosen));
  const hasPrice = filters.priceMinCents !== undefined || filters.priceMaxCents !== undefined;
  const hasPriceRow = groups.some(({ name, rows }) => name === "price" && rows.some(({ isChosen }) => isChosen));
  const withoutPrice = toPlaceHref(place, filters, { priceMinCents: undefined, priceMaxCents: undefined });
  const price = words.range(filters.priceMinCents ?? 0, filters.priceMaxCents ?? null);
  return [
    ...(filters.q ? [{ id: "q", text: `“${filters.q}”`, href: toPlaceHref(place, filters, { q: undefined }) }] : []),
    ...rows,
    ...(hasPrice && !hasPriceRow ? [{ id: "price", text: price, href: withoutPrice }] : []),
  ];
}

/** How many filters a query has beside the place's own and its text. */
export function countChosen(place: Place, query: GameQuery): number {
  const filters = toOwnFilters(place, query);
  const choices = CHOICE_FACETS.flatMap((facet): readonly string[] => filters[facet] ?? []).length;
  const hasPrice = filters.priceMinCents !== undefined || filters.priceMaxCents !== undefined;
  return choices + (filters.rating ? 1 : 0) + (hasPrice ? 1 : 0);
}
