import { beforeAll, describe, expect, it, vi } from "vitest";
import { startBackend } from "./backend";
import { toDayString } from "./calendar";
import { type Forecaster, forecastGames, type GameForecast, roundKeepingTotals } from "./forecast-game";
import { HORIZON, type WindowSource } from "./game-panel";
import { DEFAULT_FIT } from "./network/fit-network";
import type { Calibration } from "./panel-calibration";
import { type GameSeries, toZeroSeries } from "./series";
import { createSyntheticStore, SYNTHETIC_GENRES } from "./synthetic-series";
import { type TrainedModel, trainModel } from "./train-model";

// Real training on a machine that others may be using.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const lastDay = 20_000;
const store = createSyntheticStore({ games: 16, days: 260, lastDay, seed: 4 });
const plan = {
  members: 1,
  fit: { ...DEFAULT_FIT, steps: 120, batch: 32, dropout: 0.1, maskShare: 0.3 },
  warmSteps: 10,
  warmRate: 1e-3,
};
let trained: TrainedModel;
let forecaster: Forecaster;
let forecasts: GameForecast[];

const toSource = (series: GameSeries): WindowSource => ({
  series,
  origin: series.units.length - 1,
  plannedDiscount: (h) => (h >= 10 && h < 20 ? 0.5 : 0),
});
const launch = (gameId = "launch"): WindowSource => {
  const facts = { gameId, slug: gameId, genres: ["rpg"], unitPriceCents: 1999, reviewScore: 0, rating: 0 };
  const series = toZeroSeries(facts, lastDay + 1, lastDay + 1, lastDay + 1);
  return { series, origin: -1, plannedDiscount: () => 0 };
};

beforeAll(async () => {
  await startBackend();
  trained = await trainModel(store, { genres: SYNTHETIC_GENRES, lastDay, seed: 5, plan });
  forecaster = { model: trained.model };
  forecasts = forecastGames(forecaster, [...store.map(toSource), launch()]);
});

describe("a served forecast", () => {
  it("is 60 consecutive days after the last one", () => {
    for (const { days } of forecasts) {
      expect(days.map(({ day }) => day)).toEqual(
        Array.from({ length: HORIZON }, (_, h) => toDayString(lastDay + 1 + h)),
      );
      expect(days.map(({ horizon }) => horizon)).toEqual(Array.from({ length: HORIZON }, (_, h) => h + 1));
    }
    expect(forecasts.map(({ historyDays }) => historyDays)).toEqual([...store.map(({ units }) => units.length), 0]);
  });

  it("has whole units whose quantiles are in order around its point", () => {
    for (const day of forecasts.flatMap(({ days }) => days)) {
      const { lower, lowerQuartile, median, upperQuartile, upper, predicted } = day;
      const quantiles = [lower, lowerQuartile, median, upperQuartile, upper];
      expect([...quantiles, predicted].every((units) => Number.isInteger(units) && units >= 0)).toBe(true);
      expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
      expect(lower <= predicted && predicted <= upper).toBe(true);
    }
  });

  it("has a running total that never falls, in a band that never falls and contains it", () => {
    for (const { days } of forecasts) {
      let total = 0;
      days.forEach((day, h) => {
        total += day.predicted;
        const { cumulativeLower, cumulativePredicted, cumulativeUpper } = day;
        expect(cumulativePredicted).toBe(total);
        expect(cumulativeLower <= total && total <= cumulativeUpper).toBe(true);
        expect(cumulativeLower).toBeGreaterThanOrEqual(days[h - 1]?.cumulativeLower ?? 0);
        expect(cumulativeUpper).toBeGreaterThanOrEqual(days[h - 1]?.cumulativeUpper ?? 0);
        expect([cumulativeLower, cumulativeUpper].every(Number.isInteger)).toBe(true);
      });
    }
  });

  it("keeps the band of its running total from falling where the errors of totals grow", () => {
    const totals = [-0.1, -0.2, -0.5, -2, -4, -6].map((lower) => ({ lower, upper: -lower / 10 }));
    const widen = (group: Calibration["fast"]) => ({ ...group, totals });
    const { slow, fast, young, new: fresh } = trained.model.calibration;
    const calibration = { slow: widen(slow), fast: widen(fast), young: widen(young), new: widen(fresh) };
    for (const { days } of forecastGames({ model: { ...trained.model, calibration } }, store.map(toSource))) {
      const lower = days.map(({ cumulativeLower }) => cumulativeLower);
      expect(lower).toEqual([...lower].sort((a, b) => a - b));
    }
  });

  it("is the same for one game and for many at once, also across chunks", () => {
    const all = [...store.map(toSource), launch()];
    const many = forecastGames(forecaster, Array.from({ length: 5 }, () => all).flat());
    all.forEach((source, i) => {
      expect(forecastGames(forecaster, [source])[0]).toEqual(forecasts[i]);
      expect(many[4 * all.length + i]).toEqual(forecasts[i]);
    });
    expect(forecastGames(forecaster, [])).toEqual([]);
  });

  it("reads nothing of a series after its origin, and of prices only the plan", () => {
    const [series] = store;
    if (!series) throw new Error("the store is empty");
    const source = { ...toSource(series), origin: 100 };
    const change = (values: Float64Array) => values.map((value, t) => (t > 100 ? value + 7 : value));
    const later = {
      ...series,
      units: change(series.units),
      discountRate: change(series.discountRate),
      unitPriceCents: change(series.unitPriceCents),
      wishlistAdds: change(series.wishlistAdds),
      rating: change(series.rating),
      reviewScore: change(series.reviewScore),
    };
    expect(forecastGames(forecaster, [{ ...source, series: later }])).toEqual(forecastGames(forecaster, [source]));
  });

  it("is finite and wide for a game of which nothing is known yet", () => {
    const width = ({ days }: GameForecast) =>
      days.reduce((sum, { upper, lower }) => sum + upper - lower, 0) /
      days.reduce((sum, { median }) => sum + median + 0.5, 0);
    const old = forecasts.filter(({ historyDays }) => historyDays === 260);
    const [cold] = forecasts.slice(-1);
    expect(old.length).toBeGreaterThan(4);
    const widths = old.map(width).sort((a, b) => a - b);
    expect(cold && width(cold)).toBeGreaterThan(1.3 * (widths[Math.floor(widths.length / 2)] ?? 0));
    expect(cold?.days.some(({ upper }) => upper > 0)).toBe(true);
  });

  it("names what is served, and the game whose forecast is not a number", () => {
    const [series] = store;
    if (!series) throw new Error("the store is empty");
    const choice = { rival: "seasonal_naive", share: 0, error: 2, rivalError: 1 } as const;
    const choices = { [series.gameId]: choice };
    const [served] = forecastGames({ model: { ...trained.model, choices } }, [toSource(series)]);
    expect(served?.source).toBe("seasonal_naive");
    expect(served?.days.slice(0, 7).map(({ predicted }) => predicted)).toEqual([...series.units.slice(-7)]);
    const [blend] = forecastGames(
      { model: { ...trained.model, choices: { [series.gameId]: { ...choice, share: 0.5 } } } },
      [toSource(series)],
    );
    expect(blend?.source).toBe("blend");
    const broken = { ...series, units: series.units.map(() => Number.NaN) };
    expect(() => forecastGames(forecaster, [launch(), toSource(broken)])).toThrow("game-0: the network answered");
    const members = trained.model.members.map((weights) => ({
      ...weights,
      output_bias: new Float32Array(6).fill(Number.NaN),
    }));
    expect(() => forecastGames({ model: { ...trained.model, members } }, [launch()])).toThrow("launch: the network");
  });
});

describe("roundKeepingTotals", () => {
  it("does not lose slow sellers", () => {
    expect(roundKeepingTotals([0.4, 0.4, 0.4, 0.4, 0.4])).toEqual([0, 1, 0, 1, 0]);
    const values = Array.from({ length: 60 }, (_, i) => 0.1 + (i % 7) / 10);
    const total = values.reduce((a, b) => a + b, 0);
    expect(Math.abs(roundKeepingTotals(values).reduce((a, b) => a + b, 0) - total)).toBeLessThanOrEqual(0.5);
    expect(roundKeepingTotals([12.2, 12.2, 12.2]).every((units) => units === 12 || units === 13)).toBe(true);
  });
});
