import { forecastSameCondition, forecastSeasonalNaive } from "./baselines";
import type { CalibrationDay } from "./calibration";
import { HORIZON } from "./feature-names";
import { type Forecaster, predictWindows, toForecastDays } from "./forecast-game";
import { type BandForecast, computeMetrics, type Metrics, type Scored } from "./metrics";
import { computeNaiveError } from "./scaler";
import type { GameSeries } from "./series";
import { type Origin, toPastSource } from "./windows";

/** Accuracy on the held-out days: the forecast as served, the same model's median, and the two baselines. */
export interface Evaluation {
  served: Metrics;
  median: Metrics;
  seasonalNaive: Metrics;
  sameCondition: Metrics;
}

// A game needs this much history before the held-out days for a seasonal baseline to be a fair rival.
const MIN_HISTORY_DAYS = 120;
const CHUNK = 32;

/** Forecast days of all origins that lie before `endDay`, with what sold on them. */
export function collectResiduals(forecaster: Forecaster, origins: readonly Origin[], endDay: number): CalibrationDay[] {
  const days: CalibrationDay[] = [];
  for (let from = 0; from < origins.length; from += CHUNK) {
    const chunk = origins.slice(from, from + CHUNK);
    const prediction = predictWindows(forecaster, chunk.map(toPastSource));
    chunk.forEach(({ series, origin }, slot) => {
      const known = Math.min(series.units.length, endDay - series.firstDay) - origin - 1;
      for (let h = 0; h < Math.min(HORIZON, known); h++) {
        const index = slot * HORIZON + h;
        days.push({
          historyDays: origin + 1,
          horizonDay: h,
          mean: prediction.mean[index] ?? 0,
          lower: prediction.lower[index] ?? 0,
          upper: prediction.upper[index] ?? 0,
          actual: series.units[origin + 1 + h] ?? 0,
        });
      }
    });
  }
  return days;
}

/** Games whose last 60 days before `endDay` can be held out, at the origin before them. */
export function listHeldOut(all: readonly GameSeries[], endDay: number): Origin[] {
  return all
    .map((series) => ({ series, origin: endDay - HORIZON - 1 - series.firstDay }))
    .filter(({ series, origin }) => origin + 1 >= MIN_HISTORY_DAYS && series.units.length > origin + HORIZON);
}

/** Half-width of a baseline's band: the 80 % quantile of its errors on the 60 days before, at least half a unit. */
function widthOf(origin: Origin, forecast: (series: GameSeries, origin: number) => Float64Array): number {
  const { series } = origin;
  const earlier = origin.origin - HORIZON;
  const errors = Array.from(forecast(series, earlier), (value, h) =>
    Math.abs((series.units[earlier + 1 + h] ?? 0) - value),
  ).sort((a, b) => a - b);
  return Math.max(0.5, errors[Math.floor(0.8 * HORIZON)] ?? 0);
}

function toBaselineBand(origin: Origin, forecast: (series: GameSeries, origin: number) => Float64Array): BandForecast {
  const point = forecast(origin.series, origin.origin);
  const width = widthOf(origin, forecast);
  return { point, lower: point.map((value) => Math.max(0, value - width)), upper: point.map((value) => value + width) };
}

/** Scores the model and the baselines on the 60 days before `endDay`, which neither may have seen. */
export function evaluate(forecaster: Forecaster, heldOut: readonly Origin[]): Evaluation {
  const scored: Record<keyof Evaluation, Scored[]> = { served: [], median: [], seasonalNaive: [], sameCondition: [] };
  for (let from = 0; from < heldOut.length; from += CHUNK) {
    const chunk = heldOut.slice(from, from + CHUNK);
    const sources = chunk.map(toPastSource);
    const prediction = predictWindows(forecaster, sources);
    chunk.forEach((held, slot) => {
      const source = sources[slot];
      if (!source) return;
      const { series, origin } = held;
      const days = toForecastDays(prediction, slot, source, forecaster.calibration);
      const band = { lower: days.map((day) => day.lower), upper: days.map((day) => day.upper) };
      const window = {
        actual: series.units.subarray(origin + 1, origin + 1 + HORIZON),
        naiveError: Math.max(0.01, computeNaiveError(series.units, origin + 1)),
      };
      const median = prediction.median.subarray(slot * HORIZON, (slot + 1) * HORIZON);
      scored.served.push({ ...window, forecast: { ...band, point: days.map((day) => day.predicted) } });
      scored.median.push({ ...window, forecast: { ...band, point: median } });
      scored.seasonalNaive.push({ ...window, forecast: toBaselineBand(held, forecastSeasonalNaive) });
      scored.sameCondition.push({ ...window, forecast: toBaselineBand(held, forecastSameCondition) });
    });
  }
  return {
    served: computeMetrics(scored.served),
    median: computeMetrics(scored.median),
    seasonalNaive: computeMetrics(scored.seasonalNaive),
    sameCondition: computeMetrics(scored.sameCondition),
  };
}
