import { cookies } from "next/headers";
import { type Cart, type CartLine, type CartTotal, computeCartTotals, MAX_CART_LINES } from "@/lib/shared/cart";
import { findActor } from "../auth/queries";
import { type Db, getDb } from "../db";
import { GUEST_CART_COOKIE, toGuestToken } from "./guest-cookie";
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

/** What is checked out together: games of one currency that can be bought, and their sum. */
export type Checkout = { lines: CartLine[]; total: CartTotal };

/** What to check out: one game by its slug, or the cart's games of a currency, by default its first one. */
export type CheckoutChoice = { game?: string | undefined; currency?: string | undefined };

/** What the owner would pay for at the moment; null where there is nothing that can be bought. */
export async function findCheckout(
  owner: CartOwner,
  choice: CheckoutChoice,
  db: Db = getDb(),
  now = new Date(),
): Promise<Checkout | null> {
  const lines = choice.game ? await listSingle(owner, choice.game, db, now) : (await getCart(owner, db, now)).lines;
  const totals = computeCartTotals(lines);
  const total = choice.currency ? totals.find(({ currency }) => currency === choice.currency) : totals[0];
  if (!total) return null;
  return { lines: lines.filter(({ gameId }) => total.gameIds.includes(gameId)), total };
}

async function listSingle({ userId }: CartOwner, slug: string, db: Db, now: Date): Promise<CartLine[]> {
  const game = await db.game.findFirst({ where: { slug, status: "published" }, select: { id: true } });
  return game ? [...(await listOffers(db, userId, [game.id], now)).values()] : [];
}

/** Whose cart a page is about. */
async function findPageOwner(): Promise<CartOwner> {
  const [actor, jar] = [await findActor(), await cookies()];
  return { userId: actor?.userId ?? null, guestToken: toGuestToken(jar.get(GUEST_CART_COOKIE)?.value) };
}

/** The cart of who looks at a page. */
export async function getPageCart(): Promise<Cart> {
  return getCart(await findPageOwner());
}

/** What who looks at a page would pay for. */
export async function findPageCheckout(choice: CheckoutChoice): Promise<Checkout | null> {
  return findCheckout(await findPageOwner(), choice);
}
