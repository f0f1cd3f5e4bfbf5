import type { CurrentPrice } from "@/lib/shared/catalogue";
import { type Day, toDay } from "@/lib/shared/day";
import type { Wish } from "@/lib/shared/wishlist";
import type { Prisma } from "@/prisma/generated/client";
import { findObstacle, listBaseIds } from "../cart/rules";
import { mediaSelect, toPicture } from "../catalogue/media";
import { type CatalogueView, listCurrentPrices, toPriceView } from "../catalogue/prices";
import { isReleasedOn } from "../catalogue/rules";
import type { Db } from "../db";
import type { Shopper } from "../guests/shopper";
import { listOwnedGameIds } from "../library/queries";
import type { WishRow } from "./wish-rows";

const shownSelect = {
  id: true,
  slug: true,
  title: true,
  releaseDate: true,
  media: { select: mediaSelect, where: { kind: "cover" }, orderBy: { position: "asc" }, take: 1 },
} satisfies Prisma.GameSelect;

const wishSelect = {
  ...shownSelect,
  kind: true,
  status: true,
  isSoldByKey: true,
  licenceKeys: { where: { status: "available" }, select: { id: true }, take: 1 },
  baseGame: { select: { ...shownSelect, extras: { where: { kind: "edition" }, select: { id: true } } } },
} satisfies Prisma.GameSelect;

type GameRow = Prisma.GameGetPayload<{ select: typeof wishSelect }>;

type Surroundings = { prices: ReadonlyMap<string, CurrentPrice>; ownedIds: ReadonlySet<string>; today: Day };

/** The game that a DLC needs, where the shopper has neither it nor an edition with it. */
function findMissingBase(game: GameRow, { prices, ownedIds, today }: Surroundings): Wish["missingBase"] {
  const base = game.baseGame;
  const baseIds = listBaseIds(game);
  if (!base || baseIds.length === 0 || baseIds.some((id) => ownedIds.has(id))) return null;
  const { id, slug, title, releaseDate, media } = base;
  const [cover, price] = [toPicture(media[0]), prices.get(id) ?? null];
  return { id, slug, title, cover, price, isReleased: isReleasedOn(releaseDate, today) };
}

function toWish({ note, addedAt }: WishRow, game: GameRow, surroundings: Surroundings): Wish {
  const { id: gameId, slug, title, kind, releaseDate } = game;
  const { prices, ownedIds, today } = surroundings;
  const price = prices.get(gameId) ?? null;
  const isSoldOut = game.isSoldByKey && game.licenceKeys.length === 0;
  const unavailable = findObstacle(
    { ...game, hasPrice: price !== null, isOwned: ownedIds.has(gameId), isSoldOut },
    today,
  );
  return {
    gameId,
    slug,
    title,
    kind,
    cover: toPicture(game.media[0]),
    price: unavailable ? null : price,
    unavailable,
    missingBase: findMissingBase(game, surroundings),
    releaseDate: releaseDate && toDay(releaseDate),
    note,
    addedAt: addedAt.toISOString(),
  };
}

/** What is shown of wishes: each game as it is offered by itself, whatever else is wished for. */
export async function toWishes(
  rows: readonly WishRow[],
  { userId }: Shopper,
  db: Db,
  given: CatalogueView,
): Promise<Wish[]> {
  const view = toPriceView(given);
  const gameIds = rows.map(({ gameId }) => gameId);
  const games = await db.game.findMany({ where: { id: { in: gameIds } }, select: wishSelect });
  const concerned = [...new Set([...gameIds, ...games.flatMap(listBaseIds)])];
  const prices = await listCurrentPrices(db, concerned, view);
  const ownedIds = userId ? await listOwnedGameIds(db, userId, concerned) : new Set<string>();
  const byId = new Map(games.map((game) => [game.id, game]));
  return rows.flatMap((row) => {
    const game = byId.get(row.gameId);
    return game ? [toWish(row, game, { prices, ownedIds, today: toDay(view.now) })] : [];
  });
}
