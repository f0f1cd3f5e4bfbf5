import * as tf from "@tensorflow/tfjs-core";
import type { PanelSpec } from "@/jobs/model/panel/panel";
import { LOOK_BACK } from "@/jobs/model/panel/panel-features";
import type { WindowBatch } from "@/jobs/model/window/window-batch";
import { backpropagateLstm, type LstmPass, type LstmWeights, runLstm } from "./network-lstm";
import { HIDDEN_UNITS, LSTM_UNITS, listWeightShapes, OUTPUTS, type Weights } from "./network-shape";
import { computeLoss, type Targets } from "./quantile-loss";

/** Everything that a pass leaves for its gradient. */
interface Pass {
  lstm: LstmPass;
  joined: tf.Tensor2D;
  future: tf.Tensor2D;
  hidden: tf.Tensor2D;
  top: tf.Tensor2D;
  raw: Float32Array;
}

/** Masks [size, HIDDEN_UNITS] that drop hidden units of a whole window and scale up the others; null drops none. */
export type DropMask = Float32Array | null;

/** The weights of the head as tensors, and those of the LSTM as they are. */
class Layers {
  readonly lstm: LstmWeights;
  private readonly head: Map<string, tf.Tensor2D>;

  constructor(spec: PanelSpec, weights: Weights) {
    const read = (name: string) => weights[name] ?? new Float32Array();
    for (const [name, [rows, columns]] of listWeightShapes(spec)) {
      if (read(name).length !== rows * columns) throw new Error(`weight ${name} is missing or of another shape`);
    }
    this.lstm = { inputs: read("lstm_inputs"), recurrent: read("lstm_recurrent"), bias: read("lstm_bias") };
    const shapes = listWeightShapes(spec).filter(([name]) => !name.startsWith("lstm"));
    this.head = new Map(shapes.map(([name, shape]) => [name, tf.tensor2d(read(name), shape)]));
  }

  get(name: string): tf.Tensor2D {
    const tensor = this.head.get(name);
    if (!tensor) throw new Error(`no weight is called ${name}`);
    return tensor;
  }
}

function forward(batch: WindowBatch, layers: Layers, mask: DropMask): Pass {
  const { size, days } = batch;
  const lstm = runLstm(batch.past, LOOK_BACK, size, layers.lstm);
  const state = tf.tensor2d(lstm.hidden, [size, LSTM_UNITS]);
  const joined = tf.concat2d([state, tf.tensor2d(batch.context, [size, batch.context.length / size])], 1);
  const shared = tf.add(tf.matMul(joined, layers.get("context")), layers.get("hidden_bias"));
  const future = tf.tensor2d(batch.future, [size * days, batch.future.length / (size * days)]);
  const daily = tf.reshape(tf.matMul(future, layers.get("future")), [size, days, HIDDEN_UNITS]);
  const active = tf.relu(tf.add(daily, tf.reshape(shared, [size, 1, HIDDEN_UNITS])));
  const kept = mask ? tf.mul(active, tf.tensor3d(mask, [size, 1, HIDDEN_UNITS])) : active;
  const hidden: tf.Tensor2D = tf.reshape(kept, [size * days, HIDDEN_UNITS]);
  const top: tf.Tensor2D = tf.relu(tf.add(tf.matMul(hidden, layers.get("top")), layers.get("top_bias")));
  const raw = tf.add(tf.matMul(top, layers.get("output")), layers.get("output_bias")).dataSync() as Float32Array;
  return { lstm, joined, future, hidden, top, raw };
}

/** Gradient with respect to a layer's input where its relu gave `y`. The transpose comes first: it is ten times faster. */
function toInput(dy: tf.Tensor2D, weight: tf.Tensor2D, y: tf.Tensor2D): tf.Tensor2D {
  return tf.mul(tf.matMul(dy, tf.transpose(weight)), tf.step(y));
}

/** Gradient of every weight, given that of the raw outputs, [size × days, OUTPUTS]. */
function backward(batch: WindowBatch, layers: Layers, mask: DropMask, pass: Pass, slopes: Float32Array): Weights {
  const { size, days } = batch;
  const dRaw = tf.tensor2d(slopes, [size * days, OUTPUTS]);
  const dTop = toInput(dRaw, layers.get("output"), pass.top);
  const dKept = tf.reshape(toInput(dTop, layers.get("top"), pass.hidden), [size, days, HIDDEN_UNITS]);
  const dActive = mask ? tf.mul(dKept, tf.tensor3d(mask, [size, 1, HIDDEN_UNITS])) : dKept;
  const dHidden: tf.Tensor2D = tf.reshape(dActive, [size * days, HIDDEN_UNITS]);
  const dShared: tf.Tensor2D = tf.sum(dActive, 1);
  const dJoined = tf.matMul(dShared, tf.transpose(layers.get("context")));
  const dState = tf.slice(dJoined, [0, 0], [size, LSTM_UNITS]).dataSync() as Float32Array;
  const toWeight = (x: tf.Tensor2D, dy: tf.Tensor2D) => tf.matMul(tf.transpose(x), dy).dataSync() as Float32Array;
  const toBias = (dy: tf.Tensor2D) => tf.sum(dy, 0).dataSync() as Float32Array;
  const lstm = backpropagateLstm(pass.lstm, batch.past, layers.lstm, dState);
  return {
    lstm_inputs: lstm.inputs,
    lstm_recurrent: lstm.recurrent,
    lstm_bias: lstm.bias,
    context: toWeight(pass.joined, dShared),
    future: toWeight(pass.future, dHidden),
    hidden_bias: toBias(dShared),
    top: toWeight(pass.hidden, dTop),
    top_bias: toBias(dTop),
    output: toWeight(pass.top, dRaw),
    output_bias: toBias(dRaw),
  };
}

/** Loss of a batch and the gradient of every weight, worked out by hand: no tape, and no operation that is not needed. */
export function computeGradient(
  spec: PanelSpec,
  weights: Weights,
  batch: WindowBatch & Targets,
  mask: DropMask = null,
): { loss: number; gradient: Weights } {
  const result: { loss: number; gradient: Weights } = { loss: Number.NaN, gradient: {} };
  tf.tidy(() => {
    const layers = new Layers(spec, weights);
    const pass = forward(batch, layers, mask);
    const slopes = new Float32Array(pass.raw.length);
    result.loss = computeLoss(pass.raw, batch.base, batch, slopes);
    result.gradient = backward(batch, layers, mask, pass, slopes);
  });
  return result;
}

/** Activations of the layer below the outputs, [size × days, TOP_UNITS]: what a last layer of its own goes on from. */
export function predictTop(spec: PanelSpec, weights: Weights, batch: WindowBatch): Float32Array {
  const result = { top: new Float32Array() };
  tf.tidy(() => {
    result.top = forward(batch, new Layers(spec, weights), null).top.dataSync() as Float32Array<ArrayBuffer>;
  });
  return result.top;
}
