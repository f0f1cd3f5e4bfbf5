import type { Panel } from "./panel";
import type { HeldOutWindow } from "./panel-calibration";
import { prepareWith } from "./panel-context";
import { type Networks, predictWindows, toBandOffset, type WindowForecast } from "./panel-model";
import type { Prepared } from "./prepared";
import type { WholeWindow } from "./window-batch";

/** A window of days that a model has not seen, with its uncalibrated forecast and what came. */
export interface Contest {
  window: WholeWindow;
  held: HeldOutWindow;
}

const ORIGINS = 4;
const MIN_DAYS = 7;

/** What came on the days after an origin; NaN where closed or after the data. */
export function toActual(prepared: Prepared, origin: number, horizon: number): Float64Array {
  return Float64Array.from({ length: horizon }, (_, h) => {
    const t = origin + 1 + h;
    return t < prepared.length && !prepared.closed[t] ? (prepared.series.values[t] ?? Number.NaN) : Number.NaN;
  });
}

/** A window beside its forecast, as calibration and choices read it. */
export function toContest(networks: Networks, window: WholeWindow, forecast: WindowForecast): Contest {
  const { spec } = networks;
  const held: HeldOutWindow = {
    historyDays: window.origin - window.start + 1,
    offset: toBandOffset(spec, window),
    isCount: spec.isCount,
    mean: forecast.mean,
    quantiles: forecast.quantiles,
    actual: toActual(window.prepared, window.origin, spec.horizon),
  };
  return { window, held };
}

/** Forecasts the days [from, to) from origins spread over them, so that every horizon meets several days. */
export function listContests(networks: Networks, panel: Panel, days: { from: number; to: number }): Contest[] {
  const prepared = prepareWith(networks.context, panel.spec, panel.series, days.to);
  const step = Math.max(1, Math.floor((days.to - days.from) / ORIGINS));
  const windows = prepared.flatMap((each) =>
    Array.from({ length: ORIGINS }, (_, i) => ({
      prepared: each,
      origin: days.from + i * step - 1 - each.series.firstDay,
      start: 0,
    })).filter(({ origin }) => origin >= 0 && origin + MIN_DAYS < each.length),
  );
  const forecasts = predictWindows(networks, windows);
  return windows.flatMap((window, i) => {
    const forecast = forecasts[i];
    return forecast ? [toContest(networks, window, forecast)] : [];
  });
}
