import type { CappedCount, GameFacets } from "@/lib/shared/catalogue-facets";
import { type GameFilters, type GameQuery, resolveSort, toGameParams } from "@/lib/shared/catalogue-query";
import type { GameSort } from "@/lib/shared/game-sorts";
import { say } from "@/lib/shared/say";
import { AppError } from "../../errors";
import { decodeNumberedCursor, encodeCursor, toScope } from "../cursor";
import type { PriceView } from "../prices";
import { type Bitmap, countCommon, hasBit } from "./bitmap";
import type { Found } from "./card-cache";
import { capCount, countFacets } from "./count-facets";
import type { LiveCatalogue } from "./live-catalogue";
import { type Order, seekAfter } from "./order";
import { checkTerms, combine, type Moment, type Selections, selectGames } from "./selections";
import type { TableViews } from "./table-views";
import type { TextMatch } from "./text-search";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody comes back to a list after so long. */
const MAX_WALK_MS = 30 * DAY_MS;

/** A question to the catalogue, made ready: what it may see, when, and what each part of it leaves. */
type Prepared = { views: TableViews; moment: Moment; match: TextMatch | null; selections: Selections };

async function prepare(
  catalogue: LiveCatalogue,
  filters: GameFilters,
  { now, currency }: PriceView,
  at = now,
): Promise<Prepared> {
  const views = await catalogue.fresh(now);
  checkTerms(views.table, filters);
  const match = filters.q ? await catalogue.search(views, filters.q) : null;
  const atMs = at.getTime();
  const moment = { board: views.boardAt(currency, atMs), today: Math.floor(atMs / DAY_MS) };
  return { views, moment, match, selections: selectGames(views, filters, moment, match?.games ?? null) };
}

function checkSort(query: GameQuery): GameSort {
  const sort = resolveSort(query);
  if (sort === "relevance" && !query.q) {
    const message = say("errors.relevanceNeedsText");
    throw new AppError("invalid_input", message, { fields: { sort: message } });
  }
  return sort;
}

function orderFor(sort: GameSort, { views, moment, match }: Prepared): Order {
  if (sort !== "relevance") return views.orderOf(sort, moment.board, moment.today);
  return match?.order ?? { ordinals: new Int32Array(), keyOf: () => 0 };
}

function takeFrom({ ordinals }: Order, games: Bitmap, from: number, count: number): number[] {
  const taken: number[] = [];
  for (let place = from; place < ordinals.length && taken.length < count; place += 1) {
    const ordinal = ordinals[place] ?? 0;
    if (hasBit(games, ordinal)) taken.push(ordinal);
  }
  return taken;
}

/** Names the list that a query walks through. */
function scopeOf(query: GameQuery, sort: GameSort, currency: string): string {
  return toScope([sort, currency, JSON.stringify(toGameParams({ ...query, sort: undefined, cursor: undefined }))]);
}

/** When a walk began, as its cursor says: within the last month, whatever somebody wrote into it. */
function toWalkStart(atMs: number, now: Date): Date {
  return new Date(Math.min(Math.max(atMs, now.getTime() - MAX_WALK_MS), now.getTime()));
}

/**
 * Ids of one page of the published games. The walk over all pages sees each game once, however many share a key; prices
 * are compared as of the moment that the walk began.
 */
export async function findGames(
  catalogue: LiveCatalogue,
  query: GameQuery,
  view: PriceView,
): Promise<Found & { nextCursor: string | null }> {
  const sort = checkSort(query);
  const scope = scopeOf(query, sort, view.currency);
  const keyType = sort === "title" ? "string" : "number";
  const position = query.cursor === undefined ? null : decodeNumberedCursor(query.cursor, scope, keyType);
  const at = position ? toWalkStart(position.atMs, view.now) : view.now;
  const prepared = await prepare(catalogue, query, view, at);
  const order = orderFor(sort, prepared);
  const { table } = prepared.views;
  const games = combine(table, prepared.selections);
  const start = position ? seekAfter(order, position.key, position.id) : 0;
  const found = takeFrom(order, games, start, query.limit + 1);
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const hasMore = found.length > query.limit && last !== undefined;
  return {
    table,
    ids: page.flatMap((ordinal) => table.facts[ordinal]?.id ?? []),
    nextCursor: hasMore ? encodeCursor({ key: order.keyOf(last), id: last, atMs: at.getTime() }, scope) : null,
  };
}

/** How many published games the filters leave, counted to a limit. */
export async function countFound(
  catalogue: LiveCatalogue,
  filters: GameFilters,
  view: PriceView,
): Promise<CappedCount> {
  const { views, selections } = await prepare(catalogue, filters, view);
  const games = combine(views.table, selections);
  return capCount(countCommon(games, games));
}

/** Every facet of the filters with its counts. */
export async function findFacets(catalogue: LiveCatalogue, filters: GameFilters, view: PriceView): Promise<GameFacets> {
  const { views, moment, selections } = await prepare(catalogue, filters, view);
  const key = JSON.stringify([toGameParams(filters), moment.board.currency, moment.board.fromMs, moment.today]);
  return views.facets(key, () => countFacets(views, filters, moment, selections));
}
