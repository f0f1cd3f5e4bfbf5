import { toDayString } from "./calendar";
import { type Calibration, calibrateBand } from "./calibration";
import { HORIZON } from "./feature-names";
import { createBatch, type WindowSource, writeWindow } from "./features";
import type { ModelContext } from "./model-context";
import type { Network, Prediction } from "./network";

/** A forecast day in whole units: 0 ≤ lower ≤ predicted ≤ upper. */
export interface ForecastDay {
  day: string;
  /** 1 on the first day after the data. */
  horizon: number;
  predicted: number;
  lower: number;
  upper: number;
}

/** What forecasting needs: the network with the context and calibration that belong to it. */
export interface Forecaster {
  network: Network;
  context: ModelContext;
  calibration: Calibration;
}

/** Rounds so that every running total stays within half a unit of the exact one: 0.4 a day is not 0 a month. */
export function roundKeepingTotals(values: ArrayLike<number>): number[] {
  let exact = 0;
  let given = 0;
  return Array.from(values, (value) => {
    exact += value;
    const units = Math.max(0, Math.round(exact) - given);
    given += units;
    return units;
  });
}

/** Raw forecasts of several windows, [windows, HORIZON]. */
export function predictWindows(forecaster: Forecaster, sources: readonly WindowSource[]): Prediction {
  const batch = createBatch(sources.length, forecaster.context);
  sources.forEach((source, slot) => {
    writeWindow(batch, slot, source, forecaster.context);
  });
  return forecaster.network.predict(batch);
}

/** Turns the raw forecast of window `slot` into served whole units. */
export function toForecastDays(
  prediction: Prediction,
  slot: number,
  source: WindowSource,
  calibration: Calibration,
): ForecastDay[] {
  const from = slot * HORIZON;
  const firstDay = source.series.firstDay + source.origin + 1;
  return roundKeepingTotals(prediction.mean.subarray(from, from + HORIZON)).map((predicted, h) => {
    const band = calibrateBand(calibration, {
      historyDays: source.origin + 1,
      horizonDay: h,
      mean: prediction.mean[from + h] ?? 0,
      lower: prediction.lower[from + h] ?? 0,
      upper: prediction.upper[from + h] ?? 0,
    });
    return {
      day: toDayString(firstDay + h),
      horizon: h + 1,
      predicted,
      // A count lies in [l, u] exactly when it lies in [⌈l⌉, ⌊u⌋].
      lower: Math.min(predicted, Math.ceil(band.lower)),
      upper: Math.max(predicted, Math.floor(band.upper)),
    };
  });
}

/** The next 60 days of one game. */
export function forecastGame(forecaster: Forecaster, source: WindowSource): ForecastDay[] {
  const prediction = predictWindows(forecaster, [source]);
  const isSound = (values: Float32Array) => values.every(Number.isFinite);
  if (!isSound(prediction.mean) || !isSound(prediction.lower) || !isSound(prediction.upper)) {
    throw new Error(`${source.series.slug}: the network answered with a number that is not finite`);
  }
  return toForecastDays(prediction, 0, source, forecaster.calibration);
}
