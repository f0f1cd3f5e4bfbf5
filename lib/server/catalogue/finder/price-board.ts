import { discountedCents } from "@/lib/shared/money";
import type { GameTable, KeptFacts } from "./game-table";

/** Amount of a game without a price in the board's currency. */
export const NO_PRICE = -1;

/**
 * What every game costs in a currency from one start or end of a promotion to the next: within that span no price moves
 * but by a write, which `update` follows.
 */
export type PriceBoard = {
  currency: string;
  fromMs: number;
  untilMs: number;
  /** Minor units; `NO_PRICE` for games that are not sold in the currency. */
  amounts: Int32Array;
  discounts: Uint8Array;
  update(ordinal: number): void;
};

function findDiscount({ offers }: KeptFacts, atMs: number): number {
  let deepest = 0;
  for (const { discountPercent, startsAtMs, endsAtMs } of offers) {
    if (startsAtMs <= atMs && atMs < endsAtMs && discountPercent > deepest) deepest = discountPercent;
  }
  return deepest;
}

/** The last start or end of a promotion up to the moment, and the first after it. */
function findSpan(table: GameTable, atMs: number): { fromMs: number; untilMs: number } {
  let fromMs = Number.NEGATIVE_INFINITY;
  let untilMs = Number.POSITIVE_INFINITY;
  for (const facts of table.facts) {
    for (const { startsAtMs, endsAtMs } of facts?.offers ?? []) {
      for (const boundary of [startsAtMs, endsAtMs]) {
        if (boundary <= atMs) fromMs = Math.max(fromMs, boundary);
        else untilMs = Math.min(untilMs, boundary);
      }
    }
  }
  return { fromMs, untilMs };
}

/**
 * The prices in a currency at a moment, as `computePrice` gives them. A game that is free in its own currency is free in each,
 * and one without a price in its own is for sale in none.
 */
export function createPriceBoard(table: GameTable, currency: string, atMs: number): PriceBoard {
  const amounts = new Int32Array(table.capacity).fill(NO_PRICE);
  const discounts = new Uint8Array(table.capacity);
  const update = (ordinal: number) => {
    const facts = table.facts[ordinal];
    const own = facts?.prices[facts.currency];
    const list = own === undefined ? undefined : (facts?.prices[currency] ?? (own === 0 ? 0 : undefined));
    const discount = facts && (list ?? own ?? 0) > 0 ? findDiscount(facts, atMs) : 0;
    amounts[ordinal] = list === undefined ? NO_PRICE : discountedCents(list, discount);
    discounts[ordinal] = discount;
  };
  for (let ordinal = 0; ordinal < table.facts.length; ordinal += 1) update(ordinal);
  return { currency, ...findSpan(table, atMs), amounts, discounts, update };
}
