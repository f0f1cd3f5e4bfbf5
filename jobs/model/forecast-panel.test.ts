import { beforeAll, describe, expect, it, vi } from "vitest";
import { startBackend } from "./backend";
import { type ForecastPanelOptions, forecastPanel, type PanelForecast, toPlan } from "./forecast-panel";
import { QUANTILES } from "./metrics";
import { DEFAULT_FIT } from "./network/fit-network";
import type { Panel } from "./panel/panel";
import { createShops, toEndDay } from "./synthetic-panel";
import { type FitMembers, fitMembersInTurn } from "./training-work";

// Real training on a machine that others may be using.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const HORIZON = 14;
const panel = createShops({ count: 3, days: 180, horizon: HORIZON, seed: 7 });
const endDay = toEndDay(panel) - HORIZON;
const END = 180 - HORIZON;
/** Small batches: a test has no minutes. */
const fitMembers: FitMembers = (of, tasks, hooks) =>
  fitMembersInTurn(
    of,
    tasks.map((task) => ({ ...task, plan: { ...task.plan, batch: 12 } })),
    hooks,
  );
const options: ForecastPanelOptions = { endDay, seed: 1, minutes: 0.05, work: { fitMembers } };
const coldIds = new Set(["shop-1"]);
const told: number[] = [];
let forecasts: PanelForecast[];
let cold: PanelForecast[];

const forecast = async (of: Panel, more: Partial<ForecastPanelOptions> = {}) =>
  (await forecastPanel(of, { ...options, ...more })).forecasts;

/** The panel with other values, and other known columns beyond the horizon, where it must not look. */
function poison(isHidden: (id: string, t: number) => boolean): Panel {
  const series = panel.series.map((each) => ({
    ...each,
    values: each.values.map((value, t) => (isHidden(each.id, t) ? 5 * value + 900 : value)),
    known: each.known.map((column) => column.map((value, t) => (t >= END + HORIZON ? 1 - value : value))),
  }));
  return { ...panel, series };
}

beforeAll(async () => {
  await startBackend();
  forecasts = await forecast(panel, { onProgress: (done) => void told.push(done) });
  cold = await forecast(panel, { coldIds, coldDays: 3 });
});

describe("forecastPanel", () => {
  it("is the same for the same seed, whatever came from its day on", async () => {
    expect(await forecast(poison((_, t) => t >= END))).toEqual(forecasts);
  });

  it("forecasts every series with ordered quantiles: nothing on closed days, something else", () => {
    expect(forecasts.map(({ id }) => id)).toEqual(panel.series.map(({ id }) => id));
    forecasts.forEach(({ mean, quantiles }, i) => {
      expect(quantiles).toHaveLength(QUANTILES.length);
      const open = panel.series[i]?.known[2]?.subarray(END, END + HORIZON) ?? [];
      for (let h = 0; h < HORIZON; h++) {
        const values = quantiles.map((column) => column[h] ?? Number.NaN);
        expect(values).toEqual([...values].sort((a, b) => a - b));
        const all = [mean[h] ?? Number.NaN, ...values];
        expect(all.every((value) => (open[h] === 1 ? value > 0 && Number.isFinite(value) : value === 0))).toBe(true);
      }
    });
  });

  it("comes near what came", () => {
    let [error, sold] = [0, 0];
    forecasts.forEach(({ quantiles }, i) => {
      for (let h = 0; h < HORIZON; h++) {
        const actual = panel.series[i]?.values[END + h] ?? 0;
        error += Math.abs(actual - (quantiles[2]?.[h] ?? 0));
        sold += actual;
      }
    });
    expect(error / sold).toBeLessThan(0.15);
  });

  it("shows cold series wide, and knows no more of them than their last days", async () => {
    const width = ({ quantiles: [lower, , median, , upper] }: PanelForecast) =>
      ((upper?.[1] ?? 0) - (lower?.[1] ?? 0)) / (median?.[1] ?? 1);
    cold.forEach((each, i) => {
      const warm = forecasts[i];
      if (warm && coldIds.has(each.id)) expect(width(each)).toBeGreaterThan(1.5 * width(warm));
    });
    const hidden = poison((id, t) => t >= END || (coldIds.has(id) && t < END - 3));
    expect(await forecast(hidden, { coldIds, coldDays: 3 })).toEqual(cold);
  });

  it("makes steps for its minutes, the same on every machine, and stops when told to", async () => {
    expect(toPlan(60, false).fit.steps).toBe(DEFAULT_FIT.steps);
    expect(toPlan(0.2, false).fit.steps).toBeLessThan(toPlan(0.4, false).fit.steps);
    expect(toPlan(0, true).fit).toMatchObject({ steps: 50, maskShare: expect.closeTo(0.3, 6) });
    expect(told.at(-1)).toBe(1);
    await expect(forecast(panel, { signal: AbortSignal.abort(new Error("cancelled")) })).rejects.toThrow("cancelled");
  });
});
