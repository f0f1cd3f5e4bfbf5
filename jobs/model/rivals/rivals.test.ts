import { describe, expect, it } from "vitest";
import { QUANTILES } from "@/jobs/model/metrics";
import type { Panel, PanelSeries } from "@/jobs/model/panel/panel";
import { findRivalConditions } from "./rival-conditions";
import { forecastSameCondition, forecastSeasonalNaive, forecastSmoothed } from "./rivals";

const spec = { known: ["noise", "promo", "open"], statics: [], horizon: 7, season: 7, hasAges: false, isCount: true };

/** Sells its weekday's number, 10 more on promotion, nothing on closed Sundays (t % 7 = 6). */
function makeSeries(days: number, promoOn: (t: number) => boolean): PanelSeries {
  const length = days + spec.horizon;
  const isOpen = (t: number) => t % 7 !== 6;
  return {
    id: "s",
    firstDay: 7 * 1_000,
    firstAge: 0,
    values: Float64Array.from({ length: days }, (_, t) => (isOpen(t) ? (t % 7) + (promoOn(t) ? 10 : 0) : 0)),
    known: [
      Float64Array.from({ length }, (_, t) => t / 3),
      Float64Array.from({ length }, (_, t) => (promoOn(t) ? 1 : 0)),
      Float64Array.from({ length }, (_, t) => (isOpen(t) ? 1 : 0)),
    ],
    statics: new Float64Array(0),
  };
}

function expectOrdered(quantiles: Float64Array[]): void {
  expect(quantiles).toHaveLength(QUANTILES.length);
  for (let level = 1; level < quantiles.length; level++) {
    quantiles[level]?.forEach((value, h) => {
      expect(value).toBeGreaterThanOrEqual(quantiles[level - 1]?.[h] ?? Number.NaN);
    });
  }
}

describe("the rules that a network has to beat", () => {
  const isEvenWeek = (t: number) => Math.floor(t / 7) % 2 === 0;

  it("repeats the last season, or the last day, with the band of past changes", () => {
    const values = Float64Array.from([5, 1, 9, 4, 2, 8, 4, 6, 9]);
    const { mean, quantiles } = forecastSeasonalNaive(values, 5, 3);
    expect([...mean]).toEqual([4, 6, 9, 4, 6]);
    expectOrdered(quantiles);
    // Changes over three days: -1, 1, -1, 0, 4, 1; sorted -1 -1 0 1 1 4.
    expect(quantiles[0]?.[0]).toBeCloseTo(4 - 1, 12);
    expect(quantiles.at(-1)?.[0]).toBeCloseTo(4 + 2.5, 12);
    // Over six: 0? 4-5, 6-1, 9-9 = -1, 5, 0.
    expect(quantiles.at(-1)?.[3]).toBeCloseTo(4 + 4, 12);
    expect([...forecastSeasonalNaive(values, 2, 1).mean]).toEqual([9, 9]);
  });

  it("is 0 without a band where nothing is known, and never negative where the series was not", () => {
    expect([...forecastSeasonalNaive(new Float64Array(0), 2, 7).mean]).toEqual([0, 0]);
    const { quantiles } = forecastSeasonalNaive(Float64Array.from([9, 9, 0, 0, 9, 0, 0]), 2, 1);
    expect(Math.min(...(quantiles[0] ?? []))).toBe(0);
  });

  it("finds the two-valued columns, and the one that closes", () => {
    const panel: Panel = { spec, series: [makeSeries(140, isEvenWeek)] };
    expect(findRivalConditions(panel)).toEqual({ columns: [1], closing: 2 });
    const alwaysOpen = makeSeries(140, isEvenWeek);
    alwaysOpen.known[2]?.fill(1);
    expect(findRivalConditions({ spec, series: [alwaysOpen] })).toEqual({ columns: [1], closing: null });
  });

  it("averages days of the same condition, 0 on closed days, from the planned future", () => {
    const series = makeSeries(140, (t) => isEvenWeek(t) || t === 143);
    const conditions = findRivalConditions({ spec, series: [series] });
    const even = forecastSameCondition(series, spec, conditions);
    expect([...even.mean]).toEqual([10, 11, 12, 13, 14, 15, 0]);
    expectOrdered(even.quantiles);
    for (const t of [140, 141, 142]) series.known[1]?.fill(0, t, t + 1);
    expect([...forecastSameCondition(series, spec, conditions).mean]).toEqual([0, 1, 2, 13, 14, 15, 0]);
  });

  it("leaves out conditions seen on fewer than three days", () => {
    const series = makeSeries(140, (t) => t === 7 || t >= 140);
    const { mean } = forecastSameCondition(series, spec, findRivalConditions({ spec, series: [series] }));
    expect(mean[0]).toBeCloseTo(10 / 20, 12);
    expect(mean[1]).toBe(1);
  });

  it("gives smoothing quartiles inside its interval, and its reason where it has no answer", () => {
    const values = makeSeries(140, isEvenWeek).values;
    const smoothed = forecastSmoothed(values, spec);
    if ("reason" in smoothed) throw new Error(smoothed.reason);
    expectOrdered(smoothed.quantiles);
    expect(forecastSmoothed(values.subarray(0, 2), spec)).toEqual({ reason: "2 days are fewer than 8" });
  });
});
