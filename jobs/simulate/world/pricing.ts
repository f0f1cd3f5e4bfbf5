import type { Random } from "@/jobs/simulate/random";
import { addDays, type Day, daysBetween } from "@/lib/shared/day";
import type { Scale } from "./concept";
import type { PriceStep, Prices } from "./game";

/** What one price point costs in each currency, in minor units, as stores set them. */
const PRICE_POINTS: readonly Prices[] = [
  { USD: 499, EUR: 499, GBP: 429 },
  { USD: 799, EUR: 779, GBP: 669 },
  { USD: 999, EUR: 975, GBP: 849 },
  { USD: 1299, EUR: 1279, GBP: 1099 },
  { USD: 1499, EUR: 1479, GBP: 1279 },
  { USD: 1799, EUR: 1749, GBP: 1509 },
  { USD: 1999, EUR: 1950, GBP: 1675 },
  { USD: 2499, EUR: 2450, GBP: 2099 },
  { USD: 2999, EUR: 2899, GBP: 2499 },
  { USD: 3499, EUR: 3399, GBP: 2999 },
  { USD: 3999, EUR: 3899, GBP: 3399 },
  { USD: 4999, EUR: 4999, GBP: 4299 },
  { USD: 5999, EUR: 5999, GBP: 4999 },
  { USD: 6999, EUR: 6999, GBP: 5999 },
  { USD: 7999, EUR: 7999, GBP: 6499 },
];

const FREE: Prices = { USD: 0, EUR: 0, GBP: 0 };

/** First and last price point that a production of each scale is launched at. */
const LAUNCH_POINTS: Readonly<Record<Scale | "dlc", readonly [number, number]>> = {
  dlc: [1, 6],
  indie: [1, 6],
  mid: [7, 10],
  big: [11, 13],
};

/** A list price is cut about this many days after release, one or two price points. */
const FIRST_CUT_DAYS: readonly [number, number] = [420, 720];
const CUT_CHANCE = 0.55;

function pointAt(index: number): Prices {
  const point = PRICE_POINTS[Math.min(PRICE_POINTS.length - 1, Math.max(0, index))];
  if (!point) throw new Error(`no price point ${index}`);
  return point;
}

/** The list prices of a game over time; `shift` moves its price point, as a deluxe edition's. */
export function planPrices(
  input: { kind: Scale | "dlc"; isFree: boolean; shift: number; releaseDate: Day; day: Day },
  random: Random,
): PriceStep[] {
  const { kind, isFree, shift, releaseDate, day } = input;
  if (isFree) return [{ validFrom: releaseDate, prices: FREE }];
  const launchPoint = random.int(...LAUNCH_POINTS[kind]) + shift;
  const steps: PriceStep[] = [{ validFrom: releaseDate, prices: pointAt(launchPoint) }];
  const cutAfter = random.int(...FIRST_CUT_DAYS);
  const cut = random.int(1, 2);
  const isCut = random.chance(CUT_CHANCE) && daysBetween(releaseDate, day) > cutAfter + 30;
  if (isCut && launchPoint - cut >= 1) {
    steps.push({ validFrom: addDays(releaseDate, cutAfter), prices: pointAt(launchPoint - cut) });
  }
  return steps;
}

/** The list price in force on a day; before the first step, that of the first. */
export function listPriceOn(steps: readonly PriceStep[], day: Day): Prices {
  const inForce = steps.findLast((step) => step.validFrom <= day) ?? steps[0];
  if (!inForce) throw new Error("a game without a price");
  return inForce.prices;
}
