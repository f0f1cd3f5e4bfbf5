import type { CartLine, CartTotal } from "./cart";

/** The sum of each currency in the cart, in the order in which the currencies appear. */
export function computeCartTotals(lines: readonly CartLine[]): CartTotal[] {
  const totals = new Map<string, CartTotal>();
  for (const { price, gameId } of lines) {
    if (!price) continue;
    const total = totals.get(price.currency) ?? { currency: price.currency, amountCents: 0, gameIds: [] };
    total.amountCents += price.amountCents;
    total.gameIds.push(gameId);
    totals.set(price.currency, total);
  }
  return [...totals.values()];
}

/** What promotions and bundles take off the list prices of the games in a total. */
export function computeSavedCents(lines: readonly CartLine[], total: CartTotal): number {
  const summed = lines.filter(({ gameId }) => total.gameIds.includes(gameId));
  return summed.reduce((saved, { price }) => saved + (price ? price.listCents - price.amountCents : 0), 0);
}
