import { type Cart, type CartLine, MAX_CART_LINES } from "@/lib/shared/cart";
import { type Db, getDb } from "../db";
import { listOffers } from "./offers";
import { type CartOwner, ownedCarts } from "./owner";

/**
 * The owner's cart at the prices of the moment. Where a guest's cart waits to be merged into a user's, shows both as
 * one, less what the user owns already: it is what the merge will leave.
 */
export async function getCart(owner: CartOwner, db: Db = getDb(), now = new Date()): Promise<Cart> {
  if (!owner.userId && !owner.guestToken) return { lines: [] };
  const items = await db.cartItem.findMany({
    where: { cart: ownedCarts(owner) },
    select: { gameId: true },
    orderBy: [{ addedAt: "asc" }, { gameId: "asc" }],
  });
  const gameIds = [...new Set(items.map(({ gameId }) => gameId))].slice(0, MAX_CART_LINES);
  const offers = await listOffers(db, owner.userId, gameIds, now);
  const lines = gameIds.map((gameId) => offers.get(gameId)).filter((line): line is CartLine => line !== undefined);
  return { lines: lines.filter((line) => line.unavailable !== "owned") };
}
