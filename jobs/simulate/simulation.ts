import type { Day } from "@/lib/shared/day";
import { computeIntensity, type Intensity } from "./demand/intensity";
import { buildLedger, type Ledger } from "./demand/ledger";
import { type SimulatedRefund, simulateRefunds } from "./demand/refunds";
import { type LivedReview, liveReviews } from "./demand/review-life";
import { simulateReviews } from "./demand/reviews";
import { type Sales, simulateSales } from "./demand/sales";
import { buildShoppers, type Shopper } from "./demand/shoppers";
import { type SimulatedWish, simulateWishes } from "./demand/wishes";
import type { World } from "./world/game";
import { buildWorld, DEFAULT_SEED } from "./world/world";

/** Everything that happened in the demo world: a pure function of day, seed and scale. */
export interface Simulation {
  world: World;
  intensity: Intensity;
  shoppers: readonly Shopper[];
  sales: Sales;
  ledger: Ledger;
  refunds: readonly SimulatedRefund[];
  reviews: readonly LivedReview[];
  wishes: readonly SimulatedWish[];
}

/** Shoppers and order items of the demo at full scale. */
export const FULL_SCALE = { shoppers: 5000, units: 332_000 } as const;

/** Builds the world up to `day` and lives through its two years; `scale` (0 to 1) takes fewer shoppers and sales. */
export function simulate({
  day,
  seed = DEFAULT_SEED,
  scale = 1,
}: {
  day: Day;
  seed?: number;
  scale?: number;
}): Simulation {
  if (!(scale > 0 && scale <= 1)) throw new Error(`scale must be above 0 and at most 1, is ${scale}`);
  const size = { shoppers: Math.max(20, Math.round(FULL_SCALE.shoppers * scale)), units: FULL_SCALE.units * scale };
  const world = buildWorld({ day, seed });
  const intensity = computeIntensity(world, { totalUnits: size.units, shoppers: size.shoppers });
  const shoppers = buildShoppers(world, size.shoppers, intensity.days);
  const sales = simulateSales(world, intensity, shoppers);
  const ledger = buildLedger(world, intensity, sales);
  const refunds = simulateRefunds(world, ledger);
  const reviews = liveReviews(world, simulateReviews(world, ledger, refunds), shoppers.length);
  const wishes = simulateWishes(world, { intensity, shoppers, ledger });
  return { world, intensity, shoppers, sales, ledger, refunds, reviews, wishes };
}
