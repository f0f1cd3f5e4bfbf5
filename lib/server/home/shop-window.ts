import type { Facet, GameCard, Picture } from "@/lib/shared/catalogue";
import { mediaSelect, toPicture } from "../catalogue/media";
import type { PriceView } from "../catalogue/prices";
import { listCards, listGenreTiles } from "../catalogue/queries";
import { type FacetTile, listDealIds, listShelfIds, type Shelf } from "../catalogue/shelves";
import type { Db } from "../db";
import { keep } from "../keep";
import { listTerms } from "../terms/queries";

/** A game with its wide picture. */
export type ShowcaseGame = GameCard & { hero: Picture | null };

/** The landing page's shelves, the same for everybody but for what things cost. */
export type ShopWindow = {
  featured: ShowcaseGame[];
  deals: ShowcaseGame[];
  trending: GameCard[];
  popular: GameCard[];
  comingSoon: GameCard[];
  genres: FacetTile[];
  categories: Facet[];
};

const SHELVES = {
  featured: 8,
  trending: 12,
  popular: 10,
  coming_soon: 12,
} as const satisfies Partial<Record<Shelf, number>>;

const DEALS = 8;

/** Two rows of tiles and three lines of links; what an import brings beyond that is found in the catalogue. */
const MAX_GENRES = 14;
const MAX_CATEGORIES = 16;

/** What stands on the shelves changes by the night and by the hand of staff: nobody waits for it to be looked up. */
const PLAN_TTL_MS = 20_000;

/** Games of the shelves by their ids; prices are worked out for each visitor. */
type Plan = Record<keyof typeof SHELVES | "deals", string[]> & { heroes: Map<string, Picture> };

async function loadHeroes(db: Db, gameIds: readonly string[]): Promise<Map<string, Picture>> {
  const heroes = await db.media.findMany({
    where: { gameId: { in: [...gameIds] }, kind: "hero", storageKey: { not: null } },
    orderBy: { position: "desc" },
    select: { ...mediaSelect, gameId: true },
  });
  return new Map(heroes.flatMap((hero) => [[hero.gameId, toPicture(hero)] as const]).filter(hasPicture));
}

function hasPicture(entry: readonly [string, Picture | null]): entry is readonly [string, Picture] {
  return entry[1] !== null;
}

async function loadPlan(db: Db): Promise<Plan> {
  const now = new Date();
  const [featured, trending, popular, coming_soon, deals] = await Promise.all([
    listShelfIds(db, "featured", SHELVES.featured, now),
    listShelfIds(db, "trending", SHELVES.trending, now),
    listShelfIds(db, "popular", SHELVES.popular, now),
    listShelfIds(db, "coming_soon", SHELVES.coming_soon, now),
    listDealIds(db, DEALS, now),
  ]);
  return { featured, trending, popular, coming_soon, deals, heroes: await loadHeroes(db, [...featured, ...deals]) };
}

const planOf = keep({ ttlMs: PLAN_TTL_MS }, loadPlan);

/** Puts the shelves together; what was withdrawn, is out by now or is no deal any more since they were planned is left out. */
export async function loadShopWindow(db: Db, view: PriceView): Promise<ShopWindow> {
  const [plan, genres, categories] = await Promise.all([
    planOf(db, "window"),
    listGenreTiles(db),
    listTerms("category", db),
  ]);
  const { heroes, ...shelves } = plan;
  const cards = await listCards([...new Set(Object.values(shelves).flat())], view, db);
  const byId = new Map(cards.map((card) => [card.id, card]));
  const pick = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const showcase = (ids: readonly string[]) =>
    pick(ids).map((card) => ({ ...card, hero: heroes.get(card.id) ?? null }));
  return {
    genres: genres.slice(0, MAX_GENRES),
    categories: categories.slice(0, MAX_CATEGORIES),
    featured: showcase(shelves.featured),
    deals: showcase(shelves.deals).filter(({ price }) => price !== null && price.discountPercent > 0),
    trending: pick(shelves.trending),
    popular: pick(shelves.popular),
    comingSoon: pick(shelves.coming_soon).filter(({ isReleased }) => !isReleased),
  };
}
