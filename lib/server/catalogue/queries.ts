import type { GameCard } from "@/lib/shared/catalogue";
import type { CappedCount, GameFacets, Suggestions } from "@/lib/shared/catalogue-facets";
import type { GameFilters, GameQuery } from "@/lib/shared/catalogue-query";
import type { GameDetail } from "@/lib/shared/game-detail";
import type { Page } from "@/lib/shared/page";
import { say } from "@/lib/shared/say";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { keep } from "../keep";
import { listGameCards } from "./cards";
import { loadGameDetail } from "./detail";
import { listKeptCards } from "./finder/card-cache";
import { countFound, findFacets, findGames } from "./finder/find-games";
import { openCatalogue } from "./finder/live-catalogue";
import { findSuggestions } from "./finder/suggest";
import { loadPriceHistory, type PriceHistory } from "./price-history";
import { type CatalogueView, toPriceView } from "./prices";
import { type FacetTile, listGenreTileFacets, listShelfIds, type Shelf } from "./shelves";
import { listSimilarIds } from "./similar";

/** One page of the published games; throws `invalid_input` for a filter or cursor that is not of this store. */
export async function listGames(
  query: GameQuery,
  given: CatalogueView = {},
  db: Db = getDb(),
): Promise<Page<GameCard>> {
  const view = toPriceView(given);
  const catalogue = openCatalogue(db);
  const found = await findGames(catalogue, query, view);
  return { items: await listKeptCards(catalogue, found, view), nextCursor: found.nextCursor };
}

/** How many published games the filters leave, counted to a limit; throws as `listGames` does. */
export function countGames(query: GameFilters, view: CatalogueView = {}, db: Db = getDb()): Promise<CappedCount> {
  return countFound(openCatalogue(db), query, toPriceView(view));
}

/** Every facet of the filters with the games that each value would leave; throws as `listGames` does. */
export function getGameFacets(query: GameFilters, view: CatalogueView = {}, db: Db = getDb()): Promise<GameFacets> {
  return findFacets(openCatalogue(db), query, toPriceView(view));
}

/** What somebody who is still typing may mean. */
export async function listSuggestions(q: string, given: CatalogueView = {}, db: Db = getDb()): Promise<Suggestions> {
  const view = toPriceView(given);
  const catalogue = openCatalogue(db);
  const found = await findSuggestions(catalogue, q, view);
  const cards = await listKeptCards(catalogue, found, view);
  return { games: cards.map(({ slug, title, cover, price }) => ({ slug, title, cover, price })), terms: found.terms };
}

/** A published game with all that its page shows, or null. */
export function findGame(slug: string, view: CatalogueView = {}, db: Db = getDb()): Promise<GameDetail | null> {
  return loadGameDetail(db, slug, toPriceView(view));
}

/** A published game with all that its page shows; throws `not_found`. */
export async function getGame(slug: string, view: CatalogueView = {}, db: Db = getDb()): Promise<GameDetail> {
  const game = await findGame(slug, view, db);
  if (!game) throw new AppError("not_found", say("errors.noSuchGame"));
  return game;
}

/** What a game cost in the view's currency up to now; null where no price was kept. */
export function findPriceHistory(
  gameId: string,
  view: CatalogueView = {},
  db: Db = getDb(),
): Promise<PriceHistory | null> {
  return loadPriceHistory(db, gameId, toPriceView(view));
}

/** Cards of the published games among the ids, in the ids' order. */
export async function listCards(
  ids: readonly string[],
  given: CatalogueView = {},
  db: Db = getDb(),
): Promise<GameCard[]> {
  if (ids.length === 0) return [];
  const view = toPriceView(given);
  const catalogue = openCatalogue(db);
  const { table } = await catalogue.fresh(view.now);
  return listKeptCards(catalogue, { table, ids }, view);
}

/** The games on a shelf of the shop window, in its order. */
export async function listShelf(
  shelf: Shelf,
  take: number,
  given: CatalogueView = {},
  db: Db = getDb(),
): Promise<GameCard[]> {
  const view = toPriceView(given);
  return listGameCards(db, await listShelfIds(db, shelf, take, view.now), view);
}

/** Games like a game, by the genres and tags that they share. */
export async function listSimilarGames(
  gameId: string,
  take: number,
  view: CatalogueView = {},
  db: Db = getDb(),
): Promise<GameCard[]> {
  return listGameCards(db, await listSimilarIds(db, gameId, take), toPriceView(view));
}

const GENRE_TILES_TTL_MS = 5 * 60_000;

/** Choosing the pictures ranks all of the shop's. */
const genreTilesOf = keep({ ttlMs: GENRE_TILES_TTL_MS }, listGenreTileFacets);

/** Genres that hold a published game, largest first, each with a picture; kept for some minutes. */
export function listGenreTiles(db: Db = getDb()): Promise<FacetTile[]> {
  return genreTilesOf(db, "tiles");
}
