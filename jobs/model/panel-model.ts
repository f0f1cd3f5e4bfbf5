import { z } from "zod";
import { type Choice, choiceSchema, forecastRival, moveTowards } from "./choice";
import { QUANTILES } from "./metrics";
import { predictTop } from "./network";
import { TOP_UNITS, type Weights } from "./network-shape";
import type { PanelSpec } from "./panel";
import { type Calibration, calibrationSchema, stretchQuantiles, toGroup, toMean } from "./panel-calibration";
import { type PanelContext, panelContextSchema } from "./panel-context";
import { applyOutput, type Personal } from "./personal";
import type { Prepared } from "./prepared";
import { toPrediction } from "./quantile-loss";
import { toOffset } from "./scaler";
import { writeWindow } from "./window";
import { createBatch, type WholeWindow } from "./window-batch";

/** Everything of a model but its weights. */
export const modelStateSchema = z.object({
  context: panelContextSchema,
  calibration: calibrationSchema,
  /** What is served for a series by id where a backtest says that the network alone is not best. */
  choices: z.record(z.string(), choiceSchema),
});

/** A trained model of a panel: several networks whose forecasts are averaged. */
export interface PanelModel {
  spec: PanelSpec;
  context: PanelContext;
  members: Weights[];
  calibration: Calibration;
  choices: Record<string, Choice>;
  /** Own last layers of series that a backtest shows to be better off with them. */
  personal: Personal;
}

/** The forecast of one window, in the series' unit. */
export interface WindowForecast {
  mean: Float32Array;
  /** [days, 5], ordered, ≥ 0. */
  quantiles: Float32Array;
}

const CHUNK = 64;
const COUNT = QUANTILES.length;

/** What a window forecast is made with; {@link PanelModel} without its calibration and choices. */
export type Networks = Pick<PanelModel, "spec" | "context" | "members" | "personal">;

function addShare(sums: Float32Array, values: Float32Array, count: number): void {
  values.forEach((value, i) => {
    sums[i] = (sums[i] ?? 0) + value / count;
  });
}

/** Mean of the members' forecasts of a few windows. */
function predictChunk(model: Networks, windows: readonly WholeWindow[], days: readonly number[]): WindowForecast[] {
  const { spec, context, members, personal } = model;
  const batch = createBatch(windows.length, days.length, { spec, context });
  windows.forEach((window, slot) => {
    writeWindow(batch, slot, { ...window, days }, { spec, context });
  });
  const forecasts = windows.map(() => ({
    mean: new Float32Array(days.length),
    quantiles: new Float32Array(days.length * COUNT),
  }));
  members.forEach((weights, member) => {
    const top = predictTop(spec, weights, batch);
    windows.forEach(({ prepared }, slot) => {
      const [first, last] = [slot * days.length, (slot + 1) * days.length];
      const own = personal[prepared.series.id]?.[member] ?? weights;
      const raw = applyOutput(top.subarray(first * TOP_UNITS, last * TOP_UNITS), own);
      const prediction = toPrediction(raw, batch.base.subarray(first, last));
      const forecast = forecasts[slot];
      if (!forecast) return;
      addShare(forecast.mean, prediction.mean, members.length);
      addShare(forecast.quantiles, prediction.quantiles, members.length);
    });
  });
  return forecasts;
}

/** Mean of the members' forecasts of windows, uncalibrated. */
export function predictWindows(model: Networks, windows: readonly WholeWindow[]): WindowForecast[] {
  const days = Array.from({ length: model.spec.horizon }, (_, h) => h);
  const forecasts: WindowForecast[] = [];
  for (let from = 0; from < windows.length; from += CHUNK) {
    forecasts.push(...predictChunk(model, windows.slice(from, from + CHUNK), days));
  }
  return forecasts;
}

/** Offset of the logs in which a window's band is stretched. */
export function toBandOffset(spec: PanelSpec, { prepared, origin }: { prepared: Prepared; origin: number }): number {
  return toOffset(spec.isCount, prepared.trail[origin + 1] ?? 0);
}

/** What rivals need to know of a panel. */
export function toRivalSpec({ spec, context }: Pick<PanelModel, "spec" | "context">) {
  return { horizon: spec.horizon, season: spec.season, cells: 7 * context.conditions.bin.length };
}

/** Calibrated forecasts as served: blended with a rival where that was chosen. */
export function forecastWindows(model: PanelModel, windows: readonly WholeWindow[]): WindowForecast[] {
  const forecasts = predictWindows(model, windows);
  windows.forEach((window, i) => {
    const forecast = forecasts[i];
    if (!forecast) return;
    const choice = model.choices[window.prepared.series.id];
    const rival = choice && forecastRival(choice.rival, window, toRivalSpec(model));
    if (choice && rival) moveTowards(forecast, rival, choice.share);
    const group = toGroup(window.origin - window.start + 1, toMean(forecast.mean), model.spec.isCount);
    stretchQuantiles(model.calibration, group, forecast.quantiles, toBandOffset(model.spec, window));
  });
  return forecasts;
}
