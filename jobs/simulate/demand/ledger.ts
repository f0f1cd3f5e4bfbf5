import { Random } from "@/jobs/simulate/random";
import type { World } from "@/jobs/simulate/world/game";
import { listPriceOn } from "@/jobs/simulate/world/pricing";
import { addDays, toDate } from "@/lib/shared/day";
import { discountedCents } from "@/lib/shared/money";
import type { Intensity } from "./intensity";
import type { Sales } from "./sales";

/** Orders of the store's history in the order in which they were placed, and their items grouped by order. */
export interface Ledger {
  orders: number;
  items: number;
  orderShopper: Uint16Array;
  /** Epoch milliseconds. */
  orderPlacedMs: Float64Array;
  orderTotalCents: Uint32Array;
  /** Items of order n are those from `firstItem[n]` up to `firstItem[n + 1]`. */
  firstItem: Uint32Array;
  itemGame: Uint8Array;
  itemListCents: Uint32Array;
  itemPercent: Uint8Array;
  itemUnitCents: Uint32Array;
  itemIsGift: Uint8Array;
}

/** Relative shopping by hour of the day, UTC. */
const HOURS = [3, 2, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 8, 9, 10, 12, 13, 12, 10, 7, 5] as const;
/** Orders end some minutes before midnight, so that their payment falls on the same day. */
const LAST_MS = 86_000_000;

function listPrices(world: World, days: number): Uint32Array {
  const prices = new Uint32Array(world.games.length * days);
  for (const game of world.games) {
    for (let day = 0; day < days; day += 1) {
      prices[game.index * days + day] = listPriceOn(game.priceSteps, addDays(world.openingDay, day)).USD;
    }
  }
  return prices;
}

function allocate(sales: Sales): Ledger {
  const size = sales.count;
  return {
    orders: 0,
    items: 0,
    orderShopper: new Uint16Array(size),
    orderPlacedMs: new Float64Array(size),
    orderTotalCents: new Uint32Array(size),
    firstItem: new Uint32Array(size + 1),
    itemGame: new Uint8Array(size),
    itemListCents: new Uint32Array(size),
    itemPercent: new Uint8Array(size),
    itemUnitCents: new Uint32Array(size),
    itemIsGift: new Uint8Array(size),
  };
}

type Basket = { shopper: number; msOfDay: number; sales: number[] };

/** A shopper's units of one day are one order, at one moment of that day. */
function groupDay(sales: Sales, from: number, to: number, random: Random): Basket[] {
  const baskets = new Map<number, Basket>();
  for (let index = from; index < to; index += 1) {
    const shopper = sales.shopper[index] ?? 0;
    const basket = baskets.get(shopper);
    if (basket) basket.sales.push(index);
    else {
      const msOfDay = Math.min(LAST_MS, random.weightedIndex(HOURS) * 3_600_000 + random.int(0, 3_599_999));
      baskets.set(shopper, { shopper, msOfDay, sales: [index] });
    }
  }
  return [...baskets.values()].sort((left, right) => left.msOfDay - right.msOfDay);
}

/** Turns sold units into orders at the prices of their day. */
export function buildLedger(world: World, intensity: Intensity, sales: Sales): Ledger {
  const random = new Random(world.seed, "ledger");
  const prices = listPrices(world, intensity.days);
  const ledger = allocate(sales);
  for (let from = 0, day = 0; from < sales.count; day += 1) {
    let to = from;
    while (to < sales.count && sales.day[to] === day) to += 1;
    const midnight = toDate(addDays(world.openingDay, day)).getTime();
    for (const basket of groupDay(sales, from, to, random)) {
      writeOrder(ledger, basket, midnight + basket.msOfDay, (index) => {
        const game = sales.game[index] ?? 0;
        const cell = game * intensity.days + day;
        return {
          game,
          isGift: sales.isGift[index] ?? 0,
          list: prices[cell] ?? 0,
          percent: intensity.percent[cell] ?? 0,
        };
      });
    }
    from = to;
  }
  ledger.firstItem[ledger.orders] = ledger.items;
  return ledger;
}

type Line = { game: number; isGift: number; list: number; percent: number };

function writeOrder(ledger: Ledger, basket: Basket, placedMs: number, lineOf: (sale: number) => Line): void {
  const order = ledger.orders;
  ledger.orderShopper[order] = basket.shopper;
  ledger.orderPlacedMs[order] = placedMs;
  ledger.firstItem[order] = ledger.items;
  let total = 0;
  for (const sale of basket.sales) {
    const line = lineOf(sale);
    const unitCents = discountedCents(line.list, line.percent);
    ledger.itemGame[ledger.items] = line.game;
    ledger.itemListCents[ledger.items] = line.list;
    ledger.itemPercent[ledger.items] = line.percent;
    ledger.itemUnitCents[ledger.items] = unitCents;
    ledger.itemIsGift[ledger.items] = line.isGift;
    ledger.items += 1;
    total += unitCents;
  }
  ledger.orderTotalCents[order] = total;
  ledger.orders += 1;
}
