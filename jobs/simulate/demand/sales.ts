import { Random } from "@/jobs/simulate/random";
import type { World, WorldGame } from "@/jobs/simulate/world/game";
import { GENRE_SLUGS } from "@/jobs/simulate/world/genres";
import { daysBetween } from "@/lib/shared/day";
import { BuyerPool } from "./buyer-pool";
import type { Intensity } from "./intensity";
import type { Shopper } from "./shoppers";

/** Every sold unit in the order of its day; parallel columns, one entry a unit. */
export interface Sales {
  count: number;
  day: Uint16Array;
  shopper: Uint16Array;
  game: Uint8Array;
  /** 1 where the unit is a key for somebody outside the store, so that the buyer's library does not gain it. */
  isGift: Uint8Array;
}

/** Variance of a day's units: mean + mean²/k. */
const DISPERSION = 16;
/** Units per basket on a usual day. */
const BASKET = 1.25;
const GIFT_CHANCE = 0.035;
const GIFT_CHANCE_DECEMBER = 0.1;
/** Shoppers compared for each unit. */
const CANDIDATES = 14;

/** Weight of a shopper's patience for a game of that age at that discount. */
function patienceWeight(patience: Shopper["patience"], ageDays: number, percent: number): number {
  if (patience === "day-one") return ageDays < 14 ? 3 : 0.7;
  if (patience === "wait-and-see") return ageDays < 10 ? 0.5 : 1.3;
  return percent > 0 ? 1.2 + percent / 30 : 0.5;
}

type Sale = { day: number; game: WorldGame; ageDays: number; percent: number; genre: number };

class SalesWriter {
  readonly sales: Sales;

  constructor(capacity: number) {
    this.sales = {
      count: 0,
      day: new Uint16Array(capacity),
      shopper: new Uint16Array(capacity),
      game: new Uint8Array(capacity),
      isGift: new Uint8Array(capacity),
    };
  }

  add(day: number, shopper: number, game: number, isGift: boolean): void {
    const at = this.sales.count;
    this.sales.day[at] = day;
    this.sales.shopper[at] = shopper;
    this.sales.game[at] = game;
    this.sales.isGift[at] = isGift ? 1 : 0;
    this.sales.count += 1;
  }
}

function pickBuyer(sale: Sale, pool: BuyerPool, shoppers: readonly Shopper[], random: Random): number | null {
  const weights = new Float64Array(CANDIDATES);
  const candidates = pool.drawCandidates(CANDIDATES, sale.game, random);
  candidates.forEach((index, position) => {
    const shopper = shoppers[index];
    if (shopper)
      weights[position] =
        (shopper.taste[sale.genre] ?? 1) * patienceWeight(shopper.patience, sale.ageDays, sale.percent);
  });
  if (candidates.length === 0) return pool.findAnyone(sale.game, random);
  return candidates[random.weightedIndex(weights.subarray(0, candidates.length))] ?? null;
}

function sellUnit(
  sale: Sale,
  context: { pool: BuyerPool; shoppers: readonly Shopper[]; writer: SalesWriter; random: Random; giftChance: number },
): void {
  const { pool, random, writer } = context;
  const wantsGift = sale.game.kind === "base" && !sale.game.isFree && random.chance(context.giftChance);
  const buyer = wantsGift ? null : pickBuyer(sale, pool, context.shoppers, random);
  if (buyer !== null) {
    pool.own(buyer, sale.game.index);
    writer.add(sale.day, buyer, sale.game.index, false);
    return;
  }
  if (sale.game.kind !== "base" || sale.game.isFree) return;
  const giver = pool.findGiver(sale.game.index, random);
  if (giver !== null) writer.add(sale.day, giver, sale.game.index, true);
}

/**
 * Draws each day's units of each game (negative binomial around their expectation) and who bought them. A shopper
 * owns a game once; where everybody has it, the unit is bought as a gift key, so that the series keeps its shape.
 */
export function simulateSales(world: World, intensity: Intensity, shoppers: readonly Shopper[]): Sales {
  const random = new Random(world.seed, "sales");
  const expected = intensity.mean.reduce((total, value) => total + value, 0);
  const writer = new SalesWriter(Math.ceil(expected * 1.1) + 10_000);
  const pool = new BuyerPool(shoppers, world.games.length);
  const sold = new Uint16Array(world.games.length);
  for (let day = 0; day < intensity.days; day += 1) {
    let total = 0;
    for (let game = 0; game < sold.length; game += 1) {
      sold[game] = random.negativeBinomial(intensity.mean[game * intensity.days + day] ?? 0, DISPERSION);
      total += sold[game] ?? 0;
    }
    pool.openDay(day, Math.ceil(total / BASKET) + 4, random);
    const isDecember = new Date(Date.parse(world.openingDay) + day * 86_400_000).getUTCMonth() === 11;
    const context = { pool, shoppers, writer, random, giftChance: isDecember ? GIFT_CHANCE_DECEMBER : GIFT_CHANCE };
    for (const game of world.games) {
      const percent = intensity.percent[game.index * intensity.days + day] ?? 0;
      const ageDays = day - daysBetween(world.openingDay, game.releaseDate);
      const sale = { day, game, ageDays, percent, genre: GENRE_SLUGS.indexOf(game.genres[0] ?? "action") };
      for (let unit = 0; unit < (sold[game.index] ?? 0); unit += 1) sellUnit(sale, context);
    }
  }
  return writer.sales;
}
