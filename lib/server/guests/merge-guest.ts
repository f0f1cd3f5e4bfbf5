import { mergeGuestCart } from "../cart/merge";
import { type Db, inTransaction } from "../db";
import { mergeGuestWishes } from "../wishlists/merge";
import { hashGuestToken } from "./shopper";

/**
 * Hands what a guest put into the cart and onto the wishlist over to the user, and ends the guest's own. Again, or at
 * the same time from two tabs, it does nothing more.
 */
export async function mergeGuest(userId: string, guestToken: string, db: Db): Promise<void> {
  const tokenHash = hashGuestToken(guestToken);
  await inTransaction(db, async (tx) => {
    await mergeGuestCart(tx, userId, tokenHash);
    await mergeGuestWishes(tx, userId, tokenHash);
  });
}
