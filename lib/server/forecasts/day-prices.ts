import { addDays, type Day, toDate } from "@/lib/shared/day";
import type { PricePlan } from "@/lib/shared/forecast-plan";
import { computePrice, type Offer } from "../catalogue/rules";

const NOON_MS = 12 * 3_600_000;

/** What a game costs on a day, in minor units of its currency. */
export type DayPrice = { day: Day; listCents: number; paidCents: number; discountPercent: number };

/** What a game costs without a plan: its list price and the published offers of the days to come. */
export type PlannedPrices = { priceCents: number; currency: string; offers: readonly Offer[] };

function priceDay(day: Day, { priceCents, currency, offers }: PlannedPrices): DayPrice {
  // A day's price is the one at noon UTC: so count the sales files and the forecast.
  const noon = new Date(toDate(day).getTime() + NOON_MS);
  const price = computePrice({ priceCents, currency }, offers, noon);
  return { day, listCents: price.listCents, paidCents: price.amountCents, discountPercent: price.discountPercent };
}

/** Whether a day is one of the plan's. */
export function isInPlan(day: Day, plan: PricePlan): boolean {
  return plan.from <= day && day <= plan.through;
}

/** The first moment of the plan and the first one after it. */
export function toPlanMoments({ from, through }: PricePlan): { startsAt: Date; endsAt: Date } {
  return { startsAt: toDate(from), endsAt: toDate(addDays(through, 1)) };
}

/**
 * What a game costs on each day by the rules of the shop. With a plan, as if that were a promotion beside the others:
 * its list price holds on its days, and the deepest discount wins.
 */
export function priceDays(days: readonly Day[], prices: PlannedPrices, plan?: PricePlan): DayPrice[] {
  if (!plan) return days.map((day) => priceDay(day, prices));
  const offers = [...prices.offers, { discountPercent: plan.discountPercent, ...toPlanMoments(plan) }];
  const planned = { ...prices, priceCents: plan.priceCents ?? prices.priceCents, offers };
  return days.map((day) => priceDay(day, isInPlan(day, plan) ? planned : prices));
}
