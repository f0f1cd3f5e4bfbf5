import * as tf from "@tensorflow/tfjs-core";
import { FUTURE_FEATURES, HORIZON, LOOK_BACK, listContextFeatures, PAST_FEATURES } from "./feature-names";
import type { WindowBatch } from "./features";
import { QUANTILES } from "./metrics";
import { dense, lstm } from "./network-lstm";
import { createRandom, drawNormal } from "./random";
import type { TrainingBatch } from "./windows";

const LSTM_UNITS = 32;
const HIDDEN_UNITS = 64;
const TOP_UNITS = 32;
const OUTPUTS = 4;
// e^±4: a day may differ from its baseline by a factor of 55, not by an overflow.
const MAX_LOG_CORRECTION = 4;
const VARIANCE_OFFSET = 0.1;

/** Shapes of the weights, in the order in which they are stored. */
export function listWeightShapes(genres: readonly string[]): [name: string, shape: [number, number]][] {
  const context = listContextFeatures(genres).length;
  return [
    ["lstm", [PAST_FEATURES.length + LSTM_UNITS, 4 * LSTM_UNITS]],
    ["lstm_bias", [1, 4 * LSTM_UNITS]],
    ["context", [LSTM_UNITS + context, HIDDEN_UNITS]],
    ["future", [FUTURE_FEATURES.length, HIDDEN_UNITS]],
    ["hidden_bias", [1, HIDDEN_UNITS]],
    ["top", [HIDDEN_UNITS, TOP_UNITS]],
    ["top_bias", [1, TOP_UNITS]],
    ["output", [TOP_UNITS, OUTPUTS]],
    ["output_bias", [1, OUTPUTS]],
  ];
}

/** Weights by name, row-major. */
export type Weights = Record<string, Float32Array>;

/** Forecasts of a batch in units, each [size, HORIZON]: lower ≤ median ≤ upper, all ≥ 0. */
export interface Prediction {
  mean: Float32Array;
  lower: Float32Array;
  median: Float32Array;
  upper: Float32Array;
}

/** Seeded Glorot weights; zero biases except the forget gate's, which starts open. */
export function createWeights(genres: readonly string[], seed: number): Weights {
  const random = createRandom(seed);
  return Object.fromEntries(
    listWeightShapes(genres).map(([name, [rows, columns]]) => {
      const isBias = name.endsWith("bias");
      // A near-zero output layer starts the network at its baseline.
      const scale = name === "output" ? 0.01 : Math.sqrt(2 / (rows + columns));
      const values = Float32Array.from({ length: rows * columns }, () => (isBias ? 0 : scale * drawNormal(random)));
      if (name === "lstm_bias") values.fill(1, LSTM_UNITS, 2 * LSTM_UNITS);
      return [name, values];
    }),
  );
}

/** Adam whose learning rate may follow a schedule. */
class ScheduledAdam extends tf.AdamOptimizer {
  setRate(rate: number): void {
    this.learningRate = rate;
  }
}

interface Outputs {
  mean: tf.Tensor2D;
  lower: tf.Tensor2D;
  median: tf.Tensor2D;
  upper: tf.Tensor2D;
}

/** The trained object: hold it, then dispose it; tensors live outside the garbage collector. */
export class Network {
  private readonly variables: ReadonlyMap<string, tf.Variable<tf.Rank.R2>>;
  private readonly optimizer = new ScheduledAdam(1e-3, 0.9, 0.999, 1e-7);

  constructor(genres: readonly string[], weights: Weights) {
    this.variables = new Map(
      listWeightShapes(genres).map(([name, shape]) => {
        const values = weights[name];
        if (values?.length !== shape[0] * shape[1]) throw new Error(`weight ${name} is missing or of another shape`);
        return [name, tf.tidy(() => tf.variable(tf.tensor2d(values, shape)))];
      }),
    );
  }

  private weight(name: string): tf.Tensor2D {
    const variable = this.variables.get(name);
    if (!variable) throw new Error(`no weight is called ${name}`);
    return variable;
  }

  private hidden(batch: WindowBatch): tf.Tensor2D {
    const { size } = batch;
    const width = size * PAST_FEATURES.length;
    const steps = Array.from({ length: LOOK_BACK }, (_, step) =>
      tf.tensor2d(batch.past.subarray(step * width, (step + 1) * width), [size, PAST_FEATURES.length]),
    );
    const state = lstm(steps, this.weight("lstm"), this.weight("lstm_bias"));
    const context = tf.tensor2d(batch.context, [size, batch.context.length / size]);
    const shared = dense(tf.concat([state, context], 1) as tf.Tensor2D, this.weight("context"));
    const future = tf.tensor2d(batch.future, [size * HORIZON, FUTURE_FEATURES.length]);
    const daily = tf.reshape(dense(future, this.weight("future")), [size, HORIZON, HIDDEN_UNITS]);
    const biased = tf.add(shared, this.weight("hidden_bias"));
    const joined = tf.relu(tf.add(daily, tf.reshape(biased, [size, 1, HIDDEN_UNITS])));
    return tf.reshape(joined, [size * HORIZON, HIDDEN_UNITS]);
  }

  /** Mean = baseline × e^f; the band hangs on the mean's own noise scale, so that quantiles cannot cross. */
  private outputs(batch: WindowBatch): Outputs {
    const top = tf.relu(tf.add(dense(this.hidden(batch), this.weight("top")), this.weight("top_bias"))) as tf.Tensor2D;
    const raw = tf.add(dense(top, this.weight("output")), this.weight("output_bias")) as tf.Tensor2D;
    // Transposed first: slicing columns out of a narrow matrix is slow in WebAssembly.
    const rows = tf.transpose(raw);
    const pick = (row: number) => tf.reshape(tf.slice(rows, [row, 0], [1, -1]), [batch.size, HORIZON]) as tf.Tensor2D;
    const [correction, low, middle, high] = [pick(0), pick(1), pick(2), pick(3)];
    const base = tf.tensor2d(batch.base, [batch.size, HORIZON]);
    const bounded = tf.clipByValue(correction, -MAX_LOG_CORRECTION, MAX_LOG_CORRECTION);
    const mean = tf.mul(base, tf.exp(bounded)) as tf.Tensor2D;
    const noise = tf.sqrt(tf.add(mean, VARIANCE_OFFSET));
    const lower = tf.mul(mean, tf.sigmoid(low)) as tf.Tensor2D;
    const upper = tf.add(mean, tf.mul(noise, tf.softplus(high))) as tf.Tensor2D;
    const median = tf.add(lower, tf.mul(tf.sub(upper, lower), tf.sigmoid(middle))) as tf.Tensor2D;
    return { mean, lower, median, upper };
  }

  private loss(batch: TrainingBatch): tf.Scalar {
    const shape: [number, number] = [batch.size, HORIZON];
    const target = tf.tensor2d(batch.target, shape);
    const weight = tf.tensor2d(batch.weight, shape);
    const { mean, lower, median, upper } = this.outputs(batch);
    const pinball = (forecast: tf.Tensor2D, tau: number) => {
      const error = tf.sub(target, forecast);
      return tf.maximum(tf.mul(error, tau), tf.mul(error, tau - 1));
    };
    // Poisson's deviance without its constant: its minimum is the mean, whatever the distribution.
    const deviance = tf.sub(mean, tf.mul(target, tf.log(tf.add(mean, 1e-6))));
    const [low, , middle, , high] = QUANTILES;
    const losses = tf.addN([pinball(lower, low), pinball(median, middle), pinball(upper, high), tf.mul(deviance, 0.5)]);
    return tf.div<tf.Scalar>(tf.sum(tf.mul(losses, weight)), batch.size * HORIZON);
  }

  /** One Adam step on a batch; returns its loss. */
  trainStep(batch: TrainingBatch, learningRate: number): number {
    this.optimizer.setRate(learningRate);
    return tf.tidy(() => {
      const loss = this.optimizer.minimize(() => this.loss(batch), true, [...this.variables.values()]);
      return loss?.dataSync()[0] ?? Number.NaN;
    });
  }

  /** Forecasts a batch. */
  predict(batch: WindowBatch): Prediction {
    return tf.tidy(() => {
      const { mean, lower, median, upper } = this.outputs(batch);
      const read = (tensor: tf.Tensor2D) => Float32Array.from(tensor.dataSync());
      return { mean: read(mean), lower: read(lower), median: read(median), upper: read(upper) };
    });
  }

  /** A copy of the weights. */
  exportWeights(): Weights {
    return Object.fromEntries([...this.variables].map(([name, v]) => [name, Float32Array.from(v.dataSync())]));
  }

  /** Frees every tensor, the optimizer's moments included. */
  dispose(): void {
    this.optimizer.dispose();
    for (const variable of this.variables.values()) variable.dispose();
  }
}

/** Live tensors of this process: equal before and after a fit, or something leaks. */
export function countTensors(): number {
  return tf.memory().numTensors;
}
