import type { CurrentPrice } from "@/lib/shared/catalogue";
import { discountedCents } from "@/lib/shared/money";

/** A published bundle with the games in it. */
export type BundleSet = {
  id: string;
  slug: string;
  title: string;
  discountPercent: number;
  gameIds: readonly string[];
};

/** A bundle of one game would be a discount that nobody has to complete anything for. */
export const FEWEST_GAMES = 2;

/**
 * Whether a purchase completes the bundle: each of its games is owned or bought with it, at least one is bought, and
 * all are paid in one currency. A bundle with a game that can be neither is on offer to nobody.
 */
export function completes(
  { gameIds }: BundleSet,
  prices: ReadonlyMap<string, Pick<CurrentPrice, "currency">>,
  ownedIds: ReadonlySet<string>,
): boolean {
  const missing = gameIds.filter((gameId) => !ownedIds.has(gameId));
  const currencies = missing.map((gameId) => prices.get(gameId)?.currency);
  return (
    gameIds.length >= FEWEST_GAMES && missing.length > 0 && currencies.every((one) => one && one === currencies[0])
  );
}

function isBetter(bundle: BundleSet, than: BundleSet | undefined): boolean {
  if (!than) return true;
  if (bundle.discountPercent !== than.discountPercent) return bundle.discountPercent > than.discountPercent;
  return bundle.slug < than.slug;
}

/**
 * The bundle that each bought game is cheaper by: of those that the purchase completes the one that takes most off, of
 * equal ones the first by slug. `prices` are those of the games bought together, each without a bundle. A free game
 * has none.
 */
export function chooseBundles(
  bundles: readonly BundleSet[],
  prices: ReadonlyMap<string, Pick<CurrentPrice, "currency" | "amountCents">>,
  ownedIds: ReadonlySet<string>,
): Map<string, BundleSet> {
  const chosen = new Map<string, BundleSet>();
  for (const bundle of bundles) {
    if (!completes(bundle, prices, ownedIds)) continue;
    for (const gameId of bundle.gameIds) {
      const isBought = !ownedIds.has(gameId) && (prices.get(gameId)?.amountCents ?? 0) > 0;
      if (isBought && isBetter(bundle, chosen.get(gameId))) chosen.set(gameId, bundle);
    }
  }
  return chosen;
}

/** A price less the bundle's discount, which comes on top of the promotion's. */
export function toBundlePrice(
  price: CurrentPrice,
  { discountPercent }: Pick<BundleSet, "discountPercent">,
): CurrentPrice {
  return { ...price, amountCents: discountedCents(price.amountCents, discountPercent) };
}
