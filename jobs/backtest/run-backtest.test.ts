import { describe, expect, it } from "vitest";
import type { Panel, PanelSeries } from "@/jobs/model/panel/panel";
import { createRandom } from "@/jobs/model/random";
import { findRivalConditions } from "@/jobs/model/rivals/rival-conditions";
import { forecastSameCondition } from "@/jobs/model/rivals/rivals";
import type { ForecasterOptions, PanelForecaster } from "./our-forecasts";
import { runBacktest } from "./run-backtest";

const DAYS = 200;
const HORIZON = 14;

function makeSeries(id: string, level: number): PanelSeries {
  const random = createRandom(level);
  const values = Float64Array.from({ length: DAYS }, (_, t) =>
    Math.round(level * (1 + (t % 7 === 6 ? 1 : 0)) + 4 * random()),
  );
  const known = [Float64Array.from({ length: DAYS }, (_, t) => Number(t % 5 === 0))];
  return { id, firstDay: 20_000, firstAge: 0, values, known, statics: new Float64Array(0) };
}

const panel: Panel = {
  spec: { known: ["promo"], statics: [], horizon: HORIZON, season: 7, hasAges: false, isCount: true },
  series: ["a", "b", "c", "d", "e", "f"].map((id, i) => makeSeries(id, 10 * (i + 1))),
};
const endDays = [20_000 + DAYS - HORIZON - 20, 20_000 + DAYS - HORIZON];
const options = { seed: 1, minutes: 5, coldDays: undefined };

/** Serves the same-condition mean. */
const forecaster: PanelForecaster = async (known) => {
  const conditions = findRivalConditions(known);
  const forecasts = known.series.map((series) => ({
    id: series.id,
    quantiles: forecastSameCondition(series, known.spec, conditions).quantiles,
    model: "same_condition",
  }));
  return { forecasts: forecasts.reverse(), fitSeconds: 2 };
};

describe("a backtest", () => {
  it("scores a forecaster that serves a rule exactly as it scores the rule", async () => {
    const result = await runBacktest({ panel, endDays, options, forecaster });
    expect(result.buckets.map(({ name }) => name)).toEqual(["1-14", "1-7", "8-14"]);
    expect(Object.keys(result.scores)).toEqual(["kratos", "naive", "seasonal_naive", "same_condition", "auto_ets"]);
    expect(result.scores.kratos).toEqual(result.scores.same_condition);
    const [whole] = result.scores.kratos ?? [];
    expect(whole?.mase).toBeLessThan(result.scores.naive?.[0]?.mase ?? 0);
    expect(result.served).toEqual({ same_condition: 12 });
    expect(result.origins.map(({ origin, series, fitSeconds }) => [origin, series, fitSeconds])).toEqual([
      ["2025-03-18", 6, 2],
      ["2025-04-07", 6, 2],
    ]);
  });

  it("gives the forecaster no value of the future, whatever comes after", async () => {
    const altered: Panel = {
      ...panel,
      series: panel.series.map((series) => ({ ...series, values: series.values.slice() })),
    };
    for (const { values } of altered.series) values.fill(1e6, DAYS - HORIZON);
    const seen: number[][] = [];
    const record: PanelForecaster = (known, asked) => {
      seen.push(known.series.flatMap(({ values, firstDay }) => [firstDay + values.length, Math.max(...values)]));
      return forecaster(known, asked);
    };
    await runBacktest({ panel, endDays: endDays.slice(1), options, forecaster: record });
    await runBacktest({ panel: altered, endDays: endDays.slice(1), options, forecaster: record });
    expect(seen[0]).toEqual(seen[1]);
  });

  it("asks once a fold for cold series, each with its part of the budget, and scores each series once", async () => {
    const asked: ForecasterOptions[] = [];
    const record: PanelForecaster = (known, each) => {
      asked.push(each);
      for (const { id, values } of known.series) expect(values.length === 10).toBe(each.coldIds?.has(id));
      return forecaster(known, each);
    };
    const run = () =>
      runBacktest({ panel, endDays: endDays.slice(1), options: { ...options, coldDays: 10 }, forecaster: record });
    const result = await run();
    expect(asked.map(({ minutes, coldDays }) => [minutes, coldDays])).toEqual(Array(5).fill([1, 10]));
    const ids = asked.flatMap(({ coldIds }) => [...(coldIds ?? [])]);
    expect(ids.sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(result.served).toEqual({ same_condition: 6 });
    // The rules see as little as the forecaster.
    expect(result.scores.same_condition).toEqual(result.scores.kratos);
    await run();
    expect(asked.slice(5).map(({ coldIds }) => coldIds)).toEqual(asked.slice(0, 5).map(({ coldIds }) => coldIds));
  });

  it("gives series of which nothing is known what the rules say of the others", async () => {
    const result = await runBacktest({
      panel,
      endDays: endDays.slice(1),
      options: { ...options, coldDays: 0 },
      forecaster,
    });
    const [scores] = result.scores.seasonal_naive ?? [];
    expect(scores?.series).toBe(6);
    expect(scores?.wape).toBeGreaterThan(0.3);
    expect(scores?.wape).toBeLessThan(1);
  });

  it.each([
    ["is NaN", (values: Float64Array[]) => values[2]?.fill(Number.NaN, 3, 4), /series "f" is NaN at day 4/],
    ["crosses", (values: Float64Array[]) => values[4]?.fill(-1, 0, 1), /series "f" has quantiles that cross at day 1/],
    ["is too short", (values: Float64Array[]) => values.pop(), /series "f" has 4 quantiles, not 5/],
  ])("stops at a forecast that %s", async (_, spoil, message) => {
    const spoiled: PanelForecaster = async (known, each) => {
      const result = await forecaster(known, each);
      spoil(result.forecasts[0]?.quantiles ?? []);
      return result;
    };
    await expect(runBacktest({ panel, endDays, options, forecaster: spoiled })).rejects.toThrow(message);
  });

  it("stops at a series that was left out, and when it is aborted", async () => {
    const lazy: PanelForecaster = async (known, each) => ({ ...(await forecaster(known, each)), forecasts: [] });
    await expect(runBacktest({ panel, endDays, options, forecaster: lazy })).rejects.toThrow('left out series "a"');
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(runBacktest({ panel, endDays, options, forecaster, signal })).rejects.toThrow("enough");
  });
});
