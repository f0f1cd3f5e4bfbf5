import * as tf from "@tensorflow/tfjs-core";
import { layers } from "@tensorflow/tfjs-layers";
import { QUANTILES } from "@/jobs/model/metrics";
import {
  HIDDEN_UNITS,
  LSTM_UNITS,
  listWeightShapes,
  OUTPUTS,
  TOP_UNITS,
  type Weights,
} from "@/jobs/model/network/network-shape";
import type { Targets } from "@/jobs/model/network/quantile-loss";
import type { PanelSpec } from "@/jobs/model/panel/panel";
import { LOOK_BACK } from "@/jobs/model/panel/panel-features";
import type { WindowBatch } from "@/jobs/model/window/window-batch";

const LEARNING_RATE = 3e-3;
const MAX_LOG = 4;

/** A batch as tensors: past is [size, LOOK_BACK, features], the days' rows are [size × days, …]. */
export interface PlainBatch {
  size: number;
  days: number;
  past: tf.Tensor3D;
  context: tf.Tensor2D;
  future: tf.Tensor2D;
  target: tf.Tensor1D;
  weight: tf.Tensor1D;
  base: tf.Tensor1D;
}

/** Turns a batch, whose past is time-major, into tensors. */
export function toPlainBatch(batch: WindowBatch & Targets): PlainBatch {
  const { size, days } = batch;
  const past = tf.tensor3d(batch.past, [LOOK_BACK, size, batch.past.length / (LOOK_BACK * size)]);
  return {
    size,
    days,
    past: tf.transpose(past, [1, 0, 2]),
    context: tf.tensor2d(batch.context, [size, batch.context.length / size]),
    future: tf.tensor2d(batch.future, [size * days, batch.future.length / (size * days)]),
    target: tf.tensor1d(batch.target),
    weight: tf.tensor1d(batch.weight),
    base: tf.tensor1d(batch.base),
  };
}

/** Pinball losses of the five quantiles and half of Poisson's deviance of the mean, from raw outputs [rows, 6]. */
function computePlainLoss(raw: tf.Tensor, { target, weight, base }: PlainBatch): tf.Scalar {
  const columns = tf.unstack(raw, 1);
  const column = (at: number) => columns[at] ?? raw;
  const toValue = (log: tf.Tensor) => tf.mul(base, tf.exp(tf.clipByValue(log, -MAX_LOG, MAX_LOG)));
  const mean = toValue(column(0));
  const deviance = tf.mul(0.5, tf.sub(mean, tf.mul(target, tf.log(tf.add(mean, 1e-6)))));
  const lower = tf.sub(column(1), tf.softplus(column(2)));
  const upper = tf.add(column(1), tf.softplus(column(4)));
  const logs = [tf.sub(lower, tf.softplus(column(3))), lower, column(1), upper, tf.add(upper, tf.softplus(column(5)))];
  const pinballs = QUANTILES.map((tau, k) => {
    const error = tf.sub(target, toValue(logs[k] ?? raw));
    return tf.maximum(tf.mul(tau, error), tf.mul(tau - 1, error));
  });
  return tf.mean(tf.mul(weight, tf.addN([deviance, ...pinballs])));
}

const dense = (units: number, useBias = true) => layers.dense({ units, useBias });

/**
 * The same network as anybody would write it: `tf.layers.lstm` and `tf.layers.dense` over the days as rows of a matrix,
 * gradients by the tape, Adam of TensorFlow.js.
 */
export class PlainModel {
  readonly lstm = layers.lstm({
    units: LSTM_UNITS,
    recurrentActivation: "sigmoid",
    recurrentInitializer: "glorotUniform",
  });
  readonly context = dense(HIDDEN_UNITS);
  readonly future = dense(HIDDEN_UNITS, false);
  readonly top = dense(TOP_UNITS);
  readonly output = dense(OUTPUTS);
  private readonly optimizer = tf.train.adam(LEARNING_RATE);

  constructor(spec: PanelSpec) {
    const shapes = new Map(listWeightShapes(spec));
    const rowOf = (name: string) => tf.zeros([1, shapes.get(name)?.[0] ?? 0]);
    // Layers make their weights when they first see an input.
    tf.tidy(() => {
      this.lstm.apply(tf.tile(tf.expandDims(rowOf("lstm_inputs"), 1), [1, LOOK_BACK, 1]));
      for (const name of ["context", "future", "top", "output"] as const) this[name].apply(rowOf(name));
    });
  }

  /** Loss of a batch, in a form that the tape can differentiate. */
  loss(batch: PlainBatch): tf.Scalar {
    const { size, days } = batch;
    const state = this.lstm.apply(batch.past) as tf.Tensor2D;
    const shared = this.context.apply(tf.concat([state, batch.context], 1)) as tf.Tensor2D;
    const daily = tf.reshape(this.future.apply(batch.future) as tf.Tensor2D, [size, days, HIDDEN_UNITS]);
    const hidden = tf.relu(tf.add(daily, tf.expandDims(shared, 1)));
    const top = tf.relu(this.top.apply(tf.reshape(hidden, [size * days, HIDDEN_UNITS])) as tf.Tensor2D);
    return computePlainLoss(this.output.apply(top) as tf.Tensor2D, batch);
  }

  /** One training step; returns the loss before it. */
  step(batch: PlainBatch): number {
    const cost = this.optimizer.minimize(() => this.loss(batch), true);
    const loss = cost?.dataSync()[0] ?? Number.NaN;
    cost?.dispose();
    return loss;
  }

  /** Values of the plain weights' variables by our names, such as gradients by the names of those variables. */
  toOurs(spec: PanelSpec, read: (variable: string) => tf.Tensor | undefined): Weights {
    const ours = [
      ...["lstm_inputs", "lstm_recurrent", "lstm_bias"].map((name, at) => ({ name, layer: this.lstm, at })),
      { name: "context", layer: this.context, at: 0 },
      { name: "hidden_bias", layer: this.context, at: 1 },
      { name: "future", layer: this.future, at: 0 },
      { name: "top", layer: this.top, at: 0 },
      { name: "top_bias", layer: this.top, at: 1 },
      { name: "output", layer: this.output, at: 0 },
      { name: "output_bias", layer: this.output, at: 1 },
    ];
    return Object.fromEntries(
      listWeightShapes(spec).map(([name]) => {
        const place = ours.find((one) => one.name === name);
        const value = place && read(place.layer.trainableWeights[place.at]?.name ?? "");
        if (!value) throw new Error(`the plain model has no ${name}`);
        const own = name.startsWith("lstm") ? swapGates(value) : value;
        return [name, own.dataSync() as Float32Array];
      }),
    );
  }

  /** Takes our weights over; our gates stand as input, forget, output, candidate, those of Keras as i, f, c, o. */
  setWeights(spec: PanelSpec, weights: Weights): void {
    const shapes = new Map(listWeightShapes(spec));
    const read = (name: string) => {
      const [rows, columns] = shapes.get(name) ?? [0, 0];
      const values = weights[name] ?? new Float32Array();
      // Not a reshaped matrix: the WebAssembly backend takes a bias by the shape that its data were made with.
      return name.endsWith("bias") ? tf.tensor1d(values) : tf.tensor2d(values, [rows, columns]);
    };
    tf.tidy(() => {
      this.lstm.setWeights(["lstm_inputs", "lstm_recurrent", "lstm_bias"].map((name) => swapGates(read(name))));
      this.context.setWeights([read("context"), read("hidden_bias")]);
      this.future.setWeights([read("future")]);
      this.top.setWeights([read("top"), read("top_bias")]);
      this.output.setWeights([read("output"), read("output_bias")]);
    });
  }
}

/** Swaps the last two gates: from our order to that of Keras, and back. */
function swapGates(gates: tf.Tensor): tf.Tensor {
  const axis = gates.rank - 1;
  const [input, forget, third, fourth] = tf.split(gates, 4, axis);
  return tf.concat(
    [input, forget, fourth, third].filter((gate) => gate !== undefined),
    axis,
  );
}
