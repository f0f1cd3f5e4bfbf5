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
// How many of their last days masked windows know, one after the other; a store's young games tell of more days than 3.
const COLD_DAYS = [0, 3, 14, 0, 1, 7, 28] as const;
const LAUNCH_DAYS = [0, 1, 3] as const;

/** What came on the days after an origin; NaN where closed or after the data. */
export function toActual(prepared: Prepared, origin: number, horizon: number): Float64Array {
  return Float64Array.from({ length: horizon }, (_, h) => {
    const t = origin + 1 + h;
    return t < prepared.length && !prepared.closed[t] ? (prepared.series.values[t] ?? Number.NaN) : Number.NaN;
  });
}

/** A window beside its forecast, as calibration and choices read it. */
function toContest(networks: Networks, window: WholeWindow, forecast: WindowForecast): Contest {
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

/** Origins spread over the days of a stretch, and the launch where it lies there. */
function listOrigins(prepared: Prepared, { from, to }: Stretch, hasAges: boolean): number[] {
  const { firstDay, firstAge } = prepared.series;
  const step = Math.max(1, Math.floor((to - from) / ORIGINS));
  const origins = Array.from({ length: ORIGINS }, (_, i) => from + i * step - 1 - firstDay).filter((t) => t >= 0);
  const isLaunch = hasAges && firstAge === 0 && firstDay >= from;
  return (isLaunch ? [-1, ...origins] : origins).filter((origin) => origin + MIN_DAYS < prepared.length);
}

/** Days [from, to), as day numbers, that a model has not seen. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Forecasts a stretch from origins spread over it, so that every horizon meets several days. `isMasked` adds windows
 * that show the series as if only its last days were known, to learn how far such forecasts miss.
 */
export function listContests(networks: Networks, panel: Panel, stretch: Stretch, isMasked = false): Contest[] {
  const prepared = prepareWith(networks.context, panel.spec, panel.series, stretch.to);
  const whole = prepared.flatMap((each) =>
    listOrigins(each, stretch, panel.spec.hasAges).map((origin) => ({ prepared: each, origin, start: 0 })),
  );
  const known = panel.spec.hasAges ? LAUNCH_DAYS : COLD_DAYS;
  const masked = whole.map((window, i) => {
    const days = known[i % known.length] ?? 0;
    return { ...window, start: Math.max(0, window.origin + 1 - days) };
  });
  const windows = isMasked ? [...whole, ...masked] : whole;
  const forecasts = predictWindows(networks, windows);
  return windows.flatMap((window, i) => {
    const forecast = forecasts[i];
    return forecast ? [toContest(networks, window, forecast)] : [];
  });
}
