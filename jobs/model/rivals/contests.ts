import { countDays } from "@/jobs/model/panel/demand-conditions";
import type { Panel, PanelSeries, PanelSpec } from "@/jobs/model/panel/panel";
import type { Prepared } from "@/jobs/model/panel/prepared";
import type { HeldOutWindow } from "@/jobs/model/panel-calibration";
import { toBandOffset, type WindowForecast } from "@/jobs/model/panel-model";
import type { Trial } from "@/jobs/model/personal-trial";
import type { WholeWindow } from "@/jobs/model/window/window-batch";
import type { RivalErrors } from "./choice";

/** A window of days that a model has not seen, with its uncalibrated forecast, what came, and how others did. */
export interface Contest {
  /** The series. */
  id: string;
  /** Day number of the origin. */
  day: number;
  held: HeldOutWindow;
  /** Null where the window is too young to choose by. */
  rivals: RivalErrors | null;
  /** Null where history is hidden. */
  trial: Trial | null;
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

/** A window beside its forecast, as calibration reads it. */
export function toHeld(spec: PanelSpec, window: WholeWindow, forecast: WindowForecast): HeldOutWindow {
  return {
    historyDays: window.origin - window.start + 1,
    offset: toBandOffset(spec, window),
    isCount: spec.isCount,
    mean: forecast.mean,
    quantiles: forecast.quantiles,
    actual: toActual(window.prepared, window.origin, spec.horizon),
  };
}

/** Days [from, to), as day numbers, that a model has not seen. */
export interface Stretch {
  from: number;
  to: number;
}

/** Origins spread over the days of a stretch, and the launch where it lies there. */
function listOrigins(series: PanelSeries, { from, to }: Stretch, hasAges: boolean): number[] {
  const { firstDay, firstAge } = series;
  const step = Math.max(1, Math.floor((to - from) / ORIGINS));
  const origins = Array.from({ length: ORIGINS }, (_, i) => from + i * step - 1 - firstDay).filter((t) => t >= 0);
  const isLaunch = hasAges && firstAge === 0 && firstDay >= from;
  return (isLaunch ? [-1, ...origins] : origins).filter((origin) => origin + MIN_DAYS < countDays(series, to));
}

/** A window of a contest, by the place of its series in the panel. */
export interface ContestWindow {
  place: number;
  origin: number;
  start: number;
  /** Shows the series as if only its last days were known, to learn how far such forecasts miss. */
  isMasked: boolean;
}

/**
 * Windows of a stretch from origins spread over it, so that every horizon meets several days; with `isMasked` each of
 * them a second time with most of its history hidden.
 */
export function listContestWindows({ spec, series }: Panel, stretch: Stretch, isMasked: boolean): ContestWindow[] {
  const whole = series.flatMap((each, place) =>
    listOrigins(each, stretch, spec.hasAges).map((origin) => ({ place, origin, start: 0, isMasked: false })),
  );
  if (!isMasked) return whole;
  const known = spec.hasAges ? LAUNCH_DAYS : COLD_DAYS;
  const masked = whole.map((window, i) => {
    const days = known[i % known.length] ?? 0;
    return { ...window, start: Math.max(0, window.origin + 1 - days), isMasked: true };
  });
  return [...whole, ...masked];
}
