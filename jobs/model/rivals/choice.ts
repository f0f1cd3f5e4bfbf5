import { z } from "zod";
import { QUANTILES } from "@/jobs/model/metrics";
import type { HeldOutWindow } from "@/jobs/model/panel-calibration";
import type { WholeWindow } from "@/jobs/model/window/window-batch";
import { computeWindowLevel } from "@/jobs/model/window/window-level";
import { forecastAutoEts } from "./auto-ets";
import type { Contest } from "./contests";

/** Where a served forecast comes from. */
export const FORECAST_SOURCES = ["lstm", "blend", "seasonal_naive", "same_condition", "auto_ets"] as const;
export type ForecastSource = (typeof FORECAST_SOURCES)[number];

const RIVALS = ["seasonal_naive", "same_condition", "auto_ets"] as const;
export type Rival = (typeof RIVALS)[number];

/** What is served for a series: the network's share beside a rival, and the mean absolute errors that decided it. */
export const choiceSchema = z.object({
  rival: z.enum(RIVALS),
  /** Share of the network in what is served: 0 serves the rival alone. */
  share: z.number().min(0).max(1),
  /** Mean absolute error of network and rival on the same held-out windows, in the series' unit. */
  error: z.number(),
  rivalError: z.number(),
});

/** See {@link choiceSchema}. */
export type Choice = z.infer<typeof choiceSchema>;

/** The source to name for a choice. */
export function toSource(choice: Choice | undefined): ForecastSource {
  if (!choice) return "lstm";
  return choice.share > 0 ? "blend" : choice.rival;
}

// Half a year: more days are slower to smooth and no better.
const AUTO_ETS_DAYS = 182;
const MIN_WINDOWS = 3;
// What beat the network while a game was new says nothing of what will.
const MIN_HISTORY_DAYS = 120;
// A rival must be better by this much before it gets half of the forecast, and by twice as much to get all of it:
// the best of several on a few windows looks better than it is.
const BLEND_GAIN = 0.08;
const WINNER_GAIN = 0.2;

function forecastSameConditions(
  { prepared, origin, start }: WholeWindow,
  horizon: number,
  cells: number,
): Float64Array {
  const level = computeWindowLevel(prepared, origin, start, { prior: 0, cells, toOffset: () => 1 });
  return Float64Array.from({ length: horizon }, (_, h) => {
    const t = origin + 1 + h;
    if (prepared.closed[t]) return 0;
    const mean = level.cellMean[prepared.cell[t] ?? 0] ?? Number.NaN;
    return Number.isNaN(mean) ? level.recent * (prepared.multiplier[t] ?? 1) : mean;
  });
}

function forecastSeasonalNaive({ prepared, origin }: WholeWindow, horizon: number, season: number): Float64Array {
  return Float64Array.from({ length: horizon }, (_, h) => {
    const t = origin - season + 1 + (h % season);
    return prepared.closed[origin + 1 + h] || t < 0 ? 0 : (prepared.series.values[t] ?? 0);
  });
}

/** Smoothing by series and origin: it takes longer than a network, and hangs on the values alone. */
export type Smoothed = Map<string, Float64Array | null>;

/** The key of a window in {@link Smoothed}. */
export function toSmoothedKey({ prepared, origin }: Pick<WholeWindow, "prepared" | "origin">): string {
  return `${prepared.series.id} ${prepared.series.firstDay + origin}`;
}

function smooth(window: WholeWindow, { horizon, season, smoothed }: RivalSpec): Float64Array | null {
  const key = toSmoothedKey(window);
  const known = smoothed?.get(key);
  if (known !== undefined) return known;
  const { prepared, origin } = window;
  const values = prepared.series.values.subarray(Math.max(0, origin + 1 - AUTO_ETS_DAYS), origin + 1);
  const mean = forecastAutoEts(values, horizon, season).forecast?.mean ?? null;
  smoothed?.set(key, mean);
  return mean;
}

function forecastSmoothed(window: WholeWindow, spec: RivalSpec): Float64Array | null {
  const { prepared, origin } = window;
  return smooth(window, spec)?.map((value, h) => (prepared.closed[origin + 1 + h] ? 0 : Math.max(0, value))) ?? null;
}

/** What rivals need to know of a panel, and what is known of their forecasts. */
export interface RivalSpec {
  horizon: number;
  season: number;
  cells: number;
  /** Filled with what is worked out. */
  smoothed?: Smoothed | undefined;
}

/** A rival's point forecast of a window, [horizon]; null where it has none. */
export function forecastRival(rival: Rival, window: WholeWindow, spec: RivalSpec): Float64Array | null {
  const { horizon, season, cells } = spec;
  if (rival === "same_condition") return forecastSameConditions(window, horizon, cells);
  if (rival === "seasonal_naive") return forecastSeasonalNaive(window, horizon, season);
  return forecastSmoothed(window, spec);
}

/** Moves a forecast towards a rival's: its points by the rival's share, its band along with its median. */
export function moveTowards(
  forecast: { mean: Float32Array; quantiles: Float32Array },
  rival: Float64Array,
  share: number,
): void {
  const count = QUANTILES.length;
  const middle = QUANTILES.indexOf(0.5);
  rival.forEach((point, h) => {
    const mean = share * (forecast.mean[h] ?? 0) + (1 - share) * point;
    forecast.mean[h] = mean;
    const median = forecast.quantiles[h * count + middle] ?? 0;
    const moved = share * median + (1 - share) * point;
    for (let k = 0; k < count; k++) {
      const index = h * count + k;
      forecast.quantiles[index] = Math.max(0, (forecast.quantiles[index] ?? 0) * (median > 0 ? moved / median : 1));
    }
  });
}

/** Sum of absolute errors over the days that can be scored. */
export interface ErrorSum {
  sum: number;
  days: number;
}

/** How every rival did on a held-out window; null where it has no forecast. */
export type RivalErrors = Record<Rival, ErrorSum | null>;

function computeError(point: ArrayLike<number>, actual: Float64Array): ErrorSum {
  const total = { sum: 0, days: 0 };
  for (let h = 0; h < actual.length; h++) {
    const value = actual[h] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    total.sum += Math.abs(value - (point[h] ?? 0));
    total.days++;
  }
  return total;
}

/** Lets every rival forecast a held-out window; null where the window is too young to choose by. */
export function scoreRivals(
  window: WholeWindow,
  held: Pick<HeldOutWindow, "historyDays" | "actual">,
  spec: RivalSpec,
): RivalErrors | null {
  if (held.historyDays < MIN_HISTORY_DAYS) return null;
  const score = (rival: Rival) => {
    const point = forecastRival(rival, window, spec);
    return point && computeError(point, held.actual);
  };
  return {
    seasonal_naive: score("seasonal_naive"),
    same_condition: score("same_condition"),
    auto_ets: score("auto_ets"),
  };
}

/** The share of the forecast that the network keeps against a rival; null where it keeps all. */
function toShare(error: number, rivalError: number): number | null {
  const gain = 1 - rivalError / error;
  if (gain >= WINNER_GAIN) return 0;
  return gain >= BLEND_GAIN ? 0.5 : null;
}

/** Mean error over windows; infinite where one of them has no forecast, or no day can be scored. */
function toMeanError(errors: readonly (ErrorSum | null)[]): number {
  let [sum, days] = [0, 0];
  for (const error of errors) {
    if (!error) return Number.POSITIVE_INFINITY;
    sum += error.sum;
    days += error.days;
  }
  return days > 0 ? sum / days : Number.POSITIVE_INFINITY;
}

/** Compares the network with every rival on one series' held-out windows; null where the network is to be served. */
export function choose(all: readonly Pick<Contest, "held" | "rivals">[]): Choice | null {
  const contests = all.filter(({ rivals }) => rivals !== null);
  if (contests.length < MIN_WINDOWS) return null;
  const error = toMeanError(contests.map(({ held }) => computeError(held.mean, held.actual)));
  if (!Number.isFinite(error) || error === 0) return null;
  const means = RIVALS.map((rival) => ({
    rival,
    rivalError: toMeanError(contests.map(({ rivals }) => rivals?.[rival] ?? null)),
  }));
  const best = means.reduce((least, each) => (each.rivalError < least.rivalError ? each : least));
  const share = toShare(error, best.rivalError);
  return share === null ? null : { ...best, share, error };
}
