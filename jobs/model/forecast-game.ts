import { toDayString } from "./calendar";
import { HORIZON, listGenres, toWindowSeries, type WindowSource } from "./game-panel";
import { QUANTILES } from "./metrics";
import { prepareWith } from "./panel/panel-context";
import { toGroup, toMean, toTotalBand } from "./panel-calibration";
import { forecastWindows, type PanelModel, toBandOffset, type WindowForecast } from "./panel-model";
import { type ForecastSource, toSource } from "./rivals/choice";
import type { WholeWindow } from "./window/window-batch";

/** A forecast day in whole units: 0 ≤ lower ≤ lowerQuartile ≤ median ≤ upperQuartile ≤ upper, lower ≤ predicted ≤ upper. */
export interface ForecastDay {
  day: string;
  /** 1 on the first day after the data. */
  horizon: number;
  predicted: number;
  /** The .1, .25, .5, .75 and .9 quantiles. */
  lower: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  upper: number;
  /** Forecast of the running total since the first day, and its 80 % band. */
  cumulativePredicted: number;
  cumulativeLower: number;
  cumulativeUpper: number;
}

/** The next 60 days of one game. */
export interface GameForecast {
  source: ForecastSource;
  historyDays: number;
  days: ForecastDay[];
}

/** What forecasting needs. */
export interface Forecaster {
  model: PanelModel;
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

/** The window of the panel that a source stands for. */
export function toWindow(model: PanelModel, source: WindowSource): WholeWindow {
  const series = toWindowSeries(source, listGenres(model.spec));
  const [prepared] = prepareWith(model.context, model.spec, [series], series.firstDay + source.origin + 1);
  if (!prepared) throw new Error(`${source.series.slug}: there is no series to forecast`);
  return { prepared, origin: source.origin, start: 0 };
}

function toDay(quantiles: Float32Array, h: number, predicted: number) {
  // A count lies in [l, u] exactly when it lies in [⌈l⌉, ⌊u⌋].
  const at = (k: number) => quantiles[h * QUANTILES.length + k] ?? 0;
  const median = Math.round(at(2));
  const lowerQuartile = Math.min(median, Math.ceil(at(1)));
  const upperQuartile = Math.max(median, Math.floor(at(3)));
  return {
    predicted,
    lower: Math.min(predicted, lowerQuartile, Math.ceil(at(0))),
    lowerQuartile,
    median,
    upperQuartile,
    upper: Math.max(predicted, upperQuartile, Math.floor(at(4))),
  };
}

/** Turns a window's forecast into served whole units. */
export function toForecastDays(model: PanelModel, window: WholeWindow, forecast: WindowForecast): ForecastDay[] {
  const { mean, quantiles } = forecast;
  const firstDay = window.prepared.series.firstDay + window.origin + 1;
  const group = toGroup(window.origin - window.start + 1, toMean(mean), model.spec.isCount);
  const offset = toBandOffset(model.spec, window);
  let exact = 0;
  let total = 0;
  let [lower, upper] = [0, 0];
  return roundKeepingTotals(mean).map((predicted, h) => {
    exact += mean[h] ?? 0;
    total += predicted;
    const band = toTotalBand(model.calibration, group, h + 1, exact, offset);
    // A running total never falls, nor do the ends of its band.
    lower = Math.max(lower, Math.min(total, Math.ceil(band.lower)));
    upper = Math.max(upper, total, Math.floor(band.upper));
    return {
      day: toDayString(firstDay + h),
      horizon: h + 1,
      ...toDay(quantiles, h, predicted),
      cumulativePredicted: total,
      cumulativeLower: lower,
      cumulativeUpper: upper,
    };
  });
}

/** The next 60 days of several games, in chunks through the network; throws where one of them is not finite. */
export function forecastGames({ model }: Forecaster, sources: readonly WindowSource[]): GameForecast[] {
  const windows = sources.map((source) => toWindow(model, source));
  const forecasts = forecastWindows(model, windows);
  return sources.map((source, i) => {
    const [window, forecast] = [windows[i], forecasts[i]];
    if (!window || !forecast?.mean.every(Number.isFinite) || !forecast.quantiles.every(Number.isFinite)) {
      throw new Error(`${source.series.slug}: the network answered with a number that is not finite`);
    }
    return {
      source: toSource(model.choices[source.series.gameId]),
      historyDays: source.origin + 1,
      days: toForecastDays(model, window, forecast).slice(0, HORIZON),
    };
  });
}
