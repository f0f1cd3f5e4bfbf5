import { computePinball, QUANTILES } from "@/jobs/model/metrics";
import { OUTPUTS } from "./network-shape";

// e^±4: a day may differ from its baseline by a factor of 55, not by an overflow.
const MAX_LOG_CORRECTION = 4;
const DEVIANCE_SHARE = 0.5;
const COUNT = QUANTILES.length;
const MEDIAN = QUANTILES.indexOf(0.5);
// Raw output that carries the step from the quantile nearer the median, by quantile: .25, .1 downward, .75, .9 upward.
const STEP_OUTPUT = [3, 2, -1, 4, 5] as const;

const softplus = (x: number) => (x > 20 ? x : Math.log1p(Math.exp(x)));
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const clip = (x: number) => Math.max(-MAX_LOG_CORRECTION, Math.min(MAX_LOG_CORRECTION, x));

/** Log corrections of a day's quantiles from its raw outputs, ordered by construction. */
function toLogQuantiles(raw: Float32Array, at: number, out: Float64Array): void {
  out[MEDIAN] = raw[at + 1] ?? 0;
  for (let k = MEDIAN - 1; k >= 0; k--) out[k] = (out[k + 1] ?? 0) - softplus(raw[at + (STEP_OUTPUT[k] ?? 0)] ?? 0);
  for (let k = MEDIAN + 1; k < COUNT; k++) out[k] = (out[k - 1] ?? 0) + softplus(raw[at + (STEP_OUTPUT[k] ?? 0)] ?? 0);
}

/** Forecasts of a batch, in the series' unit: mean [rows] and ordered quantiles [rows, 5], all ≥ 0. */
export interface Prediction {
  mean: Float32Array;
  quantiles: Float32Array;
}

/** Turns raw outputs [rows, 6] into forecasts: baseline × e^correction. */
export function toPrediction(raw: Float32Array, base: Float32Array): Prediction {
  const mean = new Float32Array(base.length);
  const quantiles = new Float32Array(base.length * COUNT);
  const logs = new Float64Array(COUNT);
  for (let row = 0; row < base.length; row++) {
    const level = base[row] ?? 0;
    mean[row] = level * Math.exp(clip(raw[row * OUTPUTS] ?? 0));
    toLogQuantiles(raw, row * OUTPUTS, logs);
    for (let k = 0; k < COUNT; k++) quantiles[row * COUNT + k] = level * Math.exp(clip(logs[k] ?? 0));
  }
  return { mean, quantiles };
}

/** Targets of a batch, [rows]: weight 0 where a day is closed or lies after the data. */
export interface Targets {
  target: Float32Array;
  weight: Float32Array;
}

/** A day to be scored: what level and conditions expect, what came, and the day's weight in the loss. */
interface ScoredDay {
  level: number;
  actual: number;
  weight: number;
}

/** Weighted pinball losses of a day's quantiles level × e^log, and their slopes by each log. */
function computePinballs({ level, actual, weight }: ScoredDay, logs: Float64Array, slopes: Float64Array): number {
  let loss = 0;
  for (let k = 0; k < COUNT; k++) {
    const tau = QUANTILES[k] ?? 0.5;
    const bounded = clip(logs[k] ?? 0);
    const value = level * Math.exp(bounded);
    const error = actual - value;
    loss += weight * computePinball(actual, value, tau);
    slopes[k] = bounded === logs[k] ? weight * value * (error >= 0 ? -tau : 1 - tau) : 0;
  }
  return loss;
}

/** Gradient of a day's median and steps, given the slopes of its quantiles: each step moves all quantiles beyond it. */
function backpropagateSteps(slopes: Float64Array, raw: Float32Array, at: number, gradient: Float32Array): void {
  let below = 0;
  for (let k = 0; k < MEDIAN; k++) {
    below += slopes[k] ?? 0;
    const output = at + (STEP_OUTPUT[k] ?? 0);
    gradient[output] = -below * sigmoid(raw[output] ?? 0);
  }
  let above = 0;
  for (let k = COUNT - 1; k > MEDIAN; k--) {
    above += slopes[k] ?? 0;
    const output = at + (STEP_OUTPUT[k] ?? 0);
    gradient[output] = above * sigmoid(raw[output] ?? 0);
  }
  gradient[at + 1] = (slopes[MEDIAN] ?? 0) + below + above;
}

/**
 * Loss of raw outputs and its gradient with respect to them, written into `gradient` [rows, 6]: the mean over
 * `rows` of weight × (pinball losses of the five quantiles + half of Poisson's deviance of the mean).
 */
export function computeLoss(raw: Float32Array, base: Float32Array, targets: Targets, gradient: Float32Array): number {
  const logs = new Float64Array(COUNT);
  const slopes = new Float64Array(COUNT);
  const rows = base.length;
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const at = row * OUTPUTS;
    const weight = (targets.weight[row] ?? 0) / rows;
    if (weight === 0) {
      gradient.fill(0, at, at + OUTPUTS);
      continue;
    }
    const [level, actual] = [base[row] ?? 0, targets.target[row] ?? 0];
    const correction = clip(raw[at] ?? 0);
    const mean = level * Math.exp(correction);
    toLogQuantiles(raw, at, logs);
    // Poisson's deviance without its constant: its minimum is the mean, whatever the distribution.
    loss += weight * DEVIANCE_SHARE * (mean - actual * Math.log(mean + 1e-6));
    loss += computePinballs({ level, actual, weight }, logs, slopes);
    gradient[at] = correction === raw[at] ? weight * DEVIANCE_SHARE * (mean - actual) : 0;
    backpropagateSteps(slopes, raw, at, gradient);
  }
  return loss;
}
