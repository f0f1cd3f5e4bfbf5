import type { Scenario, WhatIf } from "@/lib/shared/forecast-plan";
import type { DayPrice } from "./day-prices";

/** A day's forecast in whole units with the 80 % bands of the day and of the running total. */
export type UnitsDay = {
  predicted: number;
  lower: number;
  upper: number;
  cumulativeLower: number;
  cumulativeUpper: number;
};

/** Units and prices of the forecast days under one plan. */
export type PricedForecast = { units: readonly UnitsDay[]; prices: readonly DayPrice[] };

/** What the ends of a running total's band gain on each day. */
function toGains(totals: readonly number[]): number[] {
  return totals.map((total, index) => total - (totals[index - 1] ?? 0));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Units and revenue under prices, day by day and in total. Every unit of a day is paid at the day's price; the total's
 * band is that of the running total, each day's gain of it paid at that day's price.
 */
export function toScenario({ units, prices }: PricedForecast): Scenario {
  const lowerGains = toGains(units.map(({ cumulativeLower }) => cumulativeLower));
  const upperGains = toGains(units.map(({ cumulativeUpper }) => cumulativeUpper));
  const days = prices.map(({ day, paidCents, discountPercent }, h) => {
    const { predicted = 0, lower = 0, upper = 0 } = units[h] ?? {};
    return {
      day,
      paidCents,
      discountPercent,
      units: predicted,
      lowerUnits: lower,
      upperUnits: upper,
      revenueCents: predicted * paidCents,
      lowerRevenueCents: lower * paidCents,
      upperRevenueCents: upper * paidCents,
    };
  });
  const pay = (gains: readonly number[]) => sum(gains.map((gain, h) => gain * (prices[h]?.paidCents ?? 0)));
  const [total, revenueCents] = [sum(days.map((day) => day.units)), sum(days.map((day) => day.revenueCents))];
  return {
    days,
    total: {
      units: total,
      lowerUnits: Math.min(total, sum(lowerGains)),
      upperUnits: Math.max(total, sum(upperGains)),
      revenueCents,
      lowerRevenueCents: Math.min(revenueCents, Math.max(0, pay(lowerGains))),
      upperRevenueCents: Math.max(revenueCents, pay(upperGains)),
    },
  };
}

/** How far the band of the chosen days' sum reaches below and above it, in units or in revenue. */
function toReach({ units, prices }: PricedForecast, isChosen: readonly boolean[], isRevenue: boolean) {
  const add = (values: readonly number[]) =>
    sum(values.map((value, h) => (isChosen[h] ? value * (isRevenue ? (prices[h]?.paidCents ?? 0) : 1) : 0)));
  const expected = add(units.map(({ predicted }) => predicted));
  const lower = add(toGains(units.map(({ cumulativeLower }) => cumulativeLower)));
  const upper = add(toGains(units.map(({ cumulativeUpper }) => cumulativeUpper)));
  return { below: Math.max(0, expected - lower), above: Math.max(0, upper - expected) };
}

function findChangedDays(base: PricedForecast, plan: PricedForecast): boolean[] {
  return plan.prices.map((price, h) => {
    const moved = (plan.units[h]?.predicted ?? 0) - (base.units[h]?.predicted ?? 0);
    // One unit more or less is rounding that the running total carries along.
    return Math.abs(moved) > 1 || price.paidCents !== base.prices[h]?.paidCents;
  });
}

/**
 * What a plan adds to the base plan. Days on which the two are the same cancel out, whatever they turn out to be. On
 * the others the two forecasts are taken to err independently, so that their reaches add as squares: a wide band on
 * purpose, since an error in the game's level would move both.
 */
export function toDifference(base: PricedForecast, plan: PricedForecast): WhatIf["difference"] {
  const isChanged = findChangedDays(base, plan);
  const totals = { base: toScenario(base).total, plan: toScenario(plan).total };
  const subtract = (expected: number, isRevenue: boolean) => {
    const [before, after] = [toReach(base, isChanged, isRevenue), toReach(plan, isChanged, isRevenue)];
    return {
      expected,
      lower: Math.round(expected - Math.hypot(after.below, before.above)),
      upper: Math.round(expected + Math.hypot(after.above, before.below)),
    };
  };
  return {
    units: subtract(totals.plan.units - totals.base.units, false),
    revenueCents: subtract(totals.plan.revenueCents - totals.base.revenueCents, true),
  };
}
