import { Adam } from "./network/adam";
import { copyLastLayer, listActiveUnits, writeGradient, writeOutputs } from "./network/last-layer";
import { predictTop } from "./network/network";
import { OUTPUTS, type Weights } from "./network/network-shape";
import { computeLoss, type Targets } from "./network/quantile-loss";
import type { Prepared } from "./panel/prepared";
import { computeNaiveError } from "./panel/scaler";
import { writeWindow } from "./window/window";
import { createBatch, type WindowKit } from "./window/window-batch";

/** A series' own last layer, one per network: `output` [TOP_UNITS, OUTPUTS] and `output_bias` [OUTPUTS]. */
export type PersonalWeights = Weights[];

/** Own last layers by series id. */
export type Personal = Record<string, PersonalWeights>;

const ORIGIN_STEP = 13;
const MAX_WINDOWS = 28;
const MIN_WINDOWS = 8;
const DAYS = 12;
const STEPS = 30;
const RATE = 3e-3;
// Keeps a series near what all of them have learnt: the pull of the shared weights in each step.
const PULL = 0.02;

/** The last year's windows of a series, not always on one weekday, with what came; null where there are too few. */
function toWindows(prepared: Prepared, kit: WindowKit) {
  const { horizon, season } = kit.spec;
  const last = prepared.length - 1 - Math.ceil(horizon / 2);
  const count = Math.min(MAX_WINDOWS, Math.floor(last / ORIGIN_STEP));
  const error = computeNaiveError(prepared.series.values, prepared.length, season);
  if (count < MIN_WINDOWS || !(error > 0)) return null;
  const cells = count * DAYS;
  const batch = { ...createBatch(count, DAYS, kit), target: new Float32Array(cells), weight: new Float32Array(cells) };
  for (let slot = 0; slot < count; slot++) {
    const origin = last - slot * ORIGIN_STEP;
    // Another phase in each window, so that together they meet every day of the horizon.
    const days = Array.from({ length: DAYS }, (_, i) => Math.floor(((i + (slot % 5) / 5) * horizon) / DAYS));
    writeWindow(batch, slot, { prepared, origin, start: 0, days }, kit);
    days.forEach((h, i) => {
      const t = origin + 1 + h;
      const isScored = t < prepared.length && !prepared.closed[t];
      batch.target[slot * DAYS + i] = isScored ? (prepared.series.values[t] ?? 0) : 0;
      batch.weight[slot * DAYS + i] = isScored ? 1 / error : 0;
    });
  }
  return batch;
}

function pull(values: Float32Array, towards: Float32Array): void {
  for (let i = 0; i < values.length; i++) {
    values[i] = (values[i] ?? 0) + PULL * ((towards[i] ?? 0) - (values[i] ?? 0));
  }
}

function fineTune(shared: Weights, top: Float32Array, base: Float32Array, targets: Targets): Weights {
  const units = listActiveUnits(top);
  const [start, own, gradient] = [copyLastLayer(shared), copyLastLayer(shared), copyLastLayer(shared)];
  const adam = new Adam(own, { decay: 0, averageDecay: 0.9 });
  const raw = new Float32Array(base.length * OUTPUTS);
  const slopes = new Float32Array(raw.length);
  for (let step = 0; step < STEPS; step++) {
    writeOutputs(units, own, raw);
    computeLoss(raw, base, targets, slopes);
    writeGradient(units, slopes, gradient);
    adam.update(gradient, RATE);
    pull(own.output, start.output);
    pull(own.output_bias, start.output_bias);
  }
  return adam.average;
}

/** Fine-tunes the last layer of every network to each series with enough history, on the days it was prepared with. */
export function fitPersonal(all: readonly Prepared[], kit: WindowKit, members: readonly Weights[]): Personal {
  const personal: Personal = {};
  for (const prepared of all) {
    const batch = toWindows(prepared, kit);
    if (!batch) continue;
    personal[prepared.series.id] = members.map((weights) =>
      fineTune(weights, predictTop(kit.spec, weights, batch), batch.base, batch),
    );
  }
  return personal;
}
