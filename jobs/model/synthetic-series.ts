import { toWeekday, toYearAngle } from "./calendar";
import { createRandom, drawNormal, type Random } from "./random";
import type { GameSeries } from "./series";

const WEEKDAY = [0.96, 0.95, 0.93, 0.93, 0.99, 1.1, 1.13];
const GENRES = ["action", "puzzle", "rpg", "strategy"];

/** Genres of the synthetic store. */
export const SYNTHETIC_GENRES: readonly string[] = GENRES;

function drawPoisson(random: Random, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** Discount rate of each day: a sale of 7 to 14 days now and then. */
function drawDiscounts(random: Random, days: number): Float64Array {
  const rates = new Float64Array(days);
  let t = 45 + Math.floor(random() * 60);
  while (t < days) {
    const length = 7 + Math.floor(random() * 8);
    rates.fill([0.2, 0.33, 0.5, 0.75][Math.floor(random() * 4)] ?? 0.2, t, Math.min(days, t + length));
    t += length + 40 + Math.floor(random() * 80);
  }
  return rates;
}

/** Interest by a stream of its own, so that it changes no other draw: wishes before a release foretell its level. */
function drawInterest(units: Float64Array, firstAge: number, { seed, level }: { seed: number; level: number }) {
  const random = createRandom(seed);
  const sights = 400 * level * Math.exp(0.3 * drawNormal(random));
  return {
    wishlistAdds: units.map((sold) => drawPoisson(random, 0.2 * sold)),
    preReleaseWishlists: firstAge === 0 ? Math.round(sights) : Number.NaN,
    publisherRecord: new Float64Array(units.length).fill(3 + drawNormal(random)),
  };
}

function createGame(random: Random, index: number, lastDay: number, maxDays: number): GameSeries {
  const days = random() < 0.5 ? maxDays : 30 + Math.floor(random() * (maxDays - 30));
  const firstDay = lastDay - days + 1;
  const firstAge = days === maxDays ? Math.floor(random() * 900) : 0;
  const discountRate = drawDiscounts(random, days);
  const level = Math.exp(0.3 + 1.2 * drawNormal(random));
  const floor = 0.2 + 0.5 * random();
  const uplift = 0.6 + 2 * random();
  const units = Float64Array.from(discountRate, (rate, t) => {
    const age = firstAge + t;
    const decay = floor + 3 * Math.exp(-age / 12) + Math.exp(-age / 150);
    const season = 1 + 0.25 * Math.cos(toYearAngle(firstDay + t) + 0.2);
    const mean = level * decay * season * (WEEKDAY[toWeekday(firstDay + t)] ?? 1) * (1 + uplift * 2 * rate);
    return drawPoisson(random, mean * Math.exp(0.2 * drawNormal(random)));
  });
  return {
    gameId: `game-${index}`,
    slug: `game-${index}`,
    firstDay,
    firstAge,
    units,
    discountRate,
    unitPriceCents: new Float64Array(days).fill(999 + 1000 * Math.floor(random() * 5)),
    reviewScore: new Float64Array(days).fill(Math.floor(random() * 6)),
    rating: new Float64Array(days).fill(2 + 3 * random()),
    ...drawInterest(units, firstAge, { seed: index, level }),
    genres: [GENRES[index % GENRES.length] ?? "action"],
  };
}

/** A seeded store of games with launches, weekdays, seasons and sales, for tests and benchmarks. */
export function createSyntheticStore(options: {
  games: number;
  days: number;
  lastDay: number;
  seed: number;
}): GameSeries[] {
  const random = createRandom(options.seed);
  return Array.from({ length: options.games }, (_, i) => createGame(random, i, options.lastDay, options.days));
}
