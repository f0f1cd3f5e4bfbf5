import { describe, expect, it } from "vitest";
import { computeNaiveError, fromLogRatio, toLogRatio, toOffset } from "./scaler";

const toLevel = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the scale of a series", () => {
  it.each([
    ["varied", [0, 3, 12, 1, 0, 40, 7, 9, 2]],
    ["constant", [5, 5, 5, 5, 5, 5, 5]],
    ["never sold", [0, 0, 0, 0]],
    ["one day", [1_000_000]],
    ["tiny", [1e-7, 3e-7]],
  ])("gives back the values of a series that is %s, and others, from finite ratios", (_, values) => {
    const level = toLevel(values);
    for (const isCount of [true, false]) {
      const offset = toOffset(isCount, level);
      expect(offset).toBeGreaterThan(0);
      for (const value of [...values, 0, 17, 1e6]) {
        const ratio = toLogRatio(value, level, offset);
        expect(Number.isFinite(ratio)).toBe(true);
        expect(Math.abs(fromLogRatio(ratio, level, offset) - value)).toBeLessThan(1e-9 * (1 + value));
      }
    }
  });

  it("puts a constant series at 0, and says the same of a series and of one a thousand times its size", () => {
    expect(toLogRatio(5, 5, toOffset(true, 5))).toBe(0);
    const ratioAt = (size: number) => toLogRatio(3 * size, 2 * size, toOffset(false, 2 * size));
    expect(ratioAt(1000)).toBeCloseTo(ratioAt(1), 6);
  });
});

describe("computeNaiveError", () => {
  const values = Float64Array.from([1, 1, 1, 1, 1, 1, 1, 4, 1, 0]);

  it("matches one computed by hand, and sees nothing from its end on", () => {
    expect(computeNaiveError(values, 10, 7)).toBeCloseTo((3 + 0 + 1) / 3, 12);
    expect(computeNaiveError(values, 9, 7)).toBeCloseTo(3 / 2, 12);
    expect(computeNaiveError(values, 10, 1)).toBeCloseTo((3 + 3 + 1) / 9, 12);
  });

  it("is NaN with no day to compare with, and where a value is", () => {
    expect(computeNaiveError(values, 7, 7)).toBeNaN();
    expect(computeNaiveError(Float64Array.from([1, Number.NaN]), 2, 1)).toBeNaN();
  });
});
