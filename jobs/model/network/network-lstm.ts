import * as tf from "@tensorflow/tfjs-core";

/**
 * Long short-term memory with its gradient, its matrix products in TensorFlow.js and its gates in plain loops: one
 * operation of TensorFlow.js costs more than the arithmetic of a gate of this size.
 * Gates stand in the order input, forget, output, candidate.
 */

/** Weights: inputs [features, 4·units], recurrent [units, 4·units], bias [4·units]. */
export interface LstmWeights {
  inputs: Float32Array;
  recurrent: Float32Array;
  bias: Float32Array;
}

/** What a forward pass leaves for the backward one; arrays are [steps, batch, …]. */
export interface LstmPass {
  batch: number;
  units: number;
  steps: number;
  /** Activated gates, [steps, batch, 4·units]. */
  gates: Float32Array;
  /** Cell states after each step and their tanh, [steps, batch, units]. */
  cells: Float32Array;
  tanhCells: Float32Array;
  /** Hidden states before each step, [steps, batch, units]. */
  before: Float32Array;
  /** Last hidden state, [batch, units]. */
  hidden: Float32Array;
}

const EMPTY = new Float32Array();

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** tanh by one exponential; Math.tanh takes three times as long. */
const tanh = (x: number) => 1 - 2 / (1 + Math.exp(2 * x));

function multiply(a: Float32Array, shape: [number, number], b: tf.Tensor2D): Float32Array {
  const left = tf.tensor2d(a, shape);
  const product = tf.matMul(left, b);
  const values = product.dataSync() as Float32Array;
  left.dispose();
  product.dispose();
  return values;
}

/** Adds the recurrent share of a step, [batch, 4·units], and the bias, [4·units], to its raw gates. */
function addShares(pass: LstmPass, step: number, recurrent: Float32Array | null, bias: Float32Array): void {
  const width = bias.length;
  const size = pass.batch * width;
  for (let i = 0; i < size; i++) {
    const at = step * size + i;
    pass.gates[at] = (pass.gates[at] ?? 0) + (recurrent ? (recurrent[i] ?? 0) : 0) + (bias[i % width] ?? 0);
  }
}

/** Turns the raw gates of a step into activated ones, and works out its cells and hidden states. */
function activate(pass: LstmPass, step: number): void {
  const { batch, units, gates, cells, tanhCells, hidden } = pass;
  const [width, size] = [4 * units, batch * units];
  const from = step * batch * width;
  for (let row = 0; row < batch; row++) {
    for (let unit = 0; unit < units; unit++) {
      const at = from + row * width + unit;
      const input = sigmoid(gates[at] ?? 0);
      const forget = sigmoid(gates[at + units] ?? 0);
      const output = sigmoid(gates[at + 2 * units] ?? 0);
      const candidate = tanh(gates[at + 3 * units] ?? 0);
      const index = step * size + row * units + unit;
      const cell = forget * (step > 0 ? (cells[index - size] ?? 0) : 0) + input * candidate;
      const tanhCell = tanh(cell);
      gates[at] = input;
      gates[at + units] = forget;
      gates[at + 2 * units] = output;
      gates[at + 3 * units] = candidate;
      cells[index] = cell;
      tanhCells[index] = tanhCell;
      hidden[row * units + unit] = output * tanhCell;
    }
  }
}

/** Runs over `inputs`, [steps, batch, features]. */
export function runLstm(inputs: Float32Array, steps: number, batch: number, weights: LstmWeights): LstmPass {
  const units = weights.bias.length / 4;
  const features = weights.inputs.length / (4 * units);
  const kernel = tf.tensor2d(weights.inputs, [features, 4 * units]);
  const recurrent = tf.tensor2d(weights.recurrent, [units, 4 * units]);
  const pass: LstmPass = {
    batch,
    units,
    steps,
    // The inputs' share of every step in one product.
    gates: multiply(inputs, [steps * batch, features], kernel),
    cells: new Float32Array(steps * batch * units),
    tanhCells: new Float32Array(steps * batch * units),
    before: new Float32Array(steps * batch * units),
    hidden: new Float32Array(batch * units),
  };
  for (let step = 0; step < steps; step++) {
    pass.before.set(pass.hidden, step * batch * units);
    addShares(pass, step, step > 0 ? multiply(pass.hidden, [batch, units], recurrent) : null, weights.bias);
    activate(pass, step);
  }
  tf.dispose([kernel, recurrent]);
  return pass;
}

/** Gradient of one step with respect to its raw gates, into `slopes`; turns `dCell` into that of the step before. */
function deactivate(
  pass: LstmPass,
  step: number,
  dHidden: Float32Array,
  dCell: Float32Array,
  slopes: Float32Array,
): void {
  const { batch, units, gates, cells, tanhCells } = pass;
  const size = batch * units;
  for (let row = 0; row < batch; row++) {
    for (let unit = 0; unit < units; unit++) {
      const at = (step * batch + row) * 4 * units + unit;
      const local = row * units + unit;
      const index = step * size + local;
      const input = gates[at] ?? 0;
      const forget = gates[at + units] ?? 0;
      const output = gates[at + 2 * units] ?? 0;
      const candidate = gates[at + 3 * units] ?? 0;
      const tanhCell = tanhCells[index] ?? 0;
      const dh = dHidden[local] ?? 0;
      const dc = (dCell[local] ?? 0) + dh * output * (1 - tanhCell * tanhCell);
      const previous = step > 0 ? (cells[index - size] ?? 0) : 0;
      slopes[at] = dc * candidate * input * (1 - input);
      slopes[at + units] = dc * previous * forget * (1 - forget);
      slopes[at + 2 * units] = dh * tanhCell * output * (1 - output);
      slopes[at + 3 * units] = dc * input * (1 - candidate * candidate);
      dCell[local] = dc * forget;
    }
  }
}

/** Gradient of the weights, given that of the last hidden state, [batch, units]; inputs are data and get none. */
export function backpropagateLstm(
  pass: LstmPass,
  inputs: Float32Array,
  weights: LstmWeights,
  dLast: Float32Array,
): LstmWeights {
  const { batch, units, steps } = pass;
  const [width, rows] = [4 * units, steps * batch];
  const slopes = new Float32Array(rows * width);
  const dCell = new Float32Array(batch * units);
  let dHidden = dLast;
  const transposed: tf.Tensor2D = tf.tidy(() => tf.transpose(tf.tensor2d(weights.recurrent, [units, width])));
  for (let step = steps - 1; step >= 0; step--) {
    deactivate(pass, step, dHidden, dCell, slopes);
    if (step > 0) {
      const own = slopes.subarray(step * batch * width, (step + 1) * batch * width);
      dHidden = multiply(own, [batch, width], transposed);
    }
  }
  transposed.dispose();
  const gradient: LstmWeights = { inputs: EMPTY, recurrent: EMPTY, bias: EMPTY };
  tf.tidy(() => {
    const dRaw = tf.tensor2d(slopes, [rows, width]);
    const times = (values: Float32Array, columns: number) =>
      tf.matMul(tf.transpose(tf.tensor2d(values, [rows, columns])), dRaw).dataSync() as Float32Array;
    gradient.inputs = times(inputs, inputs.length / rows);
    gradient.recurrent = times(pass.before, units);
    gradient.bias = tf.sum(dRaw, 0).dataSync() as Float32Array;
  });
  return gradient;
}
