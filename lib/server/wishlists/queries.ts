import { say } from "@/lib/shared/say";
import type { Wish, Wishlist } from "@/lib/shared/wishlist";
import type { CatalogueView } from "../catalogue/prices";
import { findPageCurrency } from "../currency/queries";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { findPageShopper } from "../guests/page-shopper";
import type { Shopper } from "../guests/shopper";
import { listOwnedGameIds } from "../library/queries";
import { listWishRows, selectWishes, type WishRow } from "./wish-rows";
import { toWishes } from "./wish-views";

/**
 * The user's wishes, then those that a guest's cookie adds to them: what the merge will leave. What was given to the
 * shopper meanwhile is no wish any more.
 */
async function selectAll(db: Db, shopper: Shopper): Promise<WishRow[]> {
  const byGame = new Map<string, WishRow>();
  for (const rows of listWishRows(shopper)) {
    for (const row of await selectWishes(db, rows)) if (!byGame.has(row.gameId)) byGame.set(row.gameId, row);
  }
  const owned = shopper.userId ? await listOwnedGameIds(db, shopper.userId, [...byGame.keys()]) : new Set();
  return [...byGame.values()].filter(({ gameId }) => !owned.has(gameId));
}

/** The shopper's wishlist in its order. */
export async function getWishlist(shopper: Shopper, db: Db = getDb(), view: CatalogueView = {}): Promise<Wishlist> {
  return { items: await toWishes(await selectAll(db, shopper), shopper, db, view) };
}

/** Which games are on the shopper's wishlist, in its order. */
export async function listWishIds(shopper: Shopper, db: Db = getDb()): Promise<string[]> {
  return (await selectAll(db, shopper)).map(({ gameId }) => gameId);
}

/** A wish of the shopper's; throws `not_found` for a game that is not on the list. */
export async function getWish(shopper: Shopper, gameId: string, db: Db, view: CatalogueView = {}): Promise<Wish> {
  const rows = (await selectAll(db, shopper)).filter((row) => row.gameId === gameId);
  const [wish] = await toWishes(rows, shopper, db, view);
  if (!wish) throw new AppError("not_found", say("errors.notOnWishlist"));
  return wish;
}

/** The wishlist of who looks at a page. */
export async function getPageWishlist(): Promise<Wishlist> {
  return getWishlist(await findPageShopper(), getDb(), { currency: await findPageCurrency() });
}
