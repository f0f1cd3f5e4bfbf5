import type { ShopCurrency } from "./currency";

/** A list price in each currency, in its minor units: whole yen, cents of the others. */
export type TierPrices = Readonly<Record<ShopCurrency, number>>;

const tier = (USD: number, EUR: number, GBP: number, JPY: number, BRL: number): TierPrices => ({
  USD,
  EUR,
  GBP,
  JPY,
  BRL,
});

const DEAREST = tier(7999, 7999, 6999, 11200, 27999);

/**
 * The shop's price table, by the US price. Set by hand for what people pay in each country, with the endings that they
 * are used to: .99 (pounds .49 too), round yen. No exchange rates: those move every day, and prices do not.
 */
export const PRICE_TIERS: readonly TierPrices[] = [
  tier(0, 0, 0, 0, 0),
  tier(99, 99, 99, 150, 499),
  tier(199, 199, 149, 300, 799),
  tier(299, 299, 249, 450, 1099),
  tier(399, 399, 349, 600, 1499),
  tier(499, 499, 449, 700, 1799),
  tier(599, 599, 499, 900, 2199),
  tier(799, 799, 699, 1200, 2799),
  tier(999, 999, 899, 1500, 3499),
  tier(1299, 1299, 1099, 1900, 4499),
  tier(1499, 1499, 1299, 2200, 4999),
  tier(1799, 1799, 1499, 2600, 5999),
  tier(1999, 1999, 1699, 2900, 6499),
  tier(2499, 2499, 2099, 3600, 7999),
  tier(2999, 2999, 2499, 4300, 9999),
  tier(3499, 3499, 2999, 5000, 11499),
  tier(3999, 3999, 3499, 5800, 12999),
  tier(4999, 4999, 4299, 7200, 15999),
  tier(5999, 5999, 4999, 8600, 19999),
  tier(6999, 6999, 5999, 9800, 24999),
  DEAREST,
];

/** Above the table prices end on whole hundreds of minor units, less one where they end in 9s. */
function endWell(currency: ShopCurrency, cents: number): number {
  const hundreds = Math.ceil(cents / 100) * 100;
  return currency === "JPY" ? hundreds : hundreds - 1;
}

/** Beyond the dearest tier, as much more in each currency as in the one that is known. */
function extrapolate(cents: number, currency: ShopCurrency): TierPrices {
  const inOther = (other: ShopCurrency) => endWell(other, (DEAREST[other] * cents) / DEAREST[currency]);
  return tier(inOther("USD"), inOther("EUR"), inOther("GBP"), inOther("JPY"), inOther("BRL"));
}

/**
 * What a game of a list price costs in each currency: the prices of the cheapest tier that is not below it. The price
 * that is known, in US cents unless said otherwise, stays as it is.
 */
export function toTierPrices(cents: number, currency: ShopCurrency = "USD"): TierPrices {
  const found = PRICE_TIERS.find((tierPrices) => tierPrices[currency] >= cents);
  return { ...(found ?? extrapolate(cents, currency)), [currency]: cents };
}
