import { describe, expect, it } from "vitest";
import { multiplyDays } from "./price-effect";

const days = Array.from({ length: 4 }, (_, h) => ({
  predicted: 10,
  lower: 6,
  upper: 15,
  cumulativeLower: 8 * (h + 1),
  cumulativeUpper: 13 * (h + 1),
}));

describe("multiplyDays", () => {
  it("multiplies the days of a plan, and the running total from there on", () => {
    const doubled = multiplyDays(days, [1, 2, 1, 1]);
    expect(doubled[1]).toEqual({ predicted: 20, lower: 12, upper: 30, cumulativeLower: 24, cumulativeUpper: 39 });
    expect(doubled[3]).toEqual({ predicted: 10, lower: 6, upper: 15, cumulativeLower: 40, cumulativeUpper: 65 });
  });

  it("changes nothing where there is no effect", () => {
    expect(multiplyDays(days, [1, 1, 1, 1])).toEqual(days);
  });

  it("keeps the total of slow sellers, and the forecast within its bands", () => {
    const slow = days.map((_, h) => ({
      predicted: h % 2,
      lower: 0,
      upper: 1,
      cumulativeLower: 0,
      cumulativeUpper: h + 1,
    }));
    const risen = multiplyDays(slow, [1.5, 1.5, 1.5, 1.5]);
    expect(risen.reduce((sum, { predicted }) => sum + predicted, 0)).toBe(3);
    for (const { predicted, lower, upper } of risen) {
      expect(lower).toBeLessThanOrEqual(predicted);
      expect(upper).toBeGreaterThanOrEqual(predicted);
    }
  });
});
