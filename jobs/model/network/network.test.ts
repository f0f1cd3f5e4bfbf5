import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/jobs/model/backend";
import type { PanelSpec } from "@/jobs/model/panel/panel";
import { fitPanelContext } from "@/jobs/model/panel/panel-context";
import { predictWindows } from "@/jobs/model/panel-model";
import { createRandom, drawNormal } from "@/jobs/model/random";
import { createShops, toEndDay } from "@/jobs/model/synthetic-panel";
import { writeWindow } from "@/jobs/model/window/window";
import { createBatch, type WindowBatch, type WindowKit } from "@/jobs/model/window/window-batch";
import { Adam } from "./adam";
import { DEFAULT_FIT, fitNetwork } from "./fit-network";
import { applyOutput } from "./last-layer";
import { computeGradient, predictTop } from "./network";
import { createWeights, HIDDEN_UNITS, listWeightShapes, type Weights } from "./network-shape";
import { type Targets, toPrediction } from "./quantile-loss";

const [SIZE, DAYS] = [6, 5];
const panel = createShops({ count: 3, days: 200, horizon: 14, seed: 4 });
const { context, prepared } = fitPanelContext(panel, toEndDay(panel));
const kit: WindowKit = { spec: panel.spec, context };
const { spec } = kit;

function drawBatch(): WindowBatch & Targets {
  const random = createRandom(6);
  const batch = createBatch(SIZE, DAYS, kit);
  for (let slot = 0; slot < SIZE; slot++) {
    const one = prepared[slot % prepared.length];
    if (!one) throw new Error("nothing was prepared");
    writeWindow(batch, slot, { prepared: one, origin: 40 + 17 * slot, start: 0, days: [0, 2, 5, 9, 13] }, kit);
  }
  // Targets of about 1, and far enough from what is expected: the pinball loss has a kink where they meet.
  batch.base.forEach((value, i) => {
    batch.base[i] = value / 100;
  });
  const target = batch.base.map((value) => value * Math.exp(0.8 * drawNormal(random)));
  return { ...batch, target, weight: batch.base.map((value, i) => (value > 0 ? 1 + (i % 3) : 0)) };
}

/** Weights far enough from zero that every relu and step has a slope. */
function drawWeights(seed: number): Weights {
  const random = createRandom(seed);
  const drawn = createWeights(spec, seed);
  for (const name of ["output", "top_bias", "hidden_bias"]) {
    drawn[name] = drawn[name]?.map(() => 0.2 * drawNormal(random)) ?? new Float32Array();
  }
  return drawn;
}

const predict = (weights: Weights, batch: WindowBatch, of: PanelSpec = spec) =>
  toPrediction(applyOutput(predictTop(of, weights, batch), weights), batch.base);

beforeAll(async () => {
  await startBackend();
});

describe("the gradient", () => {
  const mask = () => {
    const random = createRandom(8);
    return Float32Array.from({ length: SIZE * HIDDEN_UNITS }, () => (random() < 0.7 ? 1 / 0.7 : 0));
  };

  it.each([
    ["all units", null],
    ["dropped units", mask()],
  ])("of every weight matches finite differences with %s", (_, dropped) => {
    const batch = drawBatch();
    const weights = drawWeights(1);
    const { gradient } = computeGradient(spec, weights, batch, dropped);
    const random = createRandom(9);
    for (const [name] of listWeightShapes(spec)) {
      // Along a random direction, on which every weight of the layer has its share.
      const values = weights[name] ?? new Float32Array();
      for (let round = 0; round < 3; round++) {
        const direction = values.map(() => drawNormal(random) / Math.sqrt(values.length));
        const at = (delta: number) =>
          computeGradient(
            spec,
            { ...weights, [name]: values.map((v, i) => v + delta * (direction[i] ?? 0)) },
            batch,
            dropped,
          ).loss;
        const slope = direction.reduce((sum, share, i) => sum + share * (gradient[name]?.[i] ?? 0), 0);
        const size = Math.sqrt(
          (gradient[name] ?? direction).reduce((sum, value) => sum + value * value, 0) / values.length,
        );
        expect(size, name).toBeGreaterThan(0);
        expect(Math.abs(slope - (at(2e-3) - at(-2e-3)) / 4e-3) / size, name).toBeLessThan(0.01);
      }
    }
  });

  it("is 0 for days without weight, and nothing hangs on what came on them", () => {
    const batch = drawBatch();
    const closed = batch.weight.indexOf(0);
    expect(closed).toBeGreaterThanOrEqual(0);
    const weights = drawWeights(1);
    const other = { ...batch, target: batch.target.map((value, i) => (i === closed ? 1e6 : value)) };
    expect(computeGradient(spec, weights, other)).toEqual(computeGradient(spec, weights, batch));
    const none = { ...batch, weight: batch.weight.map(() => 0) };
    const { loss, gradient } = computeGradient(spec, weights, none);
    expect(loss).toBe(0);
    expect(Object.values(gradient).every((values) => values.every((value) => Math.abs(value) === 0))).toBe(true);
  });

  it("lowers the loss of a batch that is seen again and again", () => {
    const batch = drawBatch();
    const weights = createWeights(spec, 2);
    const adam = new Adam(weights, { decay: 0, averageDecay: 0.9 });
    const losses = Array.from({ length: 40 }, () => {
      const { loss, gradient } = computeGradient(spec, weights, batch);
      adam.update(gradient, 5e-3);
      return loss;
    });
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) - 0.05);
    expect(computeGradient(spec, adam.average, batch).loss).toBeLessThan(losses[0] ?? 0);
  });
});

describe("the network", () => {
  it("starts at what level and conditions expect", () => {
    const batch = drawBatch();
    const { mean } = predict(createWeights(spec, 3), batch);
    mean.forEach((value, i) => {
      expect(Math.abs(value - (batch.base[i] ?? 0))).toBeLessThanOrEqual(0.1 * (batch.base[i] ?? 0));
    });
  });

  it.each([1, 2, 3])("keeps its quantiles in order, finite and at 0 or more, with any weights (%d)", (seed) => {
    const wild = drawWeights(seed);
    for (const name of Object.keys(wild)) wild[name] = wild[name]?.map((value) => 20 * value) ?? new Float32Array();
    for (const weights of [drawWeights(seed), wild]) {
      const { mean, quantiles } = predict(weights, drawBatch());
      expect(mean.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      quantiles.forEach((value, i) => {
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(i % 5 === 0 ? 0 : (quantiles[i - 1] ?? 0));
      });
    }
  });

  it("leaves no tensor behind after a fit and a forecast", async () => {
    const before = tf.memory().numTensors;
    const weights = await fitNetwork(prepared, kit, { ...DEFAULT_FIT, steps: 3, batch: 8 }, { seed: 1 });
    const windows = prepared.map((one) => ({ prepared: one, origin: one.length - 1, start: 0 }));
    predictWindows({ spec, context, members: [weights], personal: {} }, windows);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("leaves none behind either where the weights have another shape, which it refuses", () => {
    const before = tf.memory().numTensors;
    const other = createWeights({ ...spec, statics: [] }, 1);
    expect(() => computeGradient(spec, other, drawBatch())).toThrow("weight context is missing or of another shape");
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("a number that is not finite", () => {
  const [one] = prepared;
  if (!one) throw new Error("nothing was prepared");

  it.each([Number.NaN, -Number.NaN, Number.POSITIVE_INFINITY])("stays one where a plan holds %d", (value) => {
    for (const t of [150, 160]) {
      const known = one.series.known.map((column) => column.map((v, i) => (i === t ? value : v)));
      const broken = { ...one, series: { ...one.series, known } };
      const networks = { spec, context, members: [createWeights(spec, 1)], personal: {} };
      const [forecast] = predictWindows(networks, [{ prepared: broken, origin: 155, start: 0 }]);
      expect(forecast?.mean.every(Number.isNaN)).toBe(true);
    }
  });

  it("ends a training, whether it is a target, a weight or comes of a rate that is too high", async () => {
    const plan = { ...DEFAULT_FIT, steps: 40, batch: 8 };
    const values = one.series.values.map((value, t) => (t > 100 ? Number.NaN : value));
    const broken = [{ ...one, series: { ...one.series, values } }];
    await expect(fitNetwork(broken, kit, plan, { seed: 1 })).rejects.toThrow("training diverged");
    const from = { ...createWeights(spec, 1) };
    from.lstm_recurrent = from.lstm_recurrent?.map(() => Number.NEGATIVE_INFINITY) ?? new Float32Array();
    await expect(fitNetwork(prepared, kit, plan, { seed: 1, from })).rejects.toThrow("training diverged");
    // The last step has no loss after it that would tell.
    const last = { ...plan, steps: 1, rate: Number.POSITIVE_INFINITY };
    await expect(fitNetwork(prepared, kit, last, { seed: 1 })).rejects.toThrow("training diverged");
  });

  it("is refused by name before anything is fitted", () => {
    const broken = { ...one.series, values: one.series.values.map((value, t) => (t === 3 ? Number.NaN : value)) };
    const fitAll = () => fitPanelContext({ spec, series: [broken] }, toEndDay(panel));
    expect(fitAll).toThrow("shop-0: the value of 2022-01-11 is not a finite number");
  });
});
