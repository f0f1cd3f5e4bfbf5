import { describe, expect, it } from "vitest";
import { toAccuracy } from "./ledger";

const SUMS = {
  days: 28,
  forecasts: 40,
  soldUnits: 400,
  predictedUnits: 440,
  absError: 84,
  naiveAbsError: 136,
  covered: 32,
  pinball: 30,
};

describe("toAccuracy", () => {
  it("makes means of sums and ratios of means", () => {
    expect(toAccuracy(SUMS)).toEqual({
      days: 28,
      forecasts: 40,
      soldPerDay: 10,
      predictedPerDay: 11,
      meanAbsError: 2.1,
      naiveMeanAbsError: 3.4,
      errorRatio: 84 / 136,
      coverage: 0.8,
      bias: 440 / 400 - 1,
      pinball: 0.75,
    });
  });

  it("has no ratio to a forecast that was never wrong, no bias where nothing sold, and nothing without forecasts", () => {
    expect(toAccuracy({ ...SUMS, naiveAbsError: 0, soldUnits: 0 })).toMatchObject({ errorRatio: null, bias: null });
    expect(toAccuracy({ ...SUMS, forecasts: 0 })).toBeNull();
  });
});
