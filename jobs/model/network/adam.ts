import type { Weights } from "./network-shape";

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** What an optimiser remembers of its steps. */
export interface AdamState {
  step: number;
  first: Weights;
  second: Weights;
  average: Weights;
}

/** A copy of weights. */
export function copyWeights(weights: Weights): Weights {
  return Object.fromEntries(Object.entries(weights).map(([name, values]) => [name, Float32Array.from(values)]));
}

/** AdamW over named weights in plain arrays, with an exponential average of the weights beside it. */
export class Adam {
  private step: number;
  private readonly first: Weights;
  private readonly second: Weights;
  readonly average: Weights;

  constructor(
    private readonly weights: Weights,
    private readonly options: { decay: number; averageDecay: number },
    state?: AdamState,
  ) {
    const zeros = () => Object.fromEntries(Object.entries(weights).map(([k, v]) => [k, new Float32Array(v.length)]));
    this.step = state?.step ?? 0;
    this.first = state ? copyWeights(state.first) : zeros();
    this.second = state ? copyWeights(state.second) : zeros();
    this.average = copyWeights(state?.average ?? weights);
  }

  /** A copy of what it remembers, to go on from. */
  takeState(): AdamState {
    return {
      step: this.step,
      first: copyWeights(this.first),
      second: copyWeights(this.second),
      average: copyWeights(this.average),
    };
  }

  /** One step along a gradient; changes the weights in place. */
  update(gradient: Weights, rate: number): void {
    this.step++;
    const scale = (rate * Math.sqrt(1 - BETA2 ** this.step)) / (1 - BETA1 ** this.step);
    // A young average follows the weights closely, so that it never remembers the random start.
    const keep = Math.min(this.options.averageDecay, this.step / (this.step + 10));
    for (const [name, values] of Object.entries(this.weights)) {
      const [slope, m, v, average] = [gradient[name], this.first[name], this.second[name], this.average[name]];
      if (!slope || !m || !v || !average) throw new Error(`no gradient of ${name}`);
      const shrink = name.endsWith("bias") ? 1 : 1 - rate * this.options.decay;
      for (let i = 0; i < values.length; i++) {
        const g = slope[i] ?? 0;
        const mi = BETA1 * (m[i] ?? 0) + (1 - BETA1) * g;
        const vi = BETA2 * (v[i] ?? 0) + (1 - BETA2) * g * g;
        m[i] = mi;
        v[i] = vi;
        const value = (values[i] ?? 0) * shrink - (scale * mi) / (Math.sqrt(vi) + EPSILON);
        values[i] = value;
        average[i] = keep * (average[i] ?? 0) + (1 - keep) * value;
      }
    }
  }
}
