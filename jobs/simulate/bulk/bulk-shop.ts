import { computeIntensity, type Intensity } from "@/jobs/simulate/demand/intensity";
import { layOutInterest } from "@/jobs/simulate/demand/wishes";
import { Random } from "@/jobs/simulate/random";
import type { World, WorldGame } from "@/jobs/simulate/world/game";
import { namedUuid } from "@/jobs/simulate/world/ids";
import { listPriceOn } from "@/jobs/simulate/world/pricing";
import { buildWorld, DEFAULT_SEED, HISTORY_DAYS } from "@/jobs/simulate/world/world";
import { addDays, type Day } from "@/lib/shared/day";
import { discountedCents } from "@/lib/shared/money";

/** How large a bulk shop is: games, order items over two years, and shoppers. */
export type BulkSize = { games: number; items: number; shoppers: number };

/** One of the worlds that a bulk shop is put together from; their games differ by seed. */
export type BulkWorld = { copy: number; world: World; intensity: Intensity; games: readonly WorldGame[] };

/** A game's sales of a day. */
export type BulkUnits = { game: number; day: number; units: number; listCents: number; percent: number; cents: number };

/** Variances of a day's units and wishes: mean + mean²/k. */
const SALES_DISPERSION = 16;
const WISH_DISPERSION = 6;

/** Shoppers that wishes are drawn from, for each game: more would fill the table with wishes alone. */
const WISHERS_PER_GAME = 2.5;

/** Id of a game of one of the worlds. */
export const toGameId = (copy: number, { slug }: { slug: string }) => namedUuid(`bulk ${copy} game ${slug}`);

/** Id of a publisher of one of the worlds. */
export const toPublisherId = (copy: number, { slug }: { slug: string }) => namedUuid(`bulk ${copy} publisher ${slug}`);

/**
 * A shop of thousands of games: as many of the simulator's worlds as it takes, each from another seed, with the demand
 * curves of all of them scaled to the wanted number of sold units.
 */
export function planBulkShop(day: Day, size: BulkSize): BulkWorld[] {
  const worlds: BulkWorld[] = [];
  for (let planned = 0; planned < size.games; ) {
    const copy = worlds.length;
    const world = buildWorld({ day, seed: DEFAULT_SEED + 1 + copy });
    const games = world.games.slice(0, size.games - planned);
    const totalUnits = (size.items * world.games.length) / size.games;
    const intensity = computeIntensity(world, { totalUnits, shoppers: size.shoppers });
    worlds.push({ copy, world, intensity, games });
    planned += games.length;
  }
  return worlds;
}

/** Units of each game and day on which it sold, with the prices of the day; `offset` is added to the games' numbers. */
export function* drawUnits({ world, intensity, games }: BulkWorld, offset: number): Generator<BulkUnits> {
  for (const game of games) {
    const random = new Random(world.seed, `bulk sales ${game.slug}`);
    for (let day = 0; day < HISTORY_DAYS; day += 1) {
      const cell = game.index * intensity.days + day;
      const units = random.negativeBinomial(intensity.mean[cell] ?? 0, SALES_DISPERSION);
      if (units === 0) continue;
      const listCents = listPriceOn(game.priceSteps, addDays(world.openingDay, day)).USD;
      const percent = intensity.percent[cell] ?? 0;
      yield { game: offset + game.index, day, units, listCents, percent, cents: discountedCents(listCents, percent) };
    }
  }
}

/** Wishes of each game and day. */
export function* drawWishes(bulk: BulkWorld, offset: number): Generator<{ game: number; day: number; wishes: number }> {
  const shoppers = { length: WISHERS_PER_GAME * 1000 };
  for (const game of bulk.games) {
    const random = new Random(bulk.world.seed, `bulk wishes ${game.slug}`);
    const expected = layOutInterest(game, { world: bulk.world, intensity: bulk.intensity, shoppers }, random);
    for (let day = 0; day < HISTORY_DAYS; day += 1) {
      const wishes = random.negativeBinomial(expected[day] ?? 0, WISH_DISPERSION);
      if (wishes > 0) yield { game: offset + game.index, day, wishes };
    }
  }
}
