import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/shared/day";
import { toDifference, toScenario, type UnitsDay } from "./scenario";

const day = (h: number) => addDays("2026-04-01", h);

/** Days of `predicted` units; the band of a day is ± 4, that of the running total ± 2 a day. */
function forecast(predicted: number[]): UnitsDay[] {
  let total = 0;
  return predicted.map((units, h) => {
    total += units;
    const reach = 2 * (h + 1);
    return {
      predicted: units,
      lower: Math.max(0, units - 4),
      upper: units + 4,
      cumulativeLower: total - reach,
      cumulativeUpper: total + reach,
    };
  });
}

const prices = (paid: number[]) =>
  paid.map((paidCents, h) => ({ day: day(h), listCents: 1000, paidCents, discountPercent: 100 - paidCents / 10 }));
const base = { units: forecast([10, 10, 10, 10]), prices: prices([1000, 1000, 1000, 1000]) };

describe("toScenario", () => {
  it("pays each day's units at its price", () => {
    const { days } = toScenario({ units: forecast([10, 20]), prices: prices([1000, 500]) });
    expect(days[1]).toEqual({
      day: "2026-04-02",
      paidCents: 500,
      discountPercent: 50,
      units: 20,
      lowerUnits: 16,
      upperUnits: 24,
      revenueCents: 10_000,
      lowerRevenueCents: 8000,
      upperRevenueCents: 12_000,
    });
  });

  it("takes the total's band from the running total, not from the days", () => {
    expect(toScenario(base).total).toEqual({
      units: 40,
      lowerUnits: 32,
      upperUnits: 48,
      revenueCents: 40_000,
      lowerRevenueCents: 32_000,
      upperRevenueCents: 48_000,
    });
  });

  it("pays the band of the total at the prices of the days", () => {
    const { total } = toScenario({ units: forecast([10, 20]), prices: prices([1000, 500]) });
    expect(total).toMatchObject({ revenueCents: 20_000, lowerRevenueCents: 17_000, upperRevenueCents: 23_000 });
  });

  it("keeps a total within its band where the mean lies outside the quantiles", () => {
    const units = [{ predicted: 1, lower: 0, upper: 1, cumulativeLower: 2, cumulativeUpper: 3 }];
    expect(toScenario({ units, prices: prices([1000]) }).total).toMatchObject({
      lowerUnits: 1,
      lowerRevenueCents: 1000,
    });
    const none = [{ predicted: 3, lower: 0, upper: 3, cumulativeLower: 0, cumulativeUpper: 2 }];
    expect(toScenario({ units: none, prices: prices([1000]) }).total).toMatchObject({ upperUnits: 3 });
  });
});

describe("toDifference", () => {
  it("is nothing, for sure, where the plan changes nothing", () => {
    const nothing = { expected: 0, lower: 0, upper: 0 };
    expect(toDifference(base, base)).toEqual({ units: nothing, revenueCents: nothing });
  });

  it("leaves the days that stay the same out of the band", () => {
    const plan = { units: forecast([10, 30, 10, 10]), prices: prices([1000, 500, 1000, 1000]) };
    const { units, revenueCents } = toDifference(base, plan);
    // Both sides may miss the changed day by 2 units: √(2² + 2²) ≈ 3.
    expect(units).toEqual({ expected: 20, lower: 17, upper: 23 });
    expect(revenueCents).toEqual({ expected: 5000, lower: 5000 - 2236, upper: 5000 + 2236 });
  });

  it("counts days that sell less after the plan", () => {
    const plan = { units: forecast([10, 30, 6, 10]), prices: prices([1000, 500, 1000, 1000]) };
    // Two changed days of one forecast miss together: √(4² + 4²) ≈ 6.
    expect(toDifference(base, plan).units).toEqual({ expected: 16, lower: 10, upper: 22 });
  });

  it("may be a loss", () => {
    const plan = { units: forecast([10, 11, 10, 10]), prices: prices([1000, 100, 1000, 1000]) };
    expect(toDifference(base, plan).revenueCents.upper).toBeLessThan(0);
  });
});
