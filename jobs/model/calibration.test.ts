import { describe, expect, it } from "vitest";
import { type CalibrationDay, calibrateBand, fitCalibration, NO_CALIBRATION } from "./calibration";
import { createRandom, drawNormal } from "./random";

function drawDays(seed: number, count: number, spread: number, historyDays = 400): CalibrationDay[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => ({
    historyDays,
    horizonDay: i % 60,
    mean: 20,
    lower: 18,
    upper: 22,
    actual: 20 + spread * drawNormal(random),
  }));
}

function computeCoverage(days: CalibrationDay[], calibration = NO_CALIBRATION): number {
  const covered = days.filter((day) => {
    const { lower, upper } = calibrateBand(calibration, day);
    return day.actual >= lower && day.actual <= upper;
  });
  return covered.length / days.length;
}

describe("conformal calibration", () => {
  it.each([
    ["too narrow", 6],
    ["too wide", 0.7],
  ])("brings a band that is %s to 80 %% on days it has not seen", (_, spread) => {
    const fresh = drawDays(2, 6000, spread);
    expect(Math.abs(computeCoverage(fresh) - 0.8)).toBeGreaterThan(0.1);
    const calibration = fitCalibration(drawDays(1, 6000, spread));
    expect(computeCoverage(fresh, calibration)).toBeCloseTo(0.8, 1);
  });

  it("widens each part of the horizon by its own errors", () => {
    const days = drawDays(3, 6000, 3).map((day) => ({
      ...day,
      actual: day.horizonDay < 7 ? 20 : day.actual,
    }));
    const { fast } = fitCalibration(days);
    expect(fast[0]).toBeLessThan(0);
    expect(fast[3]).toBeGreaterThan(0);
  });

  it("widens young games by their own errors, not by the others'", () => {
    const calibration = fitCalibration([...drawDays(4, 3000, 1.5), ...drawDays(5, 600, 6, 30)]);
    expect(computeCoverage(drawDays(6, 6000, 6, 30), calibration)).toBeCloseTo(0.8, 1);
    expect(computeCoverage(drawDays(7, 6000, 1.5), calibration)).toBeCloseTo(0.8, 1);
  });

  it("never inverts a band or goes below zero", () => {
    const all = (widening: number) => {
      const buckets = Array(4).fill(widening);
      return { slow: buckets, fast: buckets, young: buckets };
    };
    const of = { historyDays: 400, horizonDay: 0, mean: 20 };
    const band = calibrateBand(all(-3), { ...of, lower: 10, upper: 12 });
    expect(band.lower).toBe(band.upper);
    expect(calibrateBand(all(9), { ...of, mean: 1, lower: 0, upper: 1 }).lower).toBe(0);
    expect(() => calibrateBand(all(9), { ...of, horizonDay: 60, lower: 0, upper: 1 })).toThrow(RangeError);
  });

  it("leaves the band alone when there was nothing to learn from", () => {
    expect(fitCalibration([])).toEqual(NO_CALIBRATION);
  });
});
