import {
  CHOICE_FACETS,
  type ChoiceFacet,
  type GameFilters,
  type OFFERS,
  type RELEASE_WINDOWS,
  TERM_FACETS,
} from "@/lib/shared/catalogue-query";
import { say } from "@/lib/shared/say";
import { AppError } from "../../errors";
import { type Bitmap, createBitmap, intersect, unite } from "./bitmap";
import { type GameTable, UNDATED } from "./game-table";
import { NO_PRICE, type PriceBoard } from "./price-board";
import type { TableViews } from "./table-views";

/** When somebody looks, and what games cost then. `today` is counted in days from 1970. */
export type Moment = { board: PriceBoard; today: number };

/** What a query narrows by: a facet, the rating, the price or a search. */
export type Narrowing = ChoiceFacet | "rating" | "price" | "text";

/** The games that each part of a query leaves. */
export type Selections = ReadonlyMap<Narrowing, Bitmap>;

type ReleaseWindow = (typeof RELEASE_WINDOWS)[number];

/** Whether a game of that day is in a window on a day. */
function isInWindow(window: ReleaseWindow, releaseDay: number, today: number): boolean {
  const age = today - releaseDay;
  switch (window) {
    case "upcoming":
      return releaseDay === UNDATED || age < 0;
    case "week":
      return age >= 0 && age < 7;
    case "month":
      return age >= 0 && age < 30;
    case "year":
      return age >= 0 && age < 365;
    case "older":
      return releaseDay !== UNDATED && age >= 365;
  }
}

/** The games of a release window. */
export function selectRelease(views: TableViews, window: ReleaseWindow, { today }: Moment): Bitmap {
  const { releaseDays } = views.table;
  return views.setOf(`release:${window}@${today}`, (ordinal) =>
    isInWindow(window, releaseDays[ordinal] ?? UNDATED, today),
  );
}

/** The games with an offer: on sale, or free without any promotion. */
export function selectOffer(views: TableViews, offer: (typeof OFFERS)[number], { board }: Moment): Bitmap {
  const { amounts, discounts } = board;
  return offer === "sale"
    ? views.setOf("offer:sale", (ordinal) => (discounts[ordinal] ?? 0) > 0, board)
    : views.setOf("offer:free", (ordinal) => amounts[ordinal] === 0 && discounts[ordinal] === 0, board);
}

/** The games that cost between two amounts, both included. */
export function selectPrices(views: TableViews, least: number, most: number, { board }: Moment): Bitmap {
  const { amounts } = board;
  const costs = (ordinal: number) => amounts[ordinal] ?? NO_PRICE;
  const holds = (ordinal: number) => Math.max(0, least) <= costs(ordinal) && costs(ordinal) <= most;
  return views.setOf(`price:${least}-${most}`, holds, board);
}

function selectPublisher(views: TableViews, slug: string): Bitmap {
  const { book, publishers } = views.table;
  const wanted = book.findByValue("publisher", slug);
  return views.setOf(`publisher:${slug}`, (ordinal) => publishers[ordinal] === wanted);
}

/** Throws `invalid_input` where a query names what the store does not have. */
export function checkTerms({ book }: GameTable, filters: GameFilters): void {
  const unknown = TERM_FACETS.filter((facet) =>
    filters[facet].some((value) => book.findByValue(facet, value) === undefined),
  );
  if (unknown.length === 0) return;
  const message = say("errors.filterUnknown");
  const fields = Object.fromEntries(unknown.map((facet) => [facet, message]));
  throw new AppError("invalid_input", message, { fields });
}

/** The sets of what is chosen in a facet. */
function listChosen(views: TableViews, facet: ChoiceFacet, filters: GameFilters, moment: Moment): Bitmap[] {
  const { table } = views;
  switch (facet) {
    case "publisher":
      return filters.publisher.map((slug) => selectPublisher(views, slug));
    case "offer":
      return filters.offer.map((offer) => selectOffer(views, offer, moment));
    case "release":
      return filters.release.map((window) => selectRelease(views, window, moment));
    default:
      return filters[facet].map((value) => table.setOf(table.book.findByValue(facet, value) ?? -1));
  }
}

/** The games that each part of the query leaves by itself; parts that ask for nothing are left out. */
export function selectGames(views: TableViews, filters: GameFilters, moment: Moment, found: Bitmap | null): Selections {
  const { table } = views;
  const selections = new Map<Narrowing, Bitmap>();
  for (const facet of CHOICE_FACETS) {
    const sets = listChosen(views, facet, filters, moment);
    if (sets.length === 0) continue;
    const united = createBitmap(table.capacity);
    for (const set of sets) unite(united, set);
    selections.set(facet, united);
  }
  const { rating, priceMinCents, priceMaxCents } = filters;
  if (rating !== undefined) {
    selections.set("rating", table.setOf(table.book.findByValue("rating", String(rating)) ?? -1));
  }
  if (priceMinCents !== undefined || priceMaxCents !== undefined) {
    const most = priceMaxCents ?? Number.POSITIVE_INFINITY;
    selections.set("price", selectPrices(views, priceMinCents ?? 0, most, moment));
  }
  if (found) selections.set("text", found);
  return selections;
}

/** The published games in every selection, but for one part of the query. */
export function combine(table: GameTable, selections: Selections, except?: Narrowing): Bitmap {
  const games = table.live.slice();
  for (const [part, selected] of selections) if (part !== except) intersect(games, selected);
  return games;
}
