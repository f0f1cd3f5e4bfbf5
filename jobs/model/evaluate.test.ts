import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "./backend";
import { CONTESTANTS, countSources, evaluate, forecastHeldOut, type HeldOut, listHeldOut, SEGMENTS } from "./evaluate";
import { toGamePanel } from "./game-panel";
import { createWeights } from "./network/network-shape";
import { fitPanelContext } from "./panel/panel-context";
import { computeNaiveError } from "./panel/scaler";
import { fitCalibration } from "./panel-calibration";
import type { PanelModel } from "./panel-model";
import { createSyntheticStore, SYNTHETIC_GENRES } from "./synthetic-series";

const lastDay = 20_000;
const from = lastDay + 1 - 60;
const store = createSyntheticStore({ games: 24, days: 260, lastDay, seed: 5 });
const panel = toGamePanel(store, SYNTHETIC_GENRES);
const old = store.find(({ units }) => units.length === 260)?.gameId ?? "";
const model: PanelModel = {
  spec: panel.spec,
  context: fitPanelContext(panel, from).context,
  members: [createWeights(panel.spec, 1)],
  calibration: fitCalibration([]),
  choices: { [old]: { rival: "seasonal_naive", share: 0, error: 2, rivalError: 1 } },
  personal: {},
};
let held: HeldOut[];

beforeAll(async () => {
  await startBackend();
  held = forecastHeldOut(model, listHeldOut(model, panel, from));
});

describe("evaluate", () => {
  it("holds out the games that were on sale on each of the days, at the day before them", () => {
    const onSale = store.filter(({ firstDay }) => firstDay < from).map(({ gameId }) => gameId);
    expect(held.map(({ window }) => window.prepared.series.id)).toEqual(onSale);
    for (const { window } of held) expect(window.prepared.series.firstDay + window.origin).toBe(from - 1);
    const gone = { ...panel, series: panel.series.map((each) => ({ ...each, values: each.values.slice(0, -1) })) };
    expect(listHeldOut(model, gone, from)).toEqual([]);
  });

  it("scores a rule as by hand", () => {
    const one = held.find(({ window }) => window.prepared.series.id === old);
    const units = store.find(({ gameId }) => gameId === old)?.units ?? new Float64Array();
    const end = units.length - 60;
    let error = 0;
    for (let h = 0; h < 60; h++) error += Math.abs((units[end + h] ?? 0) - (units[end - 7 + (h % 7)] ?? 0));
    const { seasonalNaive } = evaluate(one ? [one] : []).all;
    const scale = Math.max(0.25, computeNaiveError(units, end, 7));
    expect(seasonalNaive.mase).toBeCloseTo(error / 60 / scale, 9);
    expect(seasonalNaive.wape).toBeCloseTo(error / units.subarray(end).reduce((sum, value) => sum + value, 0), 9);
  });

  it("scores the last week again where smoothing has no answer", () => {
    const [one] = held;
    const short = one ? [{ ...one.window, origin: 5 }] : [];
    const [{ scored } = { scored: null }] = forecastHeldOut(model, short);
    expect(scored?.autoEts.forecast.point).toEqual(scored?.seasonalNaive.forecast.point);
    expect(Math.max(...Array.from(scored?.autoEts.forecast.point ?? []))).toBeGreaterThan(0);
  });

  it("scores what is served: of a game that a rule is chosen for, the rule's points in whole units", () => {
    const one = held.find(({ window }) => window.prepared.series.id === old);
    expect([...(one?.scored.served.forecast.point ? Array.from(one.scored.served.forecast.point) : [])]).toEqual(
      Array.from(one?.scored.seasonalNaive.forecast.point ?? []),
    );
    expect(one?.scored.network.forecast.point).not.toEqual(one?.scored.seasonalNaive.forecast.point);
    expect(
      countSources(
        model,
        store.map(({ gameId }) => gameId),
      ),
    ).toEqual({ seasonal_naive: 1, lstm: 23 });
  });

  it("puts each game in the segments it belongs to", () => {
    const evaluation = evaluate(held);
    const games = (segment: (typeof SEGMENTS)[number]) => evaluation[segment].served.games;
    const young = held.filter(({ window }) => window.prepared.series.firstAge + window.origin < 90).length;
    expect(young).toBeGreaterThan(0);
    expect([games("all"), games("young"), games("top")]).toEqual([held.length, young, 10]);
    expect(games("tail")).toBe(held.length - young - 10);
    for (const segment of SEGMENTS) {
      for (const name of CONTESTANTS) {
        expect(Object.values(evaluation[segment][name]).every(Number.isFinite)).toBe(true);
      }
    }
    expect(evaluate([]).all.served).toMatchObject({ games: 0, mase: 0 });
  });
});
