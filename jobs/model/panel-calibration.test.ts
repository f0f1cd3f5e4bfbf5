import { describe, expect, it } from "vitest";
import { QUANTILES } from "./metrics";
import {
  type Calibration,
  fitCalibration,
  type HeldOutWindow,
  stretchQuantiles,
  toGroup,
  toTotalBand,
} from "./panel-calibration";
import { createRandom, drawNormal, type Random } from "./random";

const HORIZON = 60;
const COUNT = QUANTILES.length;
const NORMAL = [-1.2816, -0.6745, 0, 0.6745, 1.2816];
const NEAR = [0, 7] as const;
const FAR = [28, 60] as const;

/** Windows whose forecast band is that of a log-normal of spread .3, whatever was drawn. */
function drawWindows(
  seed: number,
  count: number,
  draw: (random: Random, mean: number, h: number) => number,
  { level = 40, historyDays = 400, isCount = false, spread = 0.3 } = {},
): HeldOutWindow[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const mean = Float32Array.from({ length: HORIZON }, () => level * (0.7 + 0.6 * random()));
    return {
      historyDays,
      isCount,
      offset: isCount ? 0.1 : 0.01 * level,
      mean,
      quantiles: Float32Array.from({ length: HORIZON * COUNT }, (_, i) => {
        return (mean[Math.floor(i / COUNT)] ?? 0) * Math.exp(spread * (NORMAL[i % COUNT] ?? 0));
      }),
      actual: Float64Array.from(mean, (value, h) => draw(random, value, h)),
    };
  });
}

const logNormal = (spread: number) => (random: Random, mean: number) => mean * Math.exp(spread * drawNormal(random));
function drawPoisson(random: Random, mean: number): number {
  let count = 0;
  for (let product = random(); product > Math.exp(-mean); product *= random()) count++;
  return count;
}

function stretch(
  calibration: Calibration,
  { historyDays, mean, isCount, quantiles, offset }: HeldOutWindow,
): Float32Array {
  const own = quantiles.slice();
  const level = mean.reduce((sum, value) => sum + value, 0) / mean.length;
  stretchQuantiles(calibration, toGroup(historyDays, level, isCount), own, offset);
  return own;
}

/** Share of the days [from, to) of the windows inside the 80 % band, or the 50 % one, after calibration. */
function computeCoverage(
  windows: HeldOutWindow[],
  calibration: Calibration | null,
  [from, to] = [0, HORIZON],
  edge = 0,
) {
  let covered = 0;
  for (const window of windows) {
    const quantiles = calibration ? stretch(calibration, window) : window.quantiles;
    for (let h = from; h < to; h++) {
      const at = (k: number) => quantiles[h * COUNT + k] ?? Number.NaN;
      const actual = window.actual[h] ?? Number.NaN;
      covered += Number(actual >= at(edge) && actual <= at(COUNT - 1 - edge));
    }
  }
  return covered / windows.length / (to - from);
}

describe("calibrated bands", () => {
  it.each([
    ["a log-normal, too narrow", logNormal(0.42), {}, 0.83],
    ["a log-normal, too wide", logNormal(0.2), {}, 0.83],
    ["a Poisson, too narrow", drawPoisson, { level: 20, isCount: true, spread: 0.17 }, 0.83],
    ["a Poisson, too wide", drawPoisson, { level: 20, isCount: true, spread: 0.35 }, 0.83],
    // The edges belong to the band, and where counts are few they hold many days.
    ["a Poisson of few counts", drawPoisson, { level: 3, isCount: true, spread: 0.6 }, 0.93],
  ])("of %s hold four of five days that they have not seen, near and far", (name, draw, options, most) => {
    const fresh = drawWindows(2, 300, draw, options);
    if (!name.endsWith("counts")) expect(Math.abs(computeCoverage(fresh, null) - 0.8)).toBeGreaterThan(0.08);
    const calibration = fitCalibration(drawWindows(1, 300, draw, options));
    for (const days of [NEAR, FAR]) {
      const coverage = computeCoverage(fresh, calibration, [...days]);
      expect(coverage).toBeGreaterThan(0.77);
      expect(coverage).toBeLessThan(most);
    }
  });

  it("of 50 % are calibrated with those of 80 %", () => {
    const [seen, fresh] = [drawWindows(1, 200, logNormal(0.42)), drawWindows(2, 200, logNormal(0.42))];
    expect(computeCoverage(fresh, fitCalibration(seen), [0, HORIZON], 1)).toBeCloseTo(0.5, 1);
  });

  it("are stretched by the errors of each part of the horizon", () => {
    const widening = (random: Random, mean: number, h: number) => logNormal(h < 7 ? 0.2 : 0.42)(random, mean);
    const calibration = fitCalibration(drawWindows(3, 200, widening));
    const fresh = drawWindows(4, 200, widening);
    for (const days of [NEAR, FAR]) expect(computeCoverage(fresh, calibration, [...days])).toBeCloseTo(0.8, 1);
    expect(calibration.fast.days[0]?.[4]).toBeLessThan(0.8);
    expect(calibration.fast.days[3]?.[4]).toBeGreaterThan(1.2);
  });

  it("are stretched by the errors of their own group: new and young series by theirs", () => {
    const groups = [
      { historyDays: 400, spread: 0.25 },
      { historyDays: 30, spread: 0.42 },
      { historyDays: 0, spread: 1 },
    ];
    const drawAll = (seed: number) =>
      groups.map(({ historyDays, spread }) => drawWindows(seed, 150, logNormal(spread), { historyDays }));
    const calibration = fitCalibration(drawAll(5).flat());
    for (const fresh of drawAll(6)) expect(computeCoverage(fresh, calibration)).toBeCloseTo(0.8, 1);
    expect([0, 6, 7, 89, 90].map((days) => toGroup(days, 1, true))).toEqual(["new", "new", "young", "young", "slow"]);
    expect([toGroup(90, 2, true), toGroup(90, 1, false)]).toEqual(["fast", "fast"]);
  });

  it("leave out closed days, and stay as they were where there was nothing to learn from", () => {
    const windows = drawWindows(7, 200, logNormal(0.42));
    const closed = windows.map((window) => ({
      ...window,
      actual: window.actual.map((v, h) => (h % 7 === 6 ? Number.NaN : v)),
    }));
    expect(fitCalibration(closed).fast.days[3]?.[0]).toBeCloseTo(fitCalibration(windows).fast.days[3]?.[0] ?? 0, 1);
    const [window] = windows;
    if (!window) throw new Error("no window");
    const same = stretch(fitCalibration([]), window);
    expect(same.every((value, i) => Math.abs(value - (window.quantiles[i] ?? 0)) < 1e-3)).toBe(true);
    const shut = new Float32Array(2 * COUNT);
    stretchQuantiles(fitCalibration(windows), "fast", shut, 0.4);
    expect([...shut]).toEqual(Array(2 * COUNT).fill(0));
  });

  it("keep their quantiles in order and at 0 or more, however they are stretched", () => {
    const days = Array.from({ length: 4 }, (_, bucket) => [0, 4, 1, 0, 4].map((value) => value + bucket));
    const totals = Array.from({ length: 6 }, () => ({ lower: -0.5, upper: 0.5 }));
    const wild: Calibration = {
      slow: { days, totals },
      fast: { days, totals },
      young: { days, totals },
      new: { days, totals },
    };
    const random = createRandom(8);
    for (let round = 0; round < 50; round++) {
      const quantiles = Float32Array.from({ length: HORIZON }, () => 5 * random()).sort();
      stretchQuantiles(wild, "slow", quantiles, 0.1);
      for (let i = 0; i < quantiles.length; i++) {
        expect(quantiles[i]).toBeGreaterThanOrEqual(i % COUNT === 0 ? 0 : (quantiles[i - 1] ?? 0));
      }
    }
  });
});

describe("the band of the running total", () => {
  const windows = (seed: number) => drawWindows(seed, 300, logNormal(0.4));
  const toTotal = (values: ArrayLike<number>, days: number) =>
    Array.from(values)
      .slice(0, days)
      .reduce((sum, v) => sum + v, 0);

  it("holds 80 % of totals it has not seen, at its knots and between them", () => {
    const calibration = fitCalibration(windows(9));
    for (const days of [1, 5, 14, 40, 60]) {
      const held = windows(10).map(({ mean, actual, offset }) => {
        const { lower, upper } = toTotalBand(calibration, "fast", days, toTotal(mean, days), offset);
        return Number(toTotal(actual, days) >= lower && toTotal(actual, days) <= upper);
      });
      expect(Math.abs(toTotal(held, held.length) / held.length - 0.8)).toBeLessThan(0.06);
    }
  });

  it("contains the forecast, whichever way the totals missed", () => {
    const low = fitCalibration(drawWindows(11, 100, (random, mean) => 0.3 * logNormal(0.1)(random, mean)));
    const high = fitCalibration(drawWindows(12, 100, (random, mean) => 3 * logNormal(0.1)(random, mean)));
    for (const calibration of [low, high]) {
      for (const total of [0, 0.2, 3, 4000]) {
        const { lower, upper } = toTotalBand(calibration, "fast", 30, total, 0.4);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower <= total && total <= upper).toBe(true);
      }
    }
    expect(toTotalBand(low, "fast", 30, 4000, 0.4).lower).toBeLessThan(2000);
    expect(toTotalBand(high, "fast", 30, 4000, 0.4).upper).toBeGreaterThan(8000);
  });
});
