import type { CartLine } from "@/lib/shared/cart";
import type { CurrentPrice } from "@/lib/shared/catalogue";
import { type Day, toDay } from "@/lib/shared/day";
import type { Prisma } from "@/prisma/generated/client";
import { type BundleSet, chooseBundles, toBundlePrice } from "../bundles/rules";
import { listBundlesWith } from "../bundles/sets";
import { mediaSelect, toPicture } from "../catalogue/media";
import { listCurrentPrices, type PriceView } from "../catalogue/prices";
import type { Db } from "../db";
import { listOwnedGameIds } from "../library/queries";
import { applyBaseRule, findObstacle, listBaseIds } from "./rules";

/** Whom games are offered to, and at which prices. */
export type OfferView = PriceView & { userId: string | null };

const offerSelect = {
  id: true,
  slug: true,
  title: true,
  kind: true,
  status: true,
  releaseDate: true,
  media: { select: mediaSelect, where: { kind: "cover" }, orderBy: { position: "asc" }, take: 1 },
  isSoldByKey: true,
  licenceKeys: { where: { status: "available" }, select: { id: true }, take: 1 },
  baseGame: {
    select: { id: true, slug: true, title: true, extras: { where: { kind: "edition" }, select: { id: true } } },
  },
} satisfies Prisma.GameSelect;

type OfferRow = Prisma.GameGetPayload<{ select: typeof offerSelect }>;

/** What the offers of games depend on. */
type Facts = {
  games: OfferRow[];
  prices: ReadonlyMap<string, CurrentPrice>;
  bundles: BundleSet[];
  ownedIds: ReadonlySet<string>;
};

async function loadFacts(db: Db, ids: string[], { userId, ...view }: OfferView): Promise<Facts> {
  const games = await db.game.findMany({ where: { id: { in: ids } }, select: offerSelect });
  const prices = await listCurrentPrices(db, ids, view);
  const bundles = await listBundlesWith(db, ids);
  const concerned = new Set([...ids, ...games.flatMap(listBaseIds), ...bundles.flatMap((bundle) => bundle.gameIds)]);
  const ownedIds = userId ? await listOwnedGameIds(db, userId, [...concerned]) : new Set<string>();
  return { games, prices, bundles, ownedIds };
}

function listObstacles({ games, prices, ownedIds }: Facts, today: Day) {
  const wanted = games.map((game) => {
    const isSoldOut = game.isSoldByKey && game.licenceKeys.length === 0;
    const state = { ...game, hasPrice: prices.has(game.id), isOwned: ownedIds.has(game.id), isSoldOut };
    return { gameId: game.id, obstacle: findObstacle(state, today), baseIds: listBaseIds(game) };
  });
  return applyBaseRule(wanted, ownedIds);
}

function toBase({ kind, baseGame }: OfferRow): CartLine["base"] {
  return kind === "dlc" && baseGame ? { gameId: baseGame.id, slug: baseGame.slug, title: baseGame.title } : null;
}

function toLineBundle({ id, slug, title, discountPercent: percent }: BundleSet): CartLine["bundle"] {
  return { id, slug, title, percent };
}

/** What is offered of the games when they are bought together, and nothing else. */
function toOffers(facts: Facts, today: Day): Map<string, CartLine> {
  const obstacles = listObstacles(facts, today);
  const bought = new Map([...facts.prices].filter(([gameId]) => obstacles.get(gameId) === null));
  const bundles = chooseBundles(facts.bundles, bought, facts.ownedIds);
  const offers = facts.games.map((game): CartLine => {
    const { id: gameId, slug, title, media } = game;
    const [price, bundle] = [bought.get(gameId) ?? null, bundles.get(gameId)];
    return {
      gameId,
      slug,
      title,
      cover: toPicture(media[0]),
      price: price && bundle ? toBundlePrice(price, bundle) : price,
      unavailable: obstacles.get(gameId) ?? null,
      base: toBase(game),
      bundle: bundle ? toLineBundle(bundle) : null,
    };
  });
  return new Map(offers.map((offer) => [offer.gameId, offer]));
}

function pick(facts: Facts, gameIds: readonly string[]): Facts {
  const wanted = new Set(gameIds);
  const prices = new Map([...facts.prices].filter(([gameId]) => wanted.has(gameId)));
  return { ...facts, prices, games: facts.games.filter(({ id }) => wanted.has(id)) };
}

/** What `listOffers` says of several purchases, each for itself, asked at once. */
export async function listOffersOfEach(
  db: Db,
  purchases: readonly (readonly string[])[],
  view: OfferView,
): Promise<Map<string, CartLine>[]> {
  const facts = await loadFacts(db, [...new Set(purchases.flat())], view);
  return purchases.map((gameIds) => toOffers(pick(facts, gameIds), toDay(view.now)));
}

/**
 * What a shopper is offered of each of the games when they are bought together, by id: a DLC needs its base game
 * among them or in the library, and bundles that they complete make them cheaper. A game that is not there is left out.
 */
export async function listOffers(db: Db, gameIds: readonly string[], view: OfferView): Promise<Map<string, CartLine>> {
  return toOffers(await loadFacts(db, [...gameIds], view), toDay(view.now));
}
