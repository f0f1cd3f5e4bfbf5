import { MAX_CART_LINES } from "@/lib/shared/cart";
import type { MovedToCart } from "@/lib/shared/wishlist";
import type { Prisma } from "@/prisma/generated/client";
import { lockCart } from "../cart/lock";
import { listOffers, type OfferView } from "../cart/offers";
import { getCart } from "../cart/queries";
import { type CatalogueView, toPriceView } from "../catalogue/prices";
import { type Db, inTransaction } from "../db";
import type { Shopper } from "../guests/shopper";
import { removeWishes } from "./commands";
import { listWishIds } from "./queries";

type Tx = Prisma.TransactionClient;
type Split = { movedIds: string[]; kept: MovedToCart["kept"] };

/** Takes out what cannot be bought together with the rest of what the cart would hold. */
async function dropUnavailable(tx: Tx, split: Split, heldIds: readonly string[], view: OfferView): Promise<Split> {
  const offers = await listOffers(tx, [...new Set([...heldIds, ...split.movedIds])], view);
  const dropped = split.movedIds.flatMap((gameId) => {
    const reason = offers.get(gameId)?.unavailable;
    return reason ? [{ gameId, reason }] : [];
  });
  const droppedIds = new Set(dropped.map(({ gameId }) => gameId));
  return {
    movedIds: split.movedIds.filter((gameId) => !droppedIds.has(gameId)),
    kept: [...split.kept, ...dropped],
  };
}

/** Takes out what the cart has no room for, from the bottom of the list. */
function dropOverflow({ movedIds, kept }: Split, heldIds: readonly string[]): Split {
  const newIds = movedIds.filter((gameId) => !heldIds.includes(gameId));
  const overflow = new Set(newIds.slice(Math.max(0, MAX_CART_LINES - heldIds.length)));
  return {
    movedIds: movedIds.filter((gameId) => !overflow.has(gameId)),
    kept: [...kept, ...[...overflow].map((gameId) => ({ gameId, reason: "cart_full" as const }))],
  };
}

/** Tells what can go into a cart that holds these games from what has to stay a wish. */
async function splitWishes(tx: Tx, wantedIds: string[], heldIds: readonly string[], view: OfferView): Promise<Split> {
  const buyable = await dropUnavailable(tx, { movedIds: wantedIds, kept: [] }, heldIds, view);
  // A DLC whose base game found no room stays behind with it.
  return dropUnavailable(tx, dropOverflow(buyable, heldIds), heldIds, view);
}

/**
 * Moves wishes into the cart, as many as it holds. What cannot be bought at the moment stays a wish, and the answer
 * says why.
 */
export async function moveWishesToCart(
  shopper: Shopper,
  gameIds: readonly string[],
  db: Db,
  given: CatalogueView = {},
): Promise<MovedToCart> {
  const view = { ...toPriceView(given), userId: shopper.userId };
  return inTransaction(db, async (tx) => {
    const cartId = await lockCart(tx, shopper);
    const asked = new Set(gameIds);
    const wantedIds = (await listWishIds(shopper, tx)).filter((gameId) => asked.has(gameId));
    const items = await tx.cartItem.findMany({ where: { cartId }, select: { gameId: true } });
    const heldIds = items.map(({ gameId }) => gameId);
    const split = await splitWishes(tx, wantedIds, heldIds, view);
    // One moment each: the cart keeps the order of the list.
    const data = split.movedIds.map((gameId, place) => ({
      cartId,
      gameId,
      addedAt: new Date(view.now.getTime() + place),
    }));
    await tx.cartItem.createMany({ data, skipDuplicates: true });
    await removeWishes(shopper, split.movedIds, tx, view.now);
    return { ...split, cart: await getCart(shopper, tx, view) };
  });
}
