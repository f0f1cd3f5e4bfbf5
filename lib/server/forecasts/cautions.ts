import { formatDay } from "@/lib/shared/day-text";
import { type ForecastKind, YOUNG_BELOW_DAYS } from "@/lib/shared/forecast";
import type { Caution, PricePlan } from "@/lib/shared/forecast-plan";
import { formatMoney } from "@/lib/shared/money";
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
  currency: string;
  kind: ForecastKind;
  /** Whether what serves the game cannot see prices, so that the effect of the plan is the network's. */
  isEffectBorrowed: boolean;
  seen: SeenPrices;
  /** Prices of the forecast days without the plan. */
  basePrices: readonly DayPrice[];
};

const names = new Intl.ListFormat("en", { type: "conjunction" });
const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

function toDepthText(depths: readonly number[]): string {
  return `${names.format(ascending(depths).map(String))} %`;
}

function judgeDiscount({ plan, seen }: PlanFacts): string | null {
  const { discountPercent } = plan;
  if (discountPercent === 0 || seen.gameDepths.includes(discountPercent)) return null;
  const own =
    seen.gameDepths.length > 0
      ? `This game was never sold at ${discountPercent} % off; its discounts so far: ${toDepthText(seen.gameDepths)}.`
      : "This game was never discounted so far.";
  if (seen.storeDepths.includes(discountPercent)) {
    return `${own} The answer rests on other games at ${discountPercent} % off.`;
  }
  const store =
    seen.storeDepths.length > 0
      ? `No game of the store was sold at ${discountPercent} % off; seen were ${toDepthText(seen.storeDepths)}.`
      : "No game of the store was ever discounted.";
  return `${own} ${store}`;
}

function judgePrice({ plan: { priceCents }, seen, currency }: PlanFacts): string | null {
  if (priceCents === undefined || seen.gamePrices.includes(priceCents)) return null;
  const format = (amountCents: number) => formatMoney({ amountCents, currency });
  const own =
    seen.gamePrices.length > 0
      ? `This game never had a list price of ${format(priceCents)}; it had ${names.format(ascending(seen.gamePrices).map(format))}.`
      : "This game had no list price before.";
  if (!seen.storePriceRange) return own;
  const [lowest, highest] = seen.storePriceRange;
  if (lowest <= priceCents && priceCents <= highest) return own;
  return `${own} No game of the store had such a price: they cost ${format(lowest)} to ${format(highest)}.`;
}

function judgeDates({ plan, basePrices }: PlanFacts): string | null {
  const deeper = basePrices.filter(
    ({ day, discountPercent }) => isInPlan(day, plan) && discountPercent > plan.discountPercent,
  );
  const [first, last] = [deeper[0], deeper.at(-1)];
  if (!first || !last) return null;
  const when =
    first === last ? `On ${formatDay(first.day)}` : `Between ${formatDay(first.day)} and ${formatDay(last.day)}`;
  return `${when} a deeper discount is planned already: it holds there, as it would in the shop.`;
}

function judgeMethod({ isEffectBorrowed, kind }: PlanFacts): string | null {
  if (isEffectBorrowed) {
    return "What forecasts this game best looks at past sales only: the effect of the plan is what all games taught the model.";
  }
  if (kind === "launch") return "The game is not out yet: the answer rests on the launches of other games.";
  if (kind === "young") {
    return `The game has fewer than ${YOUNG_BELOW_DAYS} days of sales: the answer leans on other games.`;
  }
  return null;
}

/** The reasons to trust the answer to a plan less, in words. */
export function listCautions(facts: PlanFacts): Caution[] {
  const judged: [Caution["about"], string | null][] = [
    ["method", judgeMethod(facts)],
    ["discount", judgeDiscount(facts)],
    ["price", judgePrice(facts)],
    ["dates", judgeDates(facts)],
  ];
  return judged.flatMap(([about, message]) => (message === null ? [] : [{ about, message }]));
}
