import { describe, expect, it } from "vitest";
import { QUANTILES } from "@/jobs/model/metrics";
import { averageScores, computeScores, computeSeasonalError, type ScoredWindow } from "./score";

/** A window whose quantiles are the point less 2, less 1, itself, plus 1 and plus 2. */
function makeWindow(actual: number[], point: number[], absolute: number, squared = absolute ** 2): ScoredWindow {
  const quantiles = [-2, -1, 0, 1, 2].map((shift) => Float64Array.from(point, (value) => value + shift));
  return { actual: Float64Array.from(actual), quantiles, scale: { absolute, squared } };
}

describe("scores", () => {
  it("measures the seasonal error before the origin", () => {
    const { absolute, squared } = computeSeasonalError(Float64Array.from([1, 5, 2, 9, 2]), 2);
    expect(absolute).toBeCloseTo((1 + 4 + 0) / 3, 12);
    expect(squared).toBeCloseTo((1 + 16 + 0) / 3, 12);
    expect(computeSeasonalError(Float64Array.from([3, 3, 3]), 1).absolute).toBeNaN();
    expect(computeSeasonalError(Float64Array.from([3, 4]), 2).absolute).toBeNaN();
  });

  it("matches point measures computed by hand", () => {
    const scores = computeScores([makeWindow([4, 7], [5, 10], 2, 5), makeWindow([0, 3], [0, 2], 1, 2)], 0, 2);
    expect(scores.mase).toBeCloseTo((4 / 2 / 2 + 1 / 2 / 1) / 2, 12);
    expect(scores.wape).toBeCloseTo(5 / 14, 12);
    expect(scores.rmsse).toBeCloseTo(Math.sqrt((10 / 2 / 5 + 1 / 2 / 2) / 2), 12);
    expect(scores.bias).toBeCloseTo(17 / 14 - 1, 12);
    expect(scores.series).toBe(2);
  });

  it("matches band measures computed by hand", () => {
    // Inside [3, 7], below [8, 12], on the edge of [-2, 2].
    const scores = computeScores([makeWindow([4, 7, 2], [5, 10, 0], 2)], 0, 3);
    expect(scores.coverage).toBeCloseTo(2 / 3, 12);
    expect(scores.width).toBeCloseTo(4 / 2, 12);
  });

  it("takes quantile losses at the levels .1 to .9, linear between ours", () => {
    expect([...QUANTILES]).toEqual([0.1, 0.25, 0.5, 0.75, 0.9]);
    const scores = computeScores([makeWindow([10], [10], 2)], 0, 1);
    // Distances from the point at .1 .2 .3 .4, and the same above.
    const below = [2, 1 + 1 / 3, 0.8, 0.4].reduce((sum, distance, i) => sum + distance * ((i + 1) / 10), 0);
    const loss = (2 * (2 * below)) / 9;
    expect(scores.sql).toBeCloseTo(loss / 2, 12);
    expect(scores.wql).toBeCloseTo(loss / 10, 12);
  });

  it("counts observed days only, of the asked part of the horizon only", () => {
    const scores = computeScores([makeWindow([100, 4, Number.NaN], [0, 5, 9], 1)], 1, 3);
    expect(scores.mase).toBe(1);
    expect(scores.wape).toBe(1 / 4);
    expect(computeScores([makeWindow([100, Number.NaN], [0, 0], 1)], 1, 2).mase).toBeNaN();
  });

  it("leaves series that never change out of what is scaled, not out of the rest", () => {
    const scores = computeScores([makeWindow([4], [5], 2), makeWindow([6], [5], Number.NaN)], 0, 1);
    expect(scores.mase).toBe(0.5);
    expect(scores.wape).toBe(2 / 10);
  });

  it("tells the coverage of days that have a band from that of closed days", () => {
    const closed = makeWindow([0, 9], [0, 5], 1);
    for (const [level, values] of closed.quantiles.entries()) values.fill(level * 1e-5, 0, 1);
    const scores = computeScores([closed], 0, 2);
    expect(scores.coverage).toBe(0.5);
    expect(scores.openCoverage).toBe(0);
  });

  it("averages origins, each as one, without those that have no such measure", () => {
    const [first, second] = [makeWindow([4], [5], 2), makeWindow([4], [7], 2)];
    const none = computeScores([], 0, 1);
    const scores = averageScores([computeScores([first], 0, 1), computeScores([second], 0, 1), none]);
    expect(scores.mase).toBe(1);
    expect(scores.series).toBe(1);
    expect(none.mase).toBeNaN();
  });
});
