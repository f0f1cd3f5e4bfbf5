import { z } from "zod";
import { QUANTILES } from "./metrics";
import { applyOutput } from "./network/last-layer";
import { predictTop } from "./network/network";
import { TOP_UNITS, type Weights } from "./network/network-shape";
import { toPrediction } from "./network/quantile-loss";
import type { PanelSpec } from "./panel/panel";
import { type PanelContext, panelContextSchema } from "./panel/panel-context";
import type { Prepared } from "./panel/prepared";
import { toOffset } from "./panel/scaler";
import { type Calibration, calibrationSchema, stretchQuantiles, toGroup, toMean } from "./panel-calibration";
import type { Personal } from "./personal";
import { type Choice, choiceSchema, forecastRival, moveTowards, type Smoothed } from "./rivals/choice";
import { writeWindow } from "./window/window";
import { createBatch, type WholeWindow } from "./window/window-batch";

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

function createForecast(days: number): WindowForecast {
  return { mean: new Float32Array(days), quantiles: new Float32Array(days * COUNT) };
}

/** Networks with last layers that some series may have of their own. */
interface Chunk {
  networks: Omit<Networks, "personal">;
  windows: readonly WholeWindow[];
  days: readonly number[];
}

/** Mean of the members' forecasts of a few windows, by each set of own last layers; the layers below run once. */
function predictChunk({ networks, windows, days }: Chunk, sets: readonly Personal[]): WindowForecast[][] {
  const { spec, context, members } = networks;
  const batch = createBatch(windows.length, days.length, { spec, context });
  windows.forEach((window, slot) => {
    writeWindow(batch, slot, { ...window, days }, { spec, context });
  });
  const forecasts = sets.map(() => windows.map(() => createForecast(days.length)));
  members.forEach((weights, member) => {
    const top = predictTop(spec, weights, batch);
    windows.forEach(({ prepared }, slot) => {
      const [first, last] = [slot * days.length, (slot + 1) * days.length];
      sets.forEach((personal, set) => {
        const own = personal[prepared.series.id]?.[member] ?? weights;
        const raw = applyOutput(top.subarray(first * TOP_UNITS, last * TOP_UNITS), own);
        const prediction = toPrediction(raw, batch.base.subarray(first, last));
        const forecast = forecasts[set]?.[slot];
        if (!forecast) return;
        addShare(forecast.mean, prediction.mean, members.length);
        addShare(forecast.quantiles, prediction.quantiles, members.length);
      });
    });
  });
  return forecasts;
}

/** Mean of the members' forecasts of windows, uncalibrated, once by each set of own last layers. */
export function predictBySets(
  networks: Omit<Networks, "personal">,
  windows: readonly WholeWindow[],
  sets: readonly Personal[],
): WindowForecast[][] {
  const days = Array.from({ length: networks.spec.horizon }, (_, h) => h);
  const forecasts = sets.map((): WindowForecast[] => []);
  for (let from = 0; from < windows.length; from += CHUNK) {
    const chunk = { networks, windows: windows.slice(from, from + CHUNK), days };
    for (const [set, some] of predictChunk(chunk, sets).entries()) forecasts[set]?.push(...some);
  }
  return forecasts;
}

/** Mean of the members' forecasts of windows, uncalibrated. */
export function predictWindows(model: Networks, windows: readonly WholeWindow[]): WindowForecast[] {
  return predictBySets(model, windows, [model.personal])[0] ?? [];
}

/** Offset of the logs in which a window's band is stretched. */
export function toBandOffset(spec: PanelSpec, { prepared, origin }: { prepared: Prepared; origin: number }): number {
  return toOffset(spec.isCount, prepared.trail[origin + 1] ?? 0);
}

/** What rivals need to know of a panel. */
export function toRivalSpec({ spec, context }: Pick<PanelModel, "spec" | "context">) {
  return { horizon: spec.horizon, season: spec.season, cells: 7 * context.conditions.bin.length };
}

const copyForecast = ({ mean, quantiles }: WindowForecast) => ({ mean: mean.slice(), quantiles: quantiles.slice() });

/** Turns the networks' forecasts of windows into those to be served: blended with a rival where that was chosen, calibrated. */
export function toServed(
  model: PanelModel,
  windows: readonly WholeWindow[],
  plain: readonly WindowForecast[],
  smoothed?: Smoothed,
): WindowForecast[] {
  const spec = { ...toRivalSpec(model), smoothed };
  return plain.map((network, i) => {
    const [window, forecast] = [windows[i], copyForecast(network)];
    if (!window) return forecast;
    const choice = model.choices[window.prepared.series.id];
    const rival = choice && forecastRival(choice.rival, window, spec);
    if (choice && rival) moveTowards(forecast, rival, choice.share);
    const group = toGroup(window.origin - window.start + 1, toMean(forecast.mean), model.spec.isCount);
    stretchQuantiles(model.calibration, group, forecast.quantiles, toBandOffset(model.spec, window));
    return forecast;
  });
}

/** Calibrated forecasts as served: blended with a rival where that was chosen. */
export function forecastWindows(model: PanelModel, windows: readonly WholeWindow[]): WindowForecast[] {
  return toServed(model, windows, predictWindows(model, windows));
}
