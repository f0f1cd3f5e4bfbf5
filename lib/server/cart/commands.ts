import { type AddCartItemInput, type CartLine, MAX_CART_LINES, UNAVAILABLE_MESSAGES } from "@/lib/shared/cart";
import type { Prisma } from "@/prisma/generated/client";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { listOffers } from "./offers";
import { type CartOwner, hashGuestToken, ownedCarts } from "./owner";

type Tx = Prisma.TransactionClient;

/** The owner's cart, made where there is none, and locked until the transaction ends: writes to one cart queue here. */
export async function lockCart(tx: Tx, { userId, guestToken }: CartOwner): Promise<string> {
  const rows = userId
    ? await tx.$queryRaw<{ id: string }[]>`
        insert into carts (user_id) values (${userId}::uuid)
        on conflict (user_id) do update set updated_at = now() returning id`
    : await tx.$queryRaw<{ id: string }[]>`
        insert into carts (guest_token_hash) values (${hashGuestToken(guestToken ?? "")})
        on conflict (guest_token_hash) do update set updated_at = now() returning id`;
  const id = rows[0]?.id;
  if (!id) throw new Error("The cart could not be locked");
  return id;
}

async function findOffer(tx: Tx, owner: CartOwner, input: AddCartItemInput, now: Date): Promise<CartLine> {
  const where = "gameId" in input ? { id: input.gameId } : { slug: input.slug };
  const game = await tx.game.findFirst({ where: { ...where, status: { not: "draft" } }, select: { id: true } });
  const offer = game && (await listOffers(tx, owner.userId, [game.id], now)).get(game.id);
  if (!offer) throw new AppError("not_found", "There is no such game");
  if (offer.unavailable) throw new AppError("conflict", UNAVAILABLE_MESSAGES[offer.unavailable]);
  return offer;
}

async function checkFits(tx: Tx, owner: CartOwner, cartId: string, offer: CartLine, now: Date): Promise<void> {
  const items = await tx.cartItem.findMany({ where: { cartId }, select: { gameId: true } });
  const others = items.map(({ gameId }) => gameId).filter((gameId) => gameId !== offer.gameId);
  if (others.length >= MAX_CART_LINES) {
    throw new AppError("conflict", `A cart holds at most ${MAX_CART_LINES} games`);
  }
  const lines = await listOffers(tx, owner.userId, others, now);
  const currencies = new Set([...lines.values()].flatMap(({ price }) => (price ? [price.currency] : [])));
  const currency = offer.price?.currency;
  if (!currency || currencies.size === 0 || currencies.has(currency)) return;
  const held = [...currencies].join(" and ");
  throw new AppError(
    "conflict",
    `${offer.title} is sold in ${currency}, and your cart is in ${held}. Check out or empty your cart first.`,
  );
}

/** Puts a game that can be bought into the cart; one that is there already stays there once. */
export async function addCartItem(
  owner: CartOwner,
  input: AddCartItemInput,
  db: Db,
  now = new Date(),
): Promise<CartLine> {
  return inTransaction(db, async (tx) => {
    const offer = await findOffer(tx, owner, input, now);
    const cartId = await lockCart(tx, owner);
    await checkFits(tx, owner, cartId, offer, now);
    await tx.cartItem.createMany({ data: { cartId, gameId: offer.gameId, addedAt: now }, skipDuplicates: true });
    return offer;
  });
}

/** Takes a game out of the cart; one that is not there is no error, so that a retry is none. */
export async function removeCartItem(owner: CartOwner, gameId: string, db: Db): Promise<void> {
  await db.cartItem.deleteMany({ where: { gameId, cart: ownedCarts(owner) } });
}

/**
 * Moves a guest's cart into the user's, less what the user owns, and ends the guest's cart. Again, or at the same
 * time from two tabs, it does nothing more. Lines of another currency are kept: they are paid on their own.
 */
export async function mergeGuestCart(userId: string, guestToken: string, db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const hash = hashGuestToken(guestToken);
    const guests = await tx.$queryRaw<{ id: string }[]>`
      select id from carts where guest_token_hash = ${hash} for update`;
    const guestId = guests[0]?.id;
    if (!guestId) return;
    const cartId = await lockCart(tx, { userId, guestToken: null });
    const held = await tx.cartItem.count({ where: { cartId } });
    await tx.$executeRaw`
      insert into cart_items (cart_id, game_id, added_at)
      select ${cartId}::uuid, item.game_id, item.added_at from cart_items item
      where item.cart_id = ${guestId}::uuid
        and not exists (select from entitlements e
          where e.user_id = ${userId}::uuid and e.game_id = item.game_id and e.revoked_at is null)
        and not exists (select from cart_items own where own.cart_id = ${cartId}::uuid and own.game_id = item.game_id)
      order by item.added_at, item.game_id
      limit ${Math.max(0, MAX_CART_LINES - held)}
      on conflict do nothing`;
    await tx.cart.delete({ where: { id: guestId } });
  });
}
