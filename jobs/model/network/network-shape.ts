import type { PanelSpec } from "@/jobs/model/panel/panel";
import { listContextFeatures, listFutureFeatures, listPastFeatures } from "@/jobs/model/panel/panel-features";
import { createRandom, drawNormal } from "@/jobs/model/random";

export const LSTM_UNITS = 32;
export const HIDDEN_UNITS = 64;
export const TOP_UNITS = 32;
/** Correction of the mean, of the median, and the steps from the median to the other four quantiles. */
export const OUTPUTS = 6;
/** softplus⁻¹ of the spread that the quantiles start with. */
const START_SPREAD = -1.5;

/** Weights by name, row-major. */
export type Weights = Record<string, Float32Array>;

/** Shapes of the weights, in the order in which they are stored. */
export function listWeightShapes(spec: PanelSpec): [name: string, shape: [number, number]][] {
  return [
    ["lstm_inputs", [listPastFeatures(spec).length, 4 * LSTM_UNITS]],
    ["lstm_recurrent", [LSTM_UNITS, 4 * LSTM_UNITS]],
    ["lstm_bias", [1, 4 * LSTM_UNITS]],
    ["context", [LSTM_UNITS + listContextFeatures(spec).length, HIDDEN_UNITS]],
    ["future", [listFutureFeatures(spec).length, HIDDEN_UNITS]],
    ["hidden_bias", [1, HIDDEN_UNITS]],
    ["top", [HIDDEN_UNITS, TOP_UNITS]],
    ["top_bias", [1, TOP_UNITS]],
    ["output", [TOP_UNITS, OUTPUTS]],
    ["output_bias", [1, OUTPUTS]],
  ];
}

/** Seeded Glorot weights; zero biases except the forget gate's, which starts open, and the quantiles' spread. */
export function createWeights(spec: PanelSpec, seed: number): Weights {
  const random = createRandom(seed);
  return Object.fromEntries(
    listWeightShapes(spec).map(([name, [rows, columns]]) => {
      const isBias = name.endsWith("bias");
      // A near-zero output layer starts the network at its baseline.
      const scale = name === "output" ? 0.01 : Math.sqrt(2 / (rows + columns));
      const values = Float32Array.from({ length: rows * columns }, () => (isBias ? 0 : scale * drawNormal(random)));
      if (name === "lstm_bias") values.fill(1, LSTM_UNITS, 2 * LSTM_UNITS);
      if (name === "output_bias") values.fill(START_SPREAD, 2);
      return [name, values];
    }),
  );
}
