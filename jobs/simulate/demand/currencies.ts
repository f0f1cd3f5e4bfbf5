import { hashText } from "@/jobs/simulate/random";
import { DEFAULT_CURRENCY, type ShopCurrency } from "@/lib/shared/currency";

/** Percent of the shoppers who pay in another currency than the one that the world's games are priced in. */
const FOREIGN_PERCENT: readonly (readonly [ShopCurrency, number])[] = [
  ["EUR", 6],
  ["GBP", 3],
  ["JPY", 2],
  ["BRL", 2],
];

/** What a shopper pays in, always the same: drawn from who it is, so that nothing else of the world depends on it. */
export function currencyOf(shopper: { id: string } | undefined): ShopCurrency {
  let left = hashText(`currency ${shopper?.id}`) % 100;
  for (const [currency, percent] of FOREIGN_PERCENT) {
    if (left < percent) return currency;
    left -= percent;
  }
  return DEFAULT_CURRENCY;
}
