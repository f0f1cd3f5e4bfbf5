import type { CartLine } from "@/lib/shared/cart";
import { toDay } from "@/lib/shared/day";
import { mediaSelect, toPicture } from "../catalogue/media";
import { listCurrentPrices } from "../catalogue/queries";
import type { Db } from "../db";
import { listOwnedGameIds } from "../library/queries";
import { findObstacle } from "./rules";

/** What a shopper is offered of each of the games at the moment, by id; a game that is not there is left out. */
export async function listOffers(
  db: Db,
  userId: string | null,
  gameIds: readonly string[],
  now: Date,
): Promise<Map<string, CartLine>> {
  const ids = [...gameIds];
  const games = await db.game.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      slug: true,
      title: true,
      status: true,
      releaseDate: true,
      media: { select: mediaSelect, where: { kind: "cover" }, orderBy: { position: "asc" }, take: 1 },
      isSoldByKey: true,
      licenceKeys: { where: { status: "available" }, select: { id: true }, take: 1 },
    },
  });
  const prices = await listCurrentPrices(db, ids, now);
  const owned = userId ? await listOwnedGameIds(db, userId, ids) : new Set();
  const offers = new Map<string, CartLine>();
  for (const { id, slug, title, media, isSoldByKey, licenceKeys, ...sale } of games) {
    const price = prices.get(id) ?? null;
    const isSoldOut = isSoldByKey && licenceKeys.length === 0;
    const state = { ...sale, hasPrice: price !== null, isOwned: owned.has(id), isSoldOut };
    const unavailable = findObstacle(state, toDay(now));
    offers.set(id, {
      gameId: id,
      slug,
      title,
      cover: toPicture(media[0]),
      price: unavailable ? null : price,
      unavailable,
    });
  }
  return offers;
}
