import type { Wish } from "@/lib/shared/wishlist";
import { lockCart } from "../cart/lock";
import type { CatalogueView } from "../catalogue/prices";
import { type Db, inTransaction } from "../db";
import type { Shopper } from "../guests/shopper";
import { addWish } from "./commands";

/** Moves a game from the cart to the wishlist; one that is no longer in the cart is only wished for. */
export async function saveForLater(shopper: Shopper, gameId: string, db: Db, view: CatalogueView = {}): Promise<Wish> {
  return inTransaction(db, async (tx) => {
    const cartId = await lockCart(tx, shopper);
    await tx.cartItem.deleteMany({ where: { cartId, gameId } });
    return addWish(shopper, { gameId }, tx, view);
  });
}
