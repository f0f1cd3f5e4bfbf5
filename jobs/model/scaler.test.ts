import { describe, expect, it } from "vitest";
import { computeNaiveError, fitScaler, poolScalers, scaleUnits, unscaleUnits } from "./scaler";

describe("scaler", () => {
  it.each([
    ["varied", [0, 3, 12, 1, 0, 40, 7, 9, 2]],
    ["constant", [5, 5, 5, 5, 5, 5, 5, 5, 5]],
    ["never sold", [0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ["one day", [1_000_000]],
  ])("round-trips a %s series with finite values", (_, units) => {
    const scaler = fitScaler(Float64Array.from(units), units.length);
    for (const value of [...units, 0, 17, 1e6]) {
      const scaled = scaleUnits(scaler, value);
      expect(Number.isFinite(scaled)).toBe(true);
      expect(unscaleUnits(scaler, scaled)).toBeCloseTo(value, 4);
    }
  });

  it("centres its own training days", () => {
    const units = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8]);
    const scaler = fitScaler(units, 8);
    const sum = units.reduce((total, value) => total + scaleUnits(scaler, value), 0);
    expect(sum).toBeCloseTo(0, 9);
  });

  it("sees nothing after the training part", () => {
    const before = fitScaler(Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 10);
    const after = fitScaler(Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 5000, 0]), 10);
    expect(after).toEqual(before);
  });

  it("computes the naive weekly error by hand", () => {
    const units = Float64Array.from([1, 1, 1, 1, 1, 1, 1, 4, 1, 0]);
    expect(computeNaiveError(units, 10)).toBeCloseTo((3 + 0 + 1) / 3, 12);
    expect(computeNaiveError(units, 7)).toBeNaN();
  });

  it("pools scalers, and has one for an empty store", () => {
    const pooled = poolScalers([
      { center: 1, spread: 1, naiveError: 2 },
      { center: 3, spread: 2, naiveError: 4 },
    ]);
    expect(pooled).toEqual({ center: 2, spread: 1.5, naiveError: 3 });
    expect(poolScalers([]).spread).toBeGreaterThan(0);
  });
});
