import { OUTPUTS, TOP_UNITS, type Weights } from "./network-shape";

const EMPTY = new Float32Array();

/** A last layer: `output` [TOP_UNITS, OUTPUTS] and `output_bias` [OUTPUTS]. */
export type LastLayer = { output: Float32Array; output_bias: Float32Array };

/** A copy of the last layer of a network. */
export function copyLastLayer({ output = EMPTY, output_bias = EMPTY }: Weights): LastLayer {
  return { output: output.slice(), output_bias: output_bias.slice() };
}

/**
 * Activations [rows, TOP_UNITS] without the zeros, which a relu leaves many of: those of row r stand at
 * `starts[r]` … `starts[r + 1]`. Adding a zero's share changes no sum, so that leaving it out changes no bit.
 */
export interface ActiveUnits {
  rows: number;
  starts: Uint32Array;
  /** Where a unit's weights begin in `output`. */
  places: Uint16Array;
  values: Float64Array;
}

/** Picks the active units of every row. */
export function listActiveUnits(top: Float32Array): ActiveUnits {
  const rows = top.length / TOP_UNITS;
  const active = top.reduce((sum, value) => sum + Number(value !== 0), 0);
  const units = {
    rows,
    starts: new Uint32Array(rows + 1),
    places: new Uint16Array(active),
    values: new Float64Array(active),
  };
  let at = 0;
  top.forEach((value, i) => {
    if (value === 0) return;
    units.places[at] = (i % TOP_UNITS) * OUTPUTS;
    units.values[at] = value;
    at++;
    units.starts[Math.floor(i / TOP_UNITS) + 1] = at;
  });
  // A row without an active unit ends where the one before does.
  for (let row = 1; row <= rows; row++)
    units.starts[row] = Math.max(units.starts[row] ?? 0, units.starts[row - 1] ?? 0);
  return units;
}

/** Raw outputs [rows, OUTPUTS] of a last layer, into `raw`. Six sums side by side take a third of six in a row. */
export function writeOutputs(units: ActiveUnits, { output, output_bias: bias }: LastLayer, raw: Float32Array): void {
  const weights = Float64Array.from(output);
  for (let row = 0, at = 0; row < units.rows; row++, at += OUTPUTS) {
    let [a, b, c] = [bias[0] ?? 0, bias[1] ?? 0, bias[2] ?? 0];
    let [d, e, f] = [bias[3] ?? 0, bias[4] ?? 0, bias[5] ?? 0];
    for (let i = units.starts[row] ?? 0, end = units.starts[row + 1] ?? 0; i < end; i++) {
      const x = units.values[i] ?? 0;
      const w = units.places[i] ?? 0;
      a += x * (weights[w] ?? 0);
      b += x * (weights[w + 1] ?? 0);
      c += x * (weights[w + 2] ?? 0);
      d += x * (weights[w + 3] ?? 0);
      e += x * (weights[w + 4] ?? 0);
      f += x * (weights[w + 5] ?? 0);
    }
    raw[at] = a;
    raw[at + 1] = b;
    raw[at + 2] = c;
    raw[at + 3] = d;
    raw[at + 4] = e;
    raw[at + 5] = f;
  }
}

/** Adds a row's share to the gradient of the weights; in single precision, as they are. */
function addRow(units: ActiveUnits, row: number, slopes: Float32Array, output: Float32Array): void {
  const at = row * OUTPUTS;
  const [a, b, c] = [slopes[at] ?? 0, slopes[at + 1] ?? 0, slopes[at + 2] ?? 0];
  const [d, e, f] = [slopes[at + 3] ?? 0, slopes[at + 4] ?? 0, slopes[at + 5] ?? 0];
  for (let i = units.starts[row] ?? 0, end = units.starts[row + 1] ?? 0; i < end; i++) {
    const x = units.values[i] ?? 0;
    const w = units.places[i] ?? 0;
    output[w] = (output[w] ?? 0) + a * x;
    output[w + 1] = (output[w + 1] ?? 0) + b * x;
    output[w + 2] = (output[w + 2] ?? 0) + c * x;
    output[w + 3] = (output[w + 3] ?? 0) + d * x;
    output[w + 4] = (output[w + 4] ?? 0) + e * x;
    output[w + 5] = (output[w + 5] ?? 0) + f * x;
  }
}

/** Gradient of a last layer, given the slopes of its outputs, [rows, OUTPUTS], into `gradient`. */
export function writeGradient(units: ActiveUnits, slopes: Float32Array, gradient: LastLayer): void {
  const { output, output_bias: bias } = gradient;
  output.fill(0);
  bias.fill(0);
  for (let row = 0; row < units.rows; row++) {
    for (let k = 0; k < OUTPUTS; k++) bias[k] = (bias[k] ?? 0) + (slopes[row * OUTPUTS + k] ?? 0);
    addRow(units, row, slopes, output);
  }
}

/** Raw outputs [rows, OUTPUTS] of a last layer, given the activations below it, [rows, TOP_UNITS]. */
export function applyOutput(top: Float32Array, weights: Weights): Float32Array {
  const raw = new Float32Array((top.length / TOP_UNITS) * OUTPUTS);
  writeOutputs(listActiveUnits(top), copyLastLayer(weights), raw);
  return raw;
}
