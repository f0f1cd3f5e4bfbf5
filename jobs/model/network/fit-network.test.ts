import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/jobs/model/backend";
import type { Panel } from "@/jobs/model/panel/panel";
import { fitPanelContext, prepareWith } from "@/jobs/model/panel/panel-context";
import { createShops, toEndDay } from "@/jobs/model/synthetic-panel";
import type { WindowKit } from "@/jobs/model/window/window-batch";
import { DEFAULT_FIT, type FitOptions, fitNetwork } from "./fit-network";
import { createWeights } from "./network-shape";

const panel = createShops({ count: 3, days: 160, horizon: 28, seed: 1 });
const endDay = toEndDay(panel) - 30;
const { context, prepared } = fitPanelContext(panel, endDay);
const kit: WindowKit = { spec: panel.spec, context };
const plan = { ...DEFAULT_FIT, steps: 12, batch: 8, maskShare: 0.3 };

const fitOn = ({ series }: Panel, options: Partial<FitOptions> = {}) =>
  fitNetwork(prepareWith(context, kit.spec, series, endDay), kit, plan, { seed: 1, ...options });

beforeAll(async () => {
  await startBackend();
});

describe("fitNetwork", () => {
  it("gives the same bytes for the same data and seed, and others for another seed", async () => {
    const weights = await fitOn(panel);
    expect(await fitOn(panel)).toEqual(weights);
    expect(await fitOn(panel, { seed: 2 })).not.toEqual(weights);
    expect(weights).not.toEqual(createWeights(kit.spec, 1));
  });

  it("learns nothing from the days after its end, nor from what stands on closed ones", async () => {
    const weights = await fitOn(panel);
    const poisoned = panel.series.map((each) => {
      const isShut = (t: number) => t >= endDay - each.firstDay || each.known[2]?.[t] === 0;
      return { ...each, values: each.values.map((value, t) => (isShut(t) ? 1e6 : value)) };
    });
    expect(await fitOn({ ...panel, series: poisoned })).toEqual(weights);
    const changed = panel.series.map((each) => ({
      ...each,
      values: each.values.map((v, t) => (t === 121 ? 9 * v : v)),
    }));
    expect(await fitOn({ ...panel, series: changed })).not.toEqual(weights);
  });

  it("goes on from weights, which it leaves as they are", async () => {
    const from = createWeights(kit.spec, 7);
    const before = structuredClone(from);
    const weights = await fitOn(panel, { from });
    expect(from).toEqual(before);
    expect(weights).not.toEqual(await fitOn(panel));
  });

  it("tells of its steps, lets timers run in between and stops when told to", async () => {
    const told: number[] = [];
    const stop = new AbortController();
    const long = { ...plan, steps: 10_000 };
    const onStep = (step: number) => {
      told.push(step);
      if (step === 20) setTimeout(() => stop.abort(new Error("cancelled")));
    };
    const running = fitNetwork(prepared, kit, long, { seed: 1, onStep, signal: stop.signal });
    await expect(running).rejects.toThrow("cancelled");
    expect(told.slice(0, 2)).toEqual([10, 20]);
    expect(told.length).toBeLessThan(100);
  });

  it("says so when there is nothing to learn from", async () => {
    const young = panel.series.map((each) => ({ ...each, values: each.values.subarray(0, 14) }));
    await expect(fitOn({ ...panel, series: young })).rejects.toThrow("no series is long enough to train on");
    await expect(fitOn({ ...panel, series: [] })).rejects.toThrow("no series is long enough");
  });
});
