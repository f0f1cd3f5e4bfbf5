import type { ForecastKind } from "@/lib/shared/forecast";
import type { Caution, PricePlan } from "@/lib/shared/forecast-plan";
import { type DayPrice, isInPlan } from "./day-prices";

/** What was seen so far of discounts, in whole percent, and of list prices, in minor units; of both each once. */
export type SeenPrices = {
  gameDepths: readonly number[];
  storeDepths: readonly number[];
  gamePrices: readonly number[];
  /** Lowest and highest list price of the store in the game's currency; null where there was none. */
  storePriceRange: readonly [number, number] | null;
};

/** What a plan is judged by. */
export type PlanFacts = {
  plan: PricePlan;
  kind: ForecastKind;
  /** Whether what serves the game cannot see prices, so that the effect of the plan is the network's. */
  isEffectBorrowed: boolean;
  seen: SeenPrices;
  /** Prices of the forecast days without the plan. */
  basePrices: readonly DayPrice[];
};

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

function judgeMethod({ isEffectBorrowed, kind }: PlanFacts): Caution | null {
  if (isEffectBorrowed) return { about: "method", reason: "borrowed" };
  return kind === "regular" ? null : { about: "method", reason: kind };
}

function judgeDiscount({ plan: { discountPercent }, seen }: PlanFacts): Caution | null {
  if (discountPercent === 0 || seen.gameDepths.includes(discountPercent)) return null;
  return {
    about: "discount",
    discountPercent,
    gameDepths: ascending(seen.gameDepths),
    storeDepths: ascending(seen.storeDepths),
  };
}

function judgePrice({ plan: { priceCents }, seen }: PlanFacts): Caution | null {
  if (priceCents === undefined || seen.gamePrices.includes(priceCents)) return null;
  const [lowest, highest] = seen.storePriceRange ?? [priceCents, priceCents];
  const isUnlikeAny = priceCents < lowest || priceCents > highest;
  return {
    about: "price",
    priceCents,
    gamePrices: ascending(seen.gamePrices),
    storeRange: isUnlikeAny ? [lowest, highest] : null,
  };
}

function judgeDates({ plan, basePrices }: PlanFacts): Caution | null {
  const deeper = basePrices.filter(
    ({ day, discountPercent }) => isInPlan(day, plan) && discountPercent > plan.discountPercent,
  );
  const [first, last] = [deeper[0], deeper.at(-1)];
  return first && last ? { about: "dates", from: first.day, through: last.day } : null;
}

/** The reasons to trust the answer to a plan less. */
export function listCautions(facts: PlanFacts): Caution[] {
  return [judgeMethod(facts), judgeDiscount(facts), judgePrice(facts), judgeDates(facts)].filter(
    (caution) => caution !== null,
  );
}
