import { type Cart, type CartLine, type CartTotal, MAX_CART_LINES } from "@/lib/shared/cart";
import { computeCartTotals } from "@/lib/shared/cart-totals";
import { type CatalogueView, toPriceView } from "../catalogue/prices";
import { findPageCurrency } from "../currency/queries";
import { type Db, getDb } from "../db";
import { findPageShopper } from "../guests/page-shopper";
import type { Shopper } from "../guests/shopper";
import { listOffers } from "./offers";
import { ownedCarts } from "./owner";

/**
 * The owner's cart at the prices that the shopper sees. Where a guest's cart waits to be merged into a user's, shows both as
 * one, less what the user owns already: it is what the merge will leave.
 */
export async function getCart(owner: Shopper, db: Db = getDb(), view: CatalogueView = {}): Promise<Cart> {
  if (!owner.userId && !owner.guestToken) return { lines: [] };
  const items = await db.cartItem.findMany({
    where: { cart: ownedCarts(owner) },
    select: { gameId: true },
    orderBy: [{ addedAt: "asc" }, { gameId: "asc" }],
  });
  const gameIds = [...new Set(items.map(({ gameId }) => gameId))].slice(0, MAX_CART_LINES);
  const offers = await listOffers(db, gameIds, { ...toPriceView(view), userId: owner.userId });
  const lines = gameIds.map((gameId) => offers.get(gameId)).filter((line): line is CartLine => line !== undefined);
  return { lines: lines.filter((line) => line.unavailable !== "owned") };
}

/** What is checked out together: games of one currency that can be bought, and their sum. */
export type Checkout = { lines: CartLine[]; total: CartTotal };

/** What to check out: one game by its slug, or the cart's games of a currency, by default its first one. */
export type CheckoutChoice = { game?: string | undefined; currency?: string | undefined };

/** What the owner would pay for at the moment; null where there is nothing that can be bought. */
export async function findCheckout(
  owner: Shopper,
  choice: CheckoutChoice,
  db: Db = getDb(),
  view: CatalogueView = {},
): Promise<Checkout | null> {
  const lines = choice.game ? await listSingle(owner, choice.game, db, view) : (await getCart(owner, db, view)).lines;
  const totals = computeCartTotals(lines);
  const total = choice.currency ? totals.find(({ currency }) => currency === choice.currency) : totals[0];
  if (!total) return null;
  return { lines: lines.filter(({ gameId }) => total.gameIds.includes(gameId)), total };
}

async function listSingle({ userId }: Shopper, slug: string, db: Db, view: CatalogueView): Promise<CartLine[]> {
  const game = await db.game.findFirst({ where: { slug, status: "published" }, select: { id: true } });
  return game ? [...(await listOffers(db, [game.id], { ...toPriceView(view), userId })).values()] : [];
}

/** The cart of who looks at a page. */
export async function getPageCart(): Promise<Cart> {
  return getCart(await findPageShopper(), getDb(), { currency: await findPageCurrency() });
}

/** What who looks at a page would pay for. */
export async function findPageCheckout(choice: CheckoutChoice): Promise<Checkout | null> {
  return findCheckout(await findPageShopper(), choice, getDb(), { currency: await findPageCurrency() });
}
