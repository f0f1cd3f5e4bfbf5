import { DEFAULT_CURRENCY, type ShopCurrency, toShopCurrency } from "@/lib/shared/currency";

/** Where ranges begin, in minor units: round amounts of each currency that are worth about the same. */
const STEPS: Record<ShopCurrency, readonly number[]> = {
  USD: [0, 500, 1000, 2000, 4000],
  EUR: [0, 500, 1000, 2000, 4000],
  GBP: [0, 500, 1000, 2000, 4000],
  JPY: [0, 750, 1500, 3000, 6000],
  BRL: [0, 2500, 5000, 10000, 20000],
};

/** The ranges that a price facet offers in a currency: each ends before the next, the last is open. */
export function listPriceRanges(currency: string): { minCents: number; maxCents: number | null }[] {
  const steps = STEPS[toShopCurrency(currency) ?? DEFAULT_CURRENCY];
  return steps.map((minCents, place) => {
    const next = steps[place + 1];
    return { minCents, maxCents: next === undefined ? null : next - 1 };
  });
}
