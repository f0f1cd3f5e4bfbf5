import { QUANTILES } from "@/jobs/model/metrics";
import type { Panel } from "@/jobs/model/panel/panel";
import { type ColdSeries, hideHistory } from "./cold-series";

/** A forecaster's answer for one series; `model` names what it served. */
export interface SeriesForecast {
  id: string;
  /** One array [horizon] per `QUANTILES`. */
  quantiles: Float64Array[];
  model: string;
}

/** What a forecaster is told about an origin. */
export interface ForecasterOptions {
  /** First unknown day. */
  endDay: number;
  seed: number;
  minutes: number;
  coldDays?: number | undefined;
  /** Series forecast as if only their last `coldDays` days were known, and left out of training. */
  coldIds?: ReadonlySet<string>;
  onProgress?: (done: number, step: string) => void;
  signal?: AbortSignal;
}

/** Trains on a panel that ends at its origin and forecasts all of its series. */
export type PanelForecaster = (
  panel: Panel,
  options: ForecasterOptions,
) => Promise<{ forecasts: SeriesForecast[]; fitSeconds: number }>;

/** The forecasts of an origin in the order of the series, and what they cost. */
export interface OurForecasts {
  forecasts: SeriesForecast[];
  fitSeconds: number;
  /** Wall time of training and forecasting. */
  seconds: number;
  /** The same in seconds of all cores. */
  cpuSeconds: number;
}

type Options = Pick<ForecasterOptions, "endDay" | "seed" | "minutes" | "onProgress" | "signal"> & {
  cold?: ColdSeries | undefined;
};

function checkForecast({ id, quantiles }: SeriesForecast, horizon: number): void {
  const fail = (what: string) => {
    throw new Error(`the forecast of series ${JSON.stringify(id)} ${what}`);
  };
  if (quantiles.length !== QUANTILES.length) fail(`has ${quantiles.length} quantiles, not ${QUANTILES.length}`);
  for (const [level, values] of quantiles.entries()) {
    if (values.length !== horizon) fail(`has ${values.length} days, not ${horizon}`);
    for (const [h, value] of values.entries()) {
      if (!Number.isFinite(value)) fail(`is ${value} at day ${h + 1}`);
      if (level > 0 && value < (quantiles[level - 1]?.[h] ?? value)) fail(`has quantiles that cross at day ${h + 1}`);
    }
  }
}

function inOrder({ spec, series }: Panel, forecasts: readonly SeriesForecast[]): SeriesForecast[] {
  const byId = new Map(forecasts.map((forecast) => [forecast.id, forecast]));
  return series.map(({ id }) => {
    const forecast = byId.get(id);
    if (!forecast) throw new Error(`the forecaster left out series ${JSON.stringify(id)}`);
    checkForecast(forecast, spec.horizon);
    return forecast;
  });
}

/**
 * Forecasts an origin; with cold series once per fold, each time without the fold's series in the training and with an
 * equal part of the budget. Throws where a series has no forecast, or one that is not finite or not ordered.
 */
export async function forecastOurs(panel: Panel, forecaster: PanelForecaster, options: Options): Promise<OurForecasts> {
  const { cold, minutes, onProgress, ...rest } = options;
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const folds = cold?.folds ?? [undefined];
  const forecasts: SeriesForecast[] = [];
  let fitSeconds = 0;
  for (const [i, fold] of folds.entries()) {
    const known = cold && fold ? hideHistory(panel, fold, cold.days) : panel;
    const result = await forecaster(known, {
      ...rest,
      minutes: minutes / folds.length,
      onProgress: (done, step) => onProgress?.((i + done) / folds.length, step),
      ...(fold && { coldDays: cold?.days, coldIds: fold }),
    });
    options.signal?.throwIfAborted();
    fitSeconds += result.fitSeconds;
    forecasts.push(...result.forecasts.filter(({ id }) => !fold || fold.has(id)));
  }
  const cpu = process.cpuUsage(cpuBefore);
  return {
    forecasts: inOrder(panel, forecasts),
    fitSeconds,
    seconds: (performance.now() - startedAt) / 1000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
}
