import type { Arc } from "@/jobs/simulate/world/concept";
import type { GenreSlug } from "@/jobs/simulate/world/genres";

/** Level of each weekday, Monday first; measured on 42 Steam titles (field notes), mean 0.997. */
export const WEEKDAY_FACTORS = [0.964, 0.945, 0.933, 0.93, 0.994, 1.095, 1.123] as const;

/** First-week uplift of sales by discount stays in this range, as measured. */
export const UPLIFT_RANGE = { low: 1.08, high: 1.85 } as const;

type Decay = {
  /** Day-one buyers: share of the launch level, and days in which they thin out to 1/e. */
  dayOne: number;
  dayOneDays: number;
  /** Wait-and-see buyers: height of their wave, and the day on which it peaks. */
  waiting: number;
  waitingDays: number;
  /** Long tail: level, days after which it starts to fall, and how fast. */
  tail: number;
  tailDays: number;
  tailPower: number;
};

const DECAYS: Readonly<Record<Arc, Decay>> = {
  story: { dayOne: 0.84, dayOneDays: 8, waiting: 0.16, waitingDays: 16, tail: 0.1, tailDays: 160, tailPower: 0.7 },
  steady: { dayOne: 0.5, dayOneDays: 20, waiting: 0.16, waitingDays: 24, tail: 0.42, tailDays: 420, tailPower: 0.5 },
  live: { dayOne: 0.5, dayOneDays: 26, waiting: 0.1, waitingDays: 20, tail: 0.42, tailDays: 520, tailPower: 0.45 },
};

/** How large the launch is against a steady game of the same appeal. */
export const LAUNCH_SIZE: Readonly<Record<Arc, number>> = { story: 2.9, steady: 1, live: 1.2 };

/** How long the audience of a genre lasts, as a stretch of the decay in time. */
const STAYING_POWER: Readonly<Record<GenreSlug, number>> = {
  action: 0.9,
  adventure: 0.85,
  strategy: 1.25,
  fps: 0.95,
  simulation: 1.3,
  puzzle: 1,
  "battle-royale": 0.8,
  multiplayer: 0.9,
  survival: 1.1,
  card: 1.1,
  rpg: 1.1,
  "open-world": 1.05,
  sandbox: 1.35,
  moba: 1,
};

/** How much a genre's weekend differs from its week, as an exponent on the weekday factors. */
const WEEKEND_WEIGHT: Readonly<Record<GenreSlug, number>> = {
  action: 1,
  adventure: 0.95,
  strategy: 0.9,
  fps: 1.1,
  simulation: 0.85,
  puzzle: 0.7,
  "battle-royale": 1.2,
  multiplayer: 1.35,
  survival: 1.05,
  card: 0.85,
  rpg: 1,
  "open-world": 1,
  sandbox: 1,
  moba: 1.1,
};

/** Demand at an age in days, 1 on the release day; `quality` (0 to 1) is what the waiting buyers hear of it. */
export function ageLevel(arc: Arc, genre: GenreSlug, ageDays: number, quality: number): number {
  const decay = DECAYS[arc];
  const stretch = STAYING_POWER[genre];
  const dayOne = decay.dayOne * Math.exp(-ageDays / (decay.dayOneDays * stretch));
  const wave = ageDays / (decay.waitingDays * stretch);
  const waiting = decay.waiting * (quality / 0.8) ** 3 * wave * Math.exp(1 - wave);
  const tail = decay.tail * (1 + ageDays / (decay.tailDays * stretch)) ** -decay.tailPower;
  return (dayOne + waiting + tail) / (decay.dayOne + decay.tail);
}

/** Factor of a weekday (Monday 0) for a genre. */
export function weekdayFactor(genre: GenreSlug, weekday: number): number {
  return (WEEKDAY_FACTORS[weekday] ?? 1) ** WEEKEND_WEIGHT[genre];
}

/**
 * Factor on sales on the n-th day (from 0) of a discount of that many percent: strongest on the first two days, worn
 * off by the second week. `elasticity` is 1 for the usual game.
 */
export function saleUplift(percent: number, dayOfSale: number, elasticity: number): number {
  const firstWeek = Math.min(UPLIFT_RANGE.high, Math.max(UPLIFT_RANGE.low, 1 + (0.04 + 0.0088 * percent) * elasticity));
  const wear = dayOfSale < 2 ? 1.18 : Math.max(0.5, 1.02 - 0.045 * (dayOfSale - 2));
  return 1 + (firstWeek - 1) * wear;
}
