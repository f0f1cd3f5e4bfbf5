import { describe, expect, it } from "vitest";
import { computeMetrics, computePinball } from "./metrics";

describe("metrics", () => {
  it("matches pinball losses computed by hand", () => {
    expect(computePinball(10, 8, 0.9)).toBeCloseTo(1.8, 12);
    expect(computePinball(8, 10, 0.9)).toBeCloseTo(0.2, 12);
    expect(computePinball(8, 10, 0.1)).toBeCloseTo(1.8, 12);
    expect(computePinball(5, 5, 0.5)).toBe(0);
  });

  it("matches a two-game table computed by hand", () => {
    const metrics = computeMetrics([
      { actual: [2, 4], forecast: { lower: [1, 1], point: [3, 3], upper: [5, 3.5] }, naiveError: 2 },
      { actual: [10, 0], forecast: { lower: [8, 1], point: [8, 1], upper: [10, 2] }, naiveError: 1 },
    ]);
    // Absolute errors 1, 1 and 2, 1; sales 16; forecasts 15.
    expect(metrics.mase).toBeCloseTo((1 / 2 + 1.5 / 1) / 2, 12);
    expect(metrics.wape).toBeCloseTo(5 / 16, 12);
    expect(metrics.bias).toBeCloseTo(15 / 16 - 1, 12);
    expect(metrics.coverage).toBeCloseTo(2 / 4, 12);
    const first = (0.1 * 1 + 0.5 * 1 + 0.1 * 3 + 0.1 * 3 + 0.5 * 1 + 0.9 * 0.5) / 3;
    const second = (0.1 * 2 + 0.5 * 2 + 0 + 0.9 * 1 + 0.5 * 1 + 0.1 * 2) / 3;
    expect(metrics.pinball).toBeCloseTo((first + second) / 16, 12);
    expect(metrics.games).toBe(2);
  });

  it("is all zeros, not NaN, when nothing was scored", () => {
    expect(Object.values(computeMetrics([])).every((value) => value === 0)).toBe(true);
  });
});
