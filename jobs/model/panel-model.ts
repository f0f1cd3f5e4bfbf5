import { z } from "zod";
import { type Choice, choiceSchema, forecastRival, moveTowards } from "./choice";
import { QUANTILES } from "./metrics";
import { predict } from "./network";
import type { Weights } from "./network-shape";
import type { PanelSpec } from "./panel";
import { type Calibration, calibrationSchema, stretchQuantiles, toGroup, toMean } from "./panel-calibration";
import { type PanelContext, panelContextSchema } from "./panel-context";
import type { Prepared } from "./prepared";
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
export type Networks = Pick<PanelModel, "spec" | "context" | "members">;

/** Mean of the members' forecasts of windows, uncalibrated. */
export function predictWindows(model: Networks, windows: readonly WholeWindow[]): WindowForecast[] {
  const { spec, context, members } = model;
  const days = Array.from({ length: spec.horizon }, (_, h) => h);
  const forecasts: WindowForecast[] = [];
  for (let from = 0; from < windows.length; from += CHUNK) {
    const chunk = windows.slice(from, from + CHUNK);
    const batch = createBatch(chunk.length, spec.horizon, { spec, context });
    chunk.forEach((window, slot) => {
      writeWindow(batch, slot, { ...window, days }, { spec, context });
    });
    const mean = new Float32Array(batch.base.length);
    const quantiles = new Float32Array(batch.base.length * COUNT);
    for (const weights of members) {
      const prediction = predict(spec, weights, batch);
      prediction.mean.forEach((value, i) => {
        mean[i] = (mean[i] ?? 0) + value / members.length;
      });
      prediction.quantiles.forEach((value, i) => {
        quantiles[i] = (quantiles[i] ?? 0) + value / members.length;
      });
    }
    chunk.forEach((_, slot) => {
      const [first, last] = [slot * spec.horizon, (slot + 1) * spec.horizon];
      forecasts.push({ mean: mean.slice(first, last), quantiles: quantiles.slice(first * COUNT, last * COUNT) });
    });
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
