import {
  type CappedCount,
  COUNT_CAP,
  type FacetValue,
  type GameFacets,
  type PriceRange,
} from "@/lib/shared/catalogue-facets";
import {
  CHOICE_FACETS,
  type ChoiceFacet,
  type GameFilters,
  OFFERS,
  RATING_FLOORS,
  RELEASE_WINDOWS,
} from "@/lib/shared/catalogue-query";
import { type Bitmap, countCommon, forEachBit } from "./bitmap";
import type { GameTable } from "./game-table";
import { listPriceRanges } from "./price-ranges";
import {
  combine,
  type Moment,
  type Narrowing,
  type Selections,
  selectOffer,
  selectPrices,
  selectRelease,
} from "./selections";
import type { TableViews } from "./table-views";

/** Values of a facet that are shown beside the chosen ones. */
const MAX_VALUES = 30;
/** Among more games than this nobody chooses a publisher by its count: only chosen ones are counted. */
const MANY_GAMES = 20_000;
/** Fewer games than this are quicker looked at one by one than set by set. */
const FEW_GAMES = 4000;

/** The count up to the cap. */
export function capCount(count: number): CappedCount {
  return { count: Math.min(count, COUNT_CAP), isCapped: count > COUNT_CAP };
}

/** How many of the games have each of the terms. */
function countTerms(table: GameTable, games: Bitmap, terms: readonly number[]): Map<number, number> {
  if (countCommon(games, games) >= FEW_GAMES) {
    return new Map(terms.map((term) => [term, countCommon(games, table.setOf(term))]));
  }
  const counts = new Map(terms.map((term) => [term, 0]));
  forEachBit(games, (ordinal) => {
    for (const term of table.termsOf(ordinal) ?? []) {
      const count = counts.get(term);
      if (count !== undefined) counts.set(term, count + 1);
    }
  });
  return counts;
}

/** How many of the games each publisher has; among many games only of the chosen publishers. */
function countPublishers(
  { book, publishers }: GameTable,
  games: Bitmap,
  chosen: readonly string[],
): Map<number, number> {
  const isMany = countCommon(games, games) > MANY_GAMES;
  const counts = new Map<number, number>();
  if (isMany && chosen.length === 0) return counts;
  const wanted = new Set(chosen.map((slug) => book.findByValue("publisher", slug)));
  for (const term of wanted) if (term !== undefined) counts.set(term, 0);
  forEachBit(games, (ordinal) => {
    const publisher = publishers[ordinal] ?? -1;
    if (!isMany || wanted.has(publisher)) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  });
  return counts;
}

/** The values with most games, chosen ones in any case, others where they would leave a game. */
function toValues(table: GameTable, counts: ReadonlyMap<number, number>, chosen: readonly string[]): FacetValue[] {
  const shown: { term: number; count: number }[] = [];
  const isBefore = (count: number, place: number) => count > (shown[place]?.count ?? 0);
  for (const [term, count] of counts) {
    const isChosen = chosen.length > 0 && chosen.includes(table.book.terms[term]?.value ?? "");
    if (!isChosen && (count === 0 || (shown.length >= MAX_VALUES && !isBefore(count, MAX_VALUES - 1)))) continue;
    let place = shown.length;
    while (place > 0 && isBefore(count, place - 1)) place -= 1;
    shown.splice(place, 0, { term, count });
  }
  return shown.flatMap(({ term, count }, place) => {
    const found = table.book.terms[term];
    if (!found || (place >= MAX_VALUES && !chosen.includes(found.value))) return [];
    return [{ value: found.value, name: found.name, ...capCount(count) }];
  });
}

/** Counts the facets of one query at a moment; the counts of a facet disregard what is chosen in it. */
class FacetCounter {
  readonly table: GameTable;
  readonly #all: Bitmap;

  constructor(
    readonly views: TableViews,
    readonly filters: GameFilters,
    readonly moment: Moment,
    readonly selections: Selections,
  ) {
    this.table = views.table;
    this.#all = combine(views.table, selections);
  }

  countAll(): CappedCount {
    return capCount(countCommon(this.#all, this.#all));
  }

  /** The games that the other parts of the query leave. */
  #without(part: Narrowing): Bitmap {
    return this.selections.has(part) ? combine(this.table, this.selections, part) : this.#all;
  }

  /** Counts of values that have words of the screens' own. */
  #countSets(part: Narrowing, sets: readonly (readonly [string, Bitmap])[]): FacetValue[] {
    const games = this.#without(part);
    return sets.map(([value, set]) => ({ value, name: null, ...capCount(countCommon(games, set)) }));
  }

  countChoices(facet: ChoiceFacet): FacetValue[] {
    const { table, views, filters, moment } = this;
    switch (facet) {
      case "offer":
        return this.#countSets(
          facet,
          OFFERS.map((offer) => [offer, selectOffer(views, offer, moment)]),
        );
      case "release":
        return this.#countSets(
          facet,
          RELEASE_WINDOWS.map((window) => [window, selectRelease(views, window, moment)]),
        );
      case "publisher":
        return toValues(table, countPublishers(table, this.#without(facet), filters.publisher), filters.publisher);
      default:
        return toValues(table, countTerms(table, this.#without(facet), table.book.listOf(facet)), filters[facet]);
    }
  }

  countRatings(): FacetValue[] {
    const { table } = this;
    const setOf = (floor: number) => table.setOf(table.book.findByValue("rating", String(floor)) ?? -1);
    return this.#countSets(
      "rating",
      RATING_FLOORS.map((floor) => [String(floor), setOf(floor)]),
    );
  }

  countPrices(): PriceRange[] {
    const { views, moment } = this;
    const games = this.#without("price");
    return listPriceRanges(moment.board.currency).map(({ minCents, maxCents }) => {
      const set = selectPrices(views, minCents, maxCents ?? Number.POSITIVE_INFINITY, moment);
      return { minCents, maxCents, ...capCount(countCommon(games, set)) };
    });
  }
}

/** Every facet of the query with its counts. */
export function countFacets(
  views: TableViews,
  filters: GameFilters,
  moment: Moment,
  selections: Selections,
): GameFacets {
  const counter = new FacetCounter(views, filters, moment, selections);
  const choices = CHOICE_FACETS.map((facet) => [facet, counter.countChoices(facet)]);
  return {
    total: counter.countAll(),
    currency: moment.board.currency,
    choices: Object.fromEntries(choices) as GameFacets["choices"],
    rating: counter.countRatings(),
    price: counter.countPrices(),
  };
}
