import { beforeAll, describe, expect, it, vi } from "vitest";
import { startBackend } from "./backend";
import { toWeekday } from "./calendar";
import { type DayExplanation, EXPLAIN_GROUPS, explainForecast } from "./explain";
import { type Forecaster, toWindow } from "./forecast-game";
import { toGamePanel, type WindowSource } from "./game-panel";
import { DEFAULT_FIT, fitNetwork } from "./network/fit-network";
import { fitPanelContext } from "./panel/panel-context";
import { fitCalibration } from "./panel-calibration";
import { predictWindows } from "./panel-model";
import { createSyntheticStore, SYNTHETIC_GENRES } from "./synthetic-series";

// Real training on a machine that others may be using.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const lastDay = 20_000;
const store = createSyntheticStore({ games: 16, days: 300, lastDay, seed: 4 });
const old = store.filter(({ units }) => units.length === 300);
const isOnSale = (h: number) => h >= 20 && h < 30;
let forecaster: Forecaster;
let explained: DayExplanation[][];

const toSource = (series: (typeof store)[number]): WindowSource => ({
  series,
  origin: series.units.length - 1,
  plannedDiscount: (h) => (isOnSale(h) ? 0.5 : 0),
});

beforeAll(async () => {
  await startBackend();
  const panel = toGamePanel(store, SYNTHETIC_GENRES);
  const { context, prepared } = fitPanelContext(panel, lastDay + 1);
  const kit = { spec: panel.spec, context };
  const plan = { ...DEFAULT_FIT, steps: 250, batch: 24, dropout: 0.1 };
  const members = [await fitNetwork(prepared, kit, plan, { seed: 1 })];
  forecaster = { model: { ...kit, members, calibration: fitCalibration([]), choices: {}, personal: {} } };
  explained = old.map((series) => explainForecast(forecaster, toSource(series)));
});

describe("explainForecast", () => {
  it("adds up: the level and the effects are the forecast, each day", () => {
    for (const { level, forecast, effects } of explained.flat()) {
      const sum = EXPLAIN_GROUPS.reduce((total, group) => total + effects[group], level);
      expect(Math.abs(sum - forecast)).toBeLessThan(1e-9 * (1 + forecast));
    }
    expect(explained.every((days) => days.length === 60)).toBe(true);
  });

  it("explains the network's forecast, from the same day on", () => {
    old.forEach((series, i) => {
      const [forecast] = predictWindows(forecaster.model, [toWindow(forecaster.model, toSource(series))]);
      explained[i]?.forEach((day, h) => {
        expect(day.forecast).toBeCloseTo(forecast?.mean[h] ?? Number.NaN, 5);
      });
    });
    expect([explained[0]?.[0]?.day, explained[0]?.[59]?.day]).toEqual(["2024-10-05", "2024-12-03"]);
  });

  it("shows that a discount sells, and on its days more than on any other", () => {
    for (const days of explained) {
      const share = days.map(({ effects, level }) => effects.discount / level);
      const onSale = share.filter((_, h) => isOnSale(h));
      const before = share.filter((_, h) => h < 12);
      expect(Math.min(...onSale)).toBeGreaterThan(0);
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean(onSale)).toBeGreaterThan(0.2);
      expect(mean(onSale)).toBeGreaterThan(5 * mean(before.map(Math.abs)));
    }
  });

  it("finds no effect of a discount where none is planned, and the week where it is", () => {
    const [series] = old;
    if (!series) throw new Error("no game is old enough");
    const plain = explainForecast(forecaster, { ...toSource(series), plannedDiscount: () => 0 });
    for (const { effects, level } of plain) expect(Math.abs(effects.discount)).toBeLessThan(1e-6 * level);
    // Saturdays and Sundays sell a tenth more, Wednesdays less.
    const weekend = plain.filter((_, h) => [5, 6].includes(toWeekday(lastDay + 1 + h)));
    const midweek = plain.filter((_, h) => toWeekday(lastDay + 1 + h) === 2);
    const mean = (days: DayExplanation[]) =>
      days.reduce((sum, day) => sum + day.effects.weekday / day.level, 0) / days.length;
    expect(mean(weekend)).toBeGreaterThan(mean(midweek));
  });
});
