import { describe, expect, it } from "vitest";
import { createRandom } from "@/jobs/model/random";
import { forecastAutoEts } from "./auto-ets";

const WEEK = [10, 12, 11, 13, 20, 30, 25];

function makeSales(days: number, toValue: (t: number, noise: number) => number): Float64Array {
  const random = createRandom(3);
  return Float64Array.from({ length: days }, (_, t) => toValue(t, random() - 0.5));
}

function forecastOf(values: Float64Array, horizon = 60) {
  const result = forecastAutoEts(values, horizon, 7);
  if (!result.forecast) throw new Error(result.reason);
  return result.forecast;
}

describe("automatic exponential smoothing", () => {
  it("finds the week and keeps the level within its interval", () => {
    const { mean, lower, upper } = forecastOf(makeSales(210, (t, noise) => (WEEK[t % 7] ?? 0) + noise));
    for (let h = 0; h < 60; h++) {
      expect(Math.abs((mean[h] ?? 0) - (WEEK[h % 7] ?? 0))).toBeLessThan(1);
      expect(lower[h]).toBeLessThan(mean[h] ?? 0);
      expect(upper[h]).toBeGreaterThan(mean[h] ?? 0);
    }
  });

  it("does not depend on the unit of the values", () => {
    const small = forecastOf(makeSales(100, (t, noise) => (WEEK[t % 7] ?? 0) + noise));
    const large = forecastOf(makeSales(100, (t, noise) => 1e200 * ((WEEK[t % 7] ?? 0) + noise)));
    expect((large.mean[5] ?? 0) / 1e200).toBeCloseTo(small.mean[5] ?? 0, 6);
  });

  it("answers for constant, all-zero, rare and short series", () => {
    expect([...forecastOf(new Float64Array(50).fill(5), 3).upper]).toEqual([5, 5, 5]);
    expect([...forecastOf(new Float64Array(50), 2).mean]).toEqual([0, 0]);
    const rare = forecastOf(makeSales(300, (_, noise) => (noise > 0.45 ? 1 : 0)));
    expect(Math.min(...rare.lower)).toBe(0);
    expect(Math.max(...rare.upper)).toBeLessThan(2);
    expect(forecastOf(makeSales(10, (t) => t + 1)).mean).toHaveLength(60);
  });

  it("goes below zero only where the series did", () => {
    const falling = makeSales(60, (t, noise) => 60 - t + noise);
    expect(Math.min(...forecastOf(falling).lower)).toBe(0);
    expect(Math.min(...forecastOf(falling.map((value) => value - 30)).mean)).toBeLessThan(-30);
  });

  it("says why it has no answer", () => {
    expect(forecastAutoEts(new Float64Array(3), 7, 7)).toEqual({ forecast: null, reason: "3 days are fewer than 8" });
    const broken = makeSales(30, (t) => (t === 20 ? Number.NaN : t));
    expect(forecastAutoEts(broken, 7, 7)).toMatchObject({ forecast: null, reason: "a value is not a finite number" });
  });
});
