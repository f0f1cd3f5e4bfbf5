import { describe, expect, it } from "vitest";
import { QUANTILES } from "@/jobs/model/metrics";
import type { PanelSeries } from "@/jobs/model/panel/panel";
import { fitPanelContext } from "@/jobs/model/panel/panel-context";
import { createShops, toEndDay } from "@/jobs/model/synthetic-panel";
import { choose, forecastRival, moveTowards, scoreRivals, toSource } from "./choice";

const HORIZON = 14;
const shops = createShops({ count: 3, days: 200, horizon: HORIZON, seed: 1 });
const rivalSpec = { horizon: HORIZON, season: 7, cells: 14 };

/** Windows of the first shop once its values are the given ones, the network off by `miss` from what came. */
function createContests(toValue: (t: number) => number, toActual: (h: number) => number, miss: number, count = 4) {
  const [shop] = shops.series;
  if (!shop) throw new Error("there is no shop");
  const values = shop.values.map((value, t) => (value > 0 ? toValue(t) : 0));
  const series: PanelSeries = { ...shop, values };
  const panel = { ...shops, series: [series, ...shops.series.slice(1)] };
  const [prepared] = fitPanelContext(panel, toEndDay(shops)).prepared;
  if (!prepared) throw new Error("nothing was prepared");
  const window = { prepared, origin: 199, start: 0 };
  const actual = Float64Array.from({ length: HORIZON }, (_, h) =>
    prepared.closed[200 + h] ? Number.NaN : toActual(h),
  );
  const held = {
    historyDays: 200,
    offset: 0.1,
    isCount: false,
    mean: Float32Array.from(actual, (value) => (Number.isNaN(value) ? 0 : value + miss)),
    quantiles: new Float32Array(HORIZON * QUANTILES.length),
    actual,
  };
  return Array.from({ length: count }, () => ({ window, held, rivals: scoreRivals(window, held, rivalSpec) }));
}

const weekly = (t: number) => 20 + 4 * (t % 7);
/** What comes is `miss` above the week that is repeated. */
const above = (miss: number) => (h: number) => weekly(200 + h) + miss;

describe("choose", () => {
  it("serves the rule that is clearly better than the network, and names it", () => {
    // The level doubled eight days ago: only who repeats the last week knows.
    const jump = (t: number) => (t >= 186 ? 2 : 1) * weekly(t);
    const choice = choose(createContests(jump, (h) => 2 * weekly(200 + h), 10));
    expect(choice).toMatchObject({ rival: "seasonal_naive", share: 0, rivalError: 0 });
    expect(choice?.error).toBeCloseTo(10, 4);
    expect(toSource(choice ?? undefined)).toBe("seasonal_naive");
  });

  it("gives a rule all of the forecast, half or nothing, by how much better it is", () => {
    expect(choose(createContests(weekly, above(1), 1.35))?.share).toBe(0);
    const blend = choose(createContests(weekly, above(1), 1.15));
    expect(blend?.share).toBe(0.5);
    expect(toSource(blend ?? undefined)).toBe("blend");
    expect(choose(createContests(weekly, above(1), 1.04))).toBeNull();
    expect(choose(createContests(weekly, above(1), 0.5))).toBeNull();
    expect(toSource(undefined)).toBe("lstm");
  });

  it("says nothing on too few windows, on those of a young series or without a day to score", () => {
    expect(choose(createContests(weekly, above(0), 10, 2))).toBeNull();
    const young = createContests(weekly, above(0), 10).map(({ window, held }) => ({
      held,
      rivals: scoreRivals(window, { ...held, historyDays: 100 }, rivalSpec),
    }));
    expect(choose(young)).toBeNull();
    expect(choose(createContests(weekly, () => Number.NaN, 10))).toBeNull();
  });
});

describe("forecastRival", () => {
  const [{ window } = { window: null }] = createContests(weekly, above(0), 0);
  if (!window) throw new Error("no window");

  it.each(["seasonal_naive", "same_condition", "auto_ets"] as const)(
    "%s sells nothing on closed days, and near what it has seen else",
    (rival) => {
      const forecast = forecastRival(rival, window, rivalSpec);
      forecast?.forEach((value, h) => {
        if (window.prepared.closed[200 + h]) expect(value).toBe(0);
        else expect(Math.abs(value - weekly(200 + h))).toBeLessThan(rival === "auto_ets" ? 12 : 1e-9);
      });
      expect(forecast).toHaveLength(HORIZON);
    },
  );

  it("has no smoothing of a few days, and no week to repeat of none", () => {
    expect(forecastRival("auto_ets", { ...window, origin: 5 }, rivalSpec)).toBeNull();
    expect([...(forecastRival("seasonal_naive", { ...window, origin: -1 }, rivalSpec) ?? [])]).toEqual(
      Array(HORIZON).fill(0),
    );
  });
});

describe("moveTowards", () => {
  const forecast = () => ({
    mean: Float32Array.of(10, 4),
    quantiles: Float32Array.of(4, 6, 8, 12, 20, 0, 0, 0, 1, 3),
  });

  it("moves points by the rival's share and the band along with its median", () => {
    const moved = forecast();
    moveTowards(moved, Float64Array.of(20, 8), 0.5);
    expect([...moved.mean]).toEqual([15, 6]);
    expect([...moved.quantiles.subarray(0, 5)]).toEqual([7, 10.5, 14, 21, 35]);
    const replaced = forecast();
    moveTowards(replaced, Float64Array.of(20, 0), 0);
    expect(replaced.mean[0]).toBe(20);
    expect(replaced.quantiles[2]).toBe(20);
  });

  it("keeps quantiles in order where the median is 0", () => {
    const moved = forecast();
    moveTowards(moved, Float64Array.of(0, 9), 0.5);
    for (const row of [moved.quantiles.subarray(0, 5), moved.quantiles.subarray(5)]) {
      expect([...row]).toEqual([...row].sort((a, b) => a - b));
    }
  });
});
