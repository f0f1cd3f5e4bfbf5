import { beforeAll, describe, expect, it, vi } from "vitest";
import { startBackend } from "./backend";
import { applyOutput } from "./network/last-layer";
import { computeGradient, predictTop } from "./network/network";
import { createWeights, OUTPUTS } from "./network/network-shape";
import { computeLoss } from "./network/quantile-loss";
import { fitPanelContext } from "./panel/panel-context";
import { predictWindows } from "./panel-model";
import { fitPersonal } from "./personal";
import { judgePersonal, pickPersonal } from "./personal-trial";
import { createShops, toEndDay } from "./synthetic-panel";
import { writeWindow } from "./window/window";
import { createBatch } from "./window/window-batch";

vi.setConfig({ testTimeout: 30_000 });

const HORIZON = 14;
const panel = createShops({ count: 3, days: 220, horizon: HORIZON, seed: 2 });
const [quirky, ...others] = panel.series;
if (!quirky) throw new Error("there is no shop");
// Goes up and down every ten days, which level and conditions do not expect.
quirky.values.forEach((value, t) => {
  quirky.values[t] = value * (t % 20 < 10 ? 1.4 : 0.6);
});
const endDay = toEndDay(panel) - HORIZON;
const { context, prepared } = fitPanelContext({ ...panel, series: [quirky, ...others] }, endDay);
const kit = { spec: panel.spec, context };
const weights = createWeights(panel.spec, 1);

beforeAll(async () => {
  await startBackend();
});

describe("a last layer of a series' own", () => {
  it("answers with the shared weights as the network does", () => {
    const batch = createBatch(3, HORIZON, kit);
    const days = Array.from({ length: HORIZON }, (_, h) => h);
    prepared.forEach((one, slot) => {
      writeWindow(batch, slot, { prepared: one, origin: 150, start: 0, days }, kit);
    });
    const targets = {
      target: batch.base.map((value) => 1.1 * value),
      weight: batch.base.map((value) => Number(value > 0)),
    };
    const raw = applyOutput(predictTop(kit.spec, weights, batch), weights);
    const loss = computeLoss(raw, batch.base, targets, new Float32Array(batch.base.length * OUTPUTS));
    expect(loss).toBeCloseTo(computeGradient(kit.spec, weights, { ...batch, ...targets }).loss, 3);
  });

  it("learns the series' own ways, leaves the shared weights and is used for that series alone", () => {
    const before = structuredClone(weights);
    const personal = fitPersonal(prepared, kit, [weights]);
    expect(weights).toEqual(before);
    expect(Object.keys(personal)).toEqual(["shop-0", "shop-1", "shop-2"]);
    const forecast = (own: typeof personal) => {
      const windows = prepared.map((one) => ({ prepared: one, origin: one.length - 1 - HORIZON, start: 0 }));
      return predictWindows({ ...kit, members: [weights], personal: own }, windows);
    };
    const [shared, tuned] = [forecast({}), forecast({ "shop-0": personal["shop-0"] ?? [] })];
    expect(tuned.slice(1)).toEqual(shared.slice(1));
    const errorOf = (
      { quantiles }: (typeof shared)[number] = { mean: new Float32Array(), quantiles: new Float32Array() },
    ) => {
      let sum = 0;
      for (let h = 0; h < HORIZON; h++) {
        const actual = prepared[0]?.series.values[(prepared[0]?.length ?? 0) - HORIZON + h] ?? 0;
        [0.1, 0.25, 0.5, 0.75, 0.9].forEach((tau, k) => {
          const error = actual - (quantiles[5 * h + k] ?? 0);
          sum += Math.max(tau * error, (tau - 1) * error);
        });
      }
      return sum;
    };
    expect(errorOf(tuned[0])).toBeLessThan(errorOf(shared[0]));
  });

  it("reads nothing from its last day on, and is not made of little or of nothing", () => {
    const poisoned = { ...quirky, values: quirky.values.map((v, t) => (t >= 206 ? 9 * v + 5 : v)) };
    const again = fitPanelContext({ ...panel, series: [poisoned, ...others] }, endDay).prepared;
    expect(fitPersonal(again, kit, [weights])).toEqual(fitPersonal(prepared, kit, [weights]));
    const short = fitPanelContext(panel, endDay - 130).prepared;
    expect(fitPersonal(short, kit, [weights])).toEqual({});
    const silent = prepared.map((one) => ({
      ...one,
      series: { ...one.series, values: one.series.values.map(() => 0) },
    }));
    expect(fitPersonal(silent, kit, [weights])).toEqual({});
  });
});

describe("judgePersonal", () => {
  const missBy = (miss: number) => Float32Array.of(10 + miss, 99, 10 - miss);
  /** Held-out windows of a series, each off by so much a day. */
  const trial = (id: string, own: readonly number[], shared: readonly number[]) =>
    own.map((miss, i) => ({
      id,
      held: { actual: Float64Array.of(10, Number.NaN, 10) },
      trial: { own: missBy(miss), shared: missBy(shared[i] ?? 0) },
    }));

  it("keeps a layer where it lowered the error of three windows or more by 3 %", () => {
    const helped = judgePersonal([
      ...trial("better", [1, 1, 1], [2, 2, 2]),
      ...trial("hardly", [1, 1, 0.98], [1, 1, 1]),
      ...trial("worse", [3, 3, 3], [2, 2, 2]),
      ...trial("few", [0, 0], [2, 2]),
      ...trial("perfect", [0, 0, 0], [0, 0, 0]),
    ]);
    expect(helped).toEqual({ better: 0.5 });
    expect(pickPersonal({ better: [], worse: [] }, helped)).toEqual({ better: [] });
  });

  it("adds up the trials of all stages", () => {
    expect(judgePersonal([...trial("one", [0, 0], [2, 2]), ...trial("one", [5], [1])])).toEqual({});
    expect(judgePersonal([...trial("one", [1, 1], [2, 2]), ...trial("one", [1], [2])])).toEqual({ one: 0.5 });
  });
});
