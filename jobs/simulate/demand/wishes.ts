import { Random } from "@/jobs/simulate/random";
import type { World, WorldGame } from "@/jobs/simulate/world/game";
import { GENRE_SLUGS } from "@/jobs/simulate/world/genres";
import { addDays, daysBetween, toDate, weekdayOf } from "@/lib/shared/day";
import { LAUNCH_SIZE, weekdayFactor } from "./curves";
import type { Intensity } from "./intensity";
import type { Ledger } from "./ledger";
import type { Shopper } from "./shoppers";

/** A game on a shopper's wishlist; it is taken off when bought or withdrawn. */
export interface SimulatedWish {
  shopper: number;
  game: number;
  addedMs: number;
  /** Null where it is still on the list. */
  removedMs: number | null;
}

const MS_PER_DAY = 86_400_000;
/** A purchase is through, and the wish off the list, this long after the order. */
const PAYMENT_MS = 2_400;

/** Days before its release on which a game is announced. */
const ANNOUNCED_DAYS = 200;
/** Share of the shoppers who wish for a game of mean appeal before its release, and for the greatest hit. */
const WISH_SHARE = 0.09;
const WISH_SHARE_MOST = 0.5;
/** What wishes do not tell of a game's appeal: standard deviation of their log. */
const WISH_NOISE = 0.3;
/** Variance of a day's wishes: mean + mean²/k. */
const DISPERSION = 6;
/** Wishes for a game that is out, for each unit it sells. */
const WISHES_PER_UNIT = 0.07;
/** A trailer multiplies a day's wishes by this and wears off by 1/e in some days. */
const TRAILER_LIFT = 3;
const TRAILER_FADE_DAYS = 3;
/** How much likelier those who will buy in the first weeks are to wish before. */
const KEENNESS = 3;
const KEEN_DAYS = 28;
const MOST_KEEN = 8;
const ATTEMPTS = 60;
const WITHDRAWN_CHANCE = 0.06;

/** Interest on a day before the release: a slow climb since the announcement, steep in the last weeks. */
const interestBefore = (days: number) => Math.exp(-days / 18) + 0.35 * Math.exp(-days / 80);

type Shop = {
  world: World;
  intensity: Intensity;
  shoppers: readonly Shopper[];
  /** Moment of each shopper's purchase of each game, row-major by game; infinite where there is none. */
  boughtMs: Float64Array;
};

/** Who may wish for one game: when each shopper bought it, and who has wished already. */
type Pool = {
  shoppers: readonly Shopper[];
  boughtMs: Float64Array;
  /** When each bought the game that a DLC needs; null where the game needs none. */
  baseBoughtMs: Float64Array | null;
  genre: number;
  keenUntilMs: number;
  taken: Set<number>;
};

function listPurchases(world: World, ledger: Ledger, shoppers: number): Float64Array {
  const boughtMs = new Float64Array(shoppers * world.games.length).fill(Number.POSITIVE_INFINITY);
  for (let order = 0; order < ledger.orders; order += 1) {
    for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
      if (ledger.itemIsGift[item] === 1) continue;
      const cell = (ledger.itemGame[item] ?? 0) * shoppers + (ledger.orderShopper[order] ?? 0);
      boughtMs[cell] = ledger.orderPlacedMs[order] ?? 0;
    }
  }
  return boughtMs;
}

/** Expected wishes for a game by day of the store's history: before its release by its appeal, after it by its sales. */
export function layOutInterest(
  game: WorldGame,
  { world, intensity, shoppers }: { world: World; intensity: Intensity; shoppers: { length: number } },
  random: Random,
): Float64Array {
  const size = game.appeal * LAUNCH_SIZE[game.arc] * Math.exp(WISH_NOISE * random.normal());
  const total = shoppers.length * WISH_SHARE_MOST * -Math.expm1((-WISH_SHARE / WISH_SHARE_MOST) * size);
  const release = daysBetween(world.openingDay, game.releaseDate);
  const trailerDay = release - random.int(25, 90);
  const shape = Array.from({ length: ANNOUNCED_DAYS }, (_, index) => interestBefore(index + 1));
  const sum = shape.reduce((all, value) => all + value, 0);
  const expected = new Float64Array(intensity.days);
  shape.forEach((interest, index) => {
    const day = release - 1 - index;
    if (day < 0 || day >= intensity.days) return;
    const weekday = weekdayFactor(game.genres[0] ?? "action", weekdayOf(addDays(world.openingDay, day)));
    const lift = day < trailerDay ? 0 : (TRAILER_LIFT - 1) * Math.exp((trailerDay - day) / TRAILER_FADE_DAYS);
    expected[day] = ((total * interest) / sum) * weekday * (1 + lift);
  });
  for (let day = Math.max(0, release); day < intensity.days; day += 1) {
    expected[day] = WISHES_PER_UNIT * (intensity.mean[game.index * intensity.days + day] ?? 0);
  }
  return expected;
}

/** Draws who wishes for a game on a day: likely those of its genre, and those who will buy it soon. */
function drawWisher(pool: Pool, day: number, addedMs: number, random: Random): number | null {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const index = random.int(0, pool.shoppers.length - 1);
    const shopper = pool.shoppers[index];
    const bought = pool.boughtMs[index] ?? 0;
    if (!shopper || shopper.joinedIndex > day || bought <= addedMs || pool.taken.has(index)) continue;
    if (pool.baseBoughtMs && (pool.baseBoughtMs[index] ?? 0) > addedMs) continue;
    const keenness = (shopper.taste[pool.genre] ?? 1) * (bought < pool.keenUntilMs ? KEENNESS : 1);
    if (random.chance(keenness / MOST_KEEN)) return index;
  }
  return null;
}

/** When a wish is off the list: bought, or withdrawn some weeks later, or not before the end. */
function findRemoval(boughtMs: number, addedMs: number, endMs: number, random: Random): number | null {
  if (Number.isFinite(boughtMs)) return boughtMs + PAYMENT_MS;
  if (!random.chance(WITHDRAWN_CHANCE)) return null;
  const removedMs = Math.round(addedMs + random.between(2, 120) * MS_PER_DAY);
  return removedMs < endMs ? removedMs : null;
}

function* wishesOf(game: WorldGame, shop: Shop): Generator<SimulatedWish> {
  const { world, intensity, shoppers } = shop;
  const random = new Random(world.seed, `wishes ${game.slug}`);
  const expected = layOutInterest(game, shop, random);
  const openedMs = toDate(world.openingDay).getTime();
  const endMs = openedMs + intensity.days * MS_PER_DAY;
  const purchasesOf = (index: number) => shop.boughtMs.subarray(index * shoppers.length, (index + 1) * shoppers.length);
  const pool: Pool = {
    shoppers,
    boughtMs: purchasesOf(game.index),
    baseBoughtMs: game.kind === "dlc" && game.baseIndex !== null ? purchasesOf(game.baseIndex) : null,
    genre: GENRE_SLUGS.indexOf(game.genres[0] ?? "action"),
    keenUntilMs: toDate(addDays(game.releaseDate, KEEN_DAYS)).getTime(),
    taken: new Set(),
  };
  for (let day = 0; day < intensity.days; day += 1) {
    const wishes = random.negativeBinomial(expected[day] ?? 0, DISPERSION);
    for (let wish = 0; wish < wishes; wish += 1) {
      const addedMs = openedMs + day * MS_PER_DAY + random.int(0, MS_PER_DAY - 1);
      const shopper = drawWisher(pool, day, addedMs, random);
      if (shopper === null) continue;
      pool.taken.add(shopper);
      const removedMs = findRemoval(pool.boughtMs[shopper] ?? 0, addedMs, endMs, random);
      yield { shopper, game: game.index, addedMs, removedMs };
    }
  }
}

/**
 * Wishes of two years, oldest first: before a release in proportion to the game's hidden appeal, with noise, and after
 * it along with its sales. A shopper wishes for a game once, after joining and before owning it, and for a DLC only as
 * an owner of its base.
 */
export function simulateWishes(
  world: World,
  { intensity, shoppers, ledger }: { intensity: Intensity; shoppers: readonly Shopper[]; ledger: Ledger },
): SimulatedWish[] {
  const shop = { world, intensity, shoppers, boughtMs: listPurchases(world, ledger, shoppers.length) };
  return world.games.flatMap((game) => [...wishesOf(game, shop)]).sort((left, right) => left.addedMs - right.addedMs);
}
