import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { startBackend } from "./backend";
import { fitContext } from "./fit-context";
import { countTensors, createWeights, Network } from "./network";
import { dense, lstm } from "./network-lstm";
import { createRandom } from "./random";
import { createSyntheticStore, SYNTHETIC_GENRES } from "./synthetic-series";
import { drawBatch, listOrigins } from "./windows";

// Real training on a machine that others may be using.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const lastDay = 20_000;
const store = createSyntheticStore({ games: 6, days: 250, lastDay, seed: 11 });
const context = fitContext(store, SYNTHETIC_GENRES, lastDay + 1);
const pool = { origins: listOrigins(store, lastDay + 1), endDay: lastDay + 1 };

function train(seed: number, steps: number): { network: Network; losses: number[] } {
  const network = new Network(context.genres, createWeights(context.genres, seed));
  const random = createRandom(seed);
  const losses = Array.from({ length: steps }, () => network.trainStep(drawBatch(pool, 16, context, random), 5e-3));
  return { network, losses };
}

beforeAll(async () => {
  await startBackend();
});

/** d f / d weights[i] by central differences. */
function differentiate(f: (weights: tf.Tensor2D) => tf.Scalar, weights: tf.Tensor2D, index: number): number {
  const values = weights.dataSync();
  const at = (delta: number) =>
    tf.tidy(
      () =>
        f(
          tf.tensor2d(
            values.map((value, i) => (i === index ? value + delta : value)),
            weights.shape,
          ),
        ).dataSync()[0] ?? 0,
    );
  return (at(1e-2) - at(-1e-2)) / 2e-2;
}

describe("gradients written by hand", () => {
  const fill = (rows: number, columns: number, f: (i: number) => number) =>
    tf.tensor2d(
      Array.from({ length: rows * columns }, (_, i) => f(i)),
      [rows, columns],
    );

  it("of the LSTM match finite differences", () => {
    const kernel = fill(5, 8, (i) => Math.sin(i + 1) / 2);
    const bias = fill(1, 8, (i) => Math.cos(i) / 3);
    const inputs = [0, 1, 2, 3].map((step) => fill(2, 3, (i) => Math.cos(i * 3 + step)));
    const f = (weights: tf.Tensor2D) => tf.sum<tf.Scalar>(tf.square(lstm(inputs, weights, bias)));
    const gradient = tf
      .grad((weights: tf.Tensor) => f(weights as tf.Tensor2D))(kernel)
      .dataSync();
    for (const index of [0, 7, 13, 22, 30, 39]) {
      expect(gradient[index]).toBeCloseTo(differentiate(f, kernel, index), 3);
    }
    const g = (weights: tf.Tensor2D) => tf.sum<tf.Scalar>(tf.square(lstm(inputs, kernel, weights)));
    const biasGradient = tf
      .grad((weights: tf.Tensor) => g(weights as tf.Tensor2D))(bias)
      .dataSync();
    for (const index of [0, 3, 5, 7]) expect(biasGradient[index]).toBeCloseTo(differentiate(g, bias, index), 3);
  });

  it("of the dense layer match the library's own", () => {
    const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const w = tf.tensor2d([0.1, -0.2, 0.3, 0.4, 0.5, -0.6], [3, 2]);
    const [dx, dw] = tf.grads((a, b) => tf.sum(tf.square(dense(a as tf.Tensor2D, b as tf.Tensor2D))))([x, w]);
    const [ex, ew] = tf.grads((a, b) => tf.sum(tf.square(tf.matMul(a, b))))([x, w]);
    expect([...(dx?.dataSync() ?? [])]).toEqual([...(ex?.dataSync() ?? [1])]);
    expect([...(dw?.dataSync() ?? [])]).toEqual([...(ew?.dataSync() ?? [1])]);
  });
});

describe("network", () => {
  it("leaves no tensor behind after a fit", () => {
    const before = countTensors();
    const { network } = train(1, 3);
    network.predict(drawBatch(pool, 4, context, createRandom(2)));
    network.dispose();
    expect(countTensors()).toBe(before);
  });

  it("has the same weights for the same seed, and others for another", () => {
    const weights = [1, 1, 2].map((seed) => {
      const { network } = train(seed, 4);
      const exported = network.exportWeights();
      network.dispose();
      return exported;
    });
    expect(weights[1]).toEqual(weights[0]);
    expect(weights[2]).not.toEqual(weights[0]);
  });

  it("learns: the loss of a fixed batch falls", () => {
    const batch = drawBatch(pool, 32, context, createRandom(5));
    const network = new Network(context.genres, createWeights(context.genres, 1));
    const losses = Array.from({ length: 25 }, () => network.trainStep(batch, 5e-3));
    network.dispose();
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) * 0.97);
  });

  it("starts at its baseline and never crosses its quantiles, trained or not", () => {
    const batch = drawBatch(pool, 16, context, createRandom(9));
    for (const steps of [0, 10]) {
      const { network } = train(3, steps);
      const { mean, lower, median, upper } = network.predict(batch);
      network.dispose();
      lower.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(median[i]).toBeGreaterThanOrEqual(value);
        expect(upper[i]).toBeGreaterThanOrEqual(median[i] ?? 0);
      });
      if (steps === 0) expect((mean[0] ?? 0) / (batch.base[0] ?? 1)).toBeCloseTo(1, 0);
    }
  });

  it("refuses weights of another shape", () => {
    const weights = createWeights(["action"], 1);
    expect(() => new Network(["action", "rpg"], weights)).toThrow("weight context is missing or of another shape");
  });
});
