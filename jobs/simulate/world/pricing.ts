import type { Random } from "@/jobs/simulate/random";
import { addDays, type Day, daysBetween } from "@/lib/shared/day";
import { type TierPrices, toTierPrices } from "@/lib/shared/price-tiers";
import type { Scale } from "./concept";
import type { PriceStep } from "./game";

/** US prices that games of this world are sold at, in cents; the shop's price table has the others. */
const PRICE_POINTS: readonly number[] = [
  499, 799, 999, 1299, 1499, 1799, 1999, 2499, 2999, 3499, 3999, 4999, 5999, 6999, 7999,
];

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

function pointAt(index: number): TierPrices {
  const point = PRICE_POINTS[Math.min(PRICE_POINTS.length - 1, Math.max(0, index))];
  if (!point) throw new Error(`no price point ${index}`);
  return toTierPrices(point);
}

/** The list prices of a game over time; `shift` moves its price point, as a deluxe edition's. */
export function planPrices(
  input: { kind: Scale | "dlc"; isFree: boolean; shift: number; releaseDate: Day; day: Day },
  random: Random,
): PriceStep[] {
  const { kind, isFree, shift, releaseDate, day } = input;
  if (isFree) return [{ validFrom: releaseDate, prices: toTierPrices(0) }];
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
export function listPriceOn(steps: readonly PriceStep[], day: Day): TierPrices {
  const inForce = steps.findLast((step) => step.validFrom <= day) ?? steps[0];
  if (!inForce) throw new Error("a game without a price");
  return inForce.prices;
}
