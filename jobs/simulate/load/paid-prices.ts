import { currencyOf } from "@/jobs/simulate/demand/currencies";
import type { Simulation } from "@/jobs/simulate/simulation";
import { listPriceOn } from "@/jobs/simulate/world/pricing";
import { DEFAULT_CURRENCY, type ShopCurrency } from "@/lib/shared/currency";
import { toDay } from "@/lib/shared/day";
import { discountedCents } from "@/lib/shared/money";

/** What was paid for a unit; `baseCents` is the price in the game's own currency where that is another. */
export type PaidPrice = { listCents: number; percent: number; unitCents: number; baseCents: number | null };

/** What the ledger's orders, which are kept in the games' currency, were paid in their shoppers' currencies. */
export class PaidPrices {
  constructor(private readonly simulation: Simulation) {}

  /** The currency of an order. */
  currencyOf(order: number): ShopCurrency {
    const { ledger, shoppers } = this.simulation;
    return currencyOf(shoppers[ledger.orderShopper[order] ?? 0]);
  }

  /** The price of an item in the currency of its order. */
  priceOf(order: number, item: number): PaidPrice {
    const { ledger, world } = this.simulation;
    const currency = this.currencyOf(order);
    const percent = ledger.itemPercent[item] ?? 0;
    const own = { listCents: ledger.itemListCents[item] ?? 0, percent, unitCents: ledger.itemUnitCents[item] ?? 0 };
    const game = world.games[ledger.itemGame[item] ?? 0];
    if (currency === DEFAULT_CURRENCY || !game) return { ...own, baseCents: null };
    const day = toDay(new Date(ledger.orderPlacedMs[order] ?? 0));
    const listCents = listPriceOn(game.priceSteps, day)[currency];
    return { listCents, percent, unitCents: discountedCents(listCents, percent), baseCents: own.unitCents };
  }

  /** The sum of an order in its currency. */
  totalOf(order: number): number {
    const { ledger } = this.simulation;
    let total = 0;
    for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
      total += this.priceOf(order, item).unitCents;
    }
    return total;
  }
}
