import * as tf from "@tensorflow/tfjs-core";
import { layers } from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/jobs/model/backend";
import { createRandom, drawNormal } from "@/jobs/model/random";
import { backpropagateLstm, type LstmWeights, runLstm } from "./network-lstm";

const [STEPS, BATCH, FEATURES, UNITS] = [7, 3, 5, 4];

function fill(length: number, seed: number, scale = 0.5): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length }, () => scale * drawNormal(random));
}

const inputs = fill(STEPS * BATCH * FEATURES, 1, 1);
const weights: LstmWeights = {
  inputs: fill(FEATURES * 4 * UNITS, 2),
  recurrent: fill(UNITS * 4 * UNITS, 3),
  bias: fill(4 * UNITS, 4),
};

beforeAll(async () => {
  await startBackend();
});

/** Our gates stand as input, forget, output, candidate, those of Keras as input, forget, candidate, output. */
function toKeras(values: Float32Array): tf.Tensor2D {
  const [input, forget, output, candidate] = tf.split(
    tf.tensor2d(values, [values.length / (4 * UNITS), 4 * UNITS]),
    4,
    1,
  );
  return tf.concat([input, forget, candidate, output] as tf.Tensor2D[], 1);
}

describe("the LSTM", () => {
  it("answers as tf.layers.lstm does with the same weights", () => {
    const layer = layers.lstm({ units: UNITS, recurrentActivation: "sigmoid", recurrentInitializer: "glorotUniform" });
    const past = tf.transpose(tf.tensor3d(inputs, [STEPS, BATCH, FEATURES]), [1, 0, 2]);
    layer.apply(past);
    layer.setWeights([
      toKeras(weights.inputs),
      toKeras(weights.recurrent),
      tf.tensor1d(toKeras(weights.bias).dataSync()),
    ]);
    const theirs = (layer.apply(past) as tf.Tensor).dataSync();
    const ours = runLstm(inputs, STEPS, BATCH, weights).hidden;
    expect(ours).toHaveLength(BATCH * UNITS);
    ours.forEach((value, i) => {
      expect(value).toBeCloseTo(theirs[i] ?? Number.NaN, 6);
    });
  });

  it("does not run over where its gates are driven far out", () => {
    const driven = { ...weights, bias: weights.bias.map((value) => 1e4 * value) };
    const { hidden } = runLstm(inputs, STEPS, BATCH, driven);
    expect(hidden.every((value) => Math.abs(value) <= 1)).toBe(true);
  });

  it("has the gradient of every weight that finite differences show", () => {
    const slopes = fill(BATCH * UNITS, 5);
    const score = (changed: LstmWeights) =>
      runLstm(inputs, STEPS, BATCH, changed).hidden.reduce((sum, value, i) => sum + value * (slopes[i] ?? 0), 0);
    const gradient = backpropagateLstm(runLstm(inputs, STEPS, BATCH, weights), inputs, weights, slopes);
    const step = 1e-2;
    for (const name of ["inputs", "recurrent", "bias"] as const) {
      gradient[name].forEach((slope, i) => {
        const at = (delta: number) =>
          score({ ...weights, [name]: weights[name].map((value, k) => (k === i ? value + delta : value)) });
        expect(Math.abs(slope - (at(step) - at(-step)) / (2 * step)), `${name} ${i}`).toBeLessThan(1e-3);
      });
    }
  });
});
