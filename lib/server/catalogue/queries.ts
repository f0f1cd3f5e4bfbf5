import type { CurrentPrice, Facet, GameCard, GameDetail, GameQuery, Picture } from "@/lib/shared/catalogue";
import type { Page } from "@/lib/shared/page";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { listGameCards } from "./cards";
import { loadGameDetail } from "./detail";
import { mediaSelect, toPicture } from "./media";
import { computePrice, type Offer } from "./rules";
import { countGameIds, searchGameIds } from "./search";
import {
  type FacetTile,
  listCategoryFacets,
  listDealIds,
  listGenreFacets,
  listGenreTileFacets,
  listShelfIds,
  listSimilarIds,
  type Shelf,
} from "./shelves";

/** What each of the games costs at the moment, by id, in the currency the game is sold in; a game without a price is left out. */
export async function listCurrentPrices(
  db: Db,
  gameIds: readonly string[],
  now: Date,
): Promise<Map<string, CurrentPrice>> {
  if (gameIds.length === 0) return new Map();
  const inForce = { status: "published", startsAt: { lte: now }, endsAt: { gt: now } } as const;
  const games = await db.game.findMany({
    where: { id: { in: [...gameIds] } },
    select: {
      id: true,
      currency: true,
      prices: { select: { currency: true, priceCents: true } },
      promotions: {
        where: { promotion: inForce },
        select: { discountPercent: true, promotion: { select: { startsAt: true, endsAt: true } } },
      },
    },
  });
  const prices = new Map<string, CurrentPrice>();
  for (const game of games) {
    const list = game.prices.find((price) => price.currency === game.currency);
    if (!list) continue;
    const offers = game.promotions.map(({ discountPercent, promotion }): Offer => ({ discountPercent, ...promotion }));
    prices.set(game.id, computePrice(list, offers, now));
  }
  return prices;
}

/** One page of the published games; throws `invalid_input` for a filter or cursor that is not of this store. */
export async function listGames(query: GameQuery, now = new Date(), db: Db = getDb()): Promise<Page<GameCard>> {
  const { ids, nextCursor } = await searchGameIds(db, query, now);
  return { items: await listGameCards(db, ids, now), nextCursor };
}

/** How many published games the filters leave; throws as `listGames` does. */
export function countGames(query: GameQuery, db: Db = getDb()): Promise<number> {
  return countGameIds(db, query);
}

/** A published game with all that its page shows, or null. */
export function findGame(slug: string, now = new Date(), db: Db = getDb()): Promise<GameDetail | null> {
  return loadGameDetail(db, slug, now);
}

/** A published game with all that its page shows; throws `not_found`. */
export async function getGame(slug: string, now = new Date(), db: Db = getDb()): Promise<GameDetail> {
  const game = await findGame(slug, now, db);
  if (!game) throw new AppError("not_found", "There is no such game");
  return game;
}

/** The games on a shelf of the shop window, in its order. */
export async function listShelf(shelf: Shelf, take: number, now = new Date(), db: Db = getDb()): Promise<GameCard[]> {
  return listGameCards(db, await listShelfIds(db, shelf, take, now), now);
}

/** Games like a game, by the genres and tags that they share. */
export async function listSimilarGames(
  gameId: string,
  take: number,
  now = new Date(),
  db: Db = getDb(),
): Promise<GameCard[]> {
  return listGameCards(db, await listSimilarIds(db, gameId, take), now);
}

/** A game with its wide picture. */
export type ShowcaseGame = GameCard & { hero: Picture | null };

async function addHeroes(db: Db, games: GameCard[]): Promise<ShowcaseGame[]> {
  const heroes = await db.media.findMany({
    where: { gameId: { in: games.map((game) => game.id) }, kind: "hero", storageKey: { not: null } },
    orderBy: { position: "desc" },
    select: { ...mediaSelect, gameId: true },
  });
  const byGame = new Map(heroes.map((hero) => [hero.gameId, toPicture(hero)]));
  return games.map((game) => ({ ...game, hero: byGame.get(game.id) ?? null }));
}

/** The games of the landing page's carousel in their order. */
export async function listFeatured(take: number, now = new Date(), db: Db = getDb()): Promise<ShowcaseGame[]> {
  return addHeroes(db, await listShelf("featured", take, now, db));
}

/** Games with a promotion in force, those that sell most first. */
export async function listDeals(take: number, now = new Date(), db: Db = getDb()): Promise<ShowcaseGame[]> {
  return addHeroes(db, await listGameCards(db, await listDealIds(db, take, now), now));
}

/** Genres that hold a published game, largest first. */
export function listGenres(db: Db = getDb()): Promise<Facet[]> {
  return listGenreFacets(db);
}

/** Genres that hold a published game, largest first, each with a picture. */
export function listGenreTiles(db: Db = getDb()): Promise<FacetTile[]> {
  return listGenreTileFacets(db);
}

/** Categories that hold a game on sale, largest first. */
export function listCategories(db: Db = getDb()): Promise<Facet[]> {
  return listCategoryFacets(db);
}
