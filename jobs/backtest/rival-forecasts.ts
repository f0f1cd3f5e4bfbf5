import { setImmediate } from "node:timers/promises";
import type { Panel, PanelSeries } from "@/jobs/model/panel";
import { findRivalConditions } from "@/jobs/model/rival-conditions";
import {
  forecastSameCondition,
  forecastSeasonalNaive,
  forecastSmoothed,
  type RivalForecast,
} from "@/jobs/model/rivals";

/** The rules that a forecaster is compared with. */
export const RIVALS = ["naive", "seasonal_naive", "same_condition", "auto_ets"] as const;

/** See {@link RIVALS}. */
export type RivalName = (typeof RIVALS)[number];

/** Forecasts of each rule, in the order of the series. */
export interface RivalForecasts {
  byName: Record<RivalName, RivalForecast[]>;
  /** Why smoothing had no forecast, and how often: seasonal naive stands in for it. */
  failures: Map<string, number>;
}

/** Series of a fold that are forecast as if only their last `days` days were known. */
export interface ColdSeries {
  days: number;
  folds: readonly ReadonlySet<string>[];
}

interface Options {
  cold?: ColdSeries | undefined;
  onProgress?: (share: number) => void;
  signal?: AbortSignal | undefined;
}

/** The series as if it had begun `days` days before its end. */
function toLastDays(series: PanelSeries, days: number): PanelSeries {
  const skipped = Math.max(0, series.values.length - days);
  return {
    ...series,
    firstDay: series.firstDay + skipped,
    values: series.values.subarray(skipped),
    known: series.known.map((column) => column.subarray(skipped)),
  };
}

function addInto(sum: RivalForecast, forecast: RivalForecast, sign: number): void {
  const add = (into: Float64Array, values: Float64Array | undefined) => {
    for (const h of into.keys()) into[h] = (into[h] ?? 0) + sign * (values?.[h] ?? 0);
  };
  add(sum.mean, forecast.mean);
  for (const [level, values] of sum.quantiles.entries()) add(values, forecast.quantiles[level]);
}

function copyTimes({ mean, quantiles }: RivalForecast, factor: number): RivalForecast {
  const times = (values: Float64Array) => values.map((value) => value * factor);
  return { mean: times(mean), quantiles: quantiles.map(times) };
}

/** For series of which nothing is known: what the rule says of the average series of the other folds. */
function toAverages(
  series: readonly PanelSeries[],
  forecasts: readonly RivalForecast[],
  folds: ColdSeries["folds"],
): RivalForecast[] {
  const [any] = forecasts;
  if (!any) return [];
  const all = copyTimes(any, 0);
  for (const forecast of forecasts) addInto(all, forecast, 1);
  const averages = folds.map((fold) => {
    const others = copyTimes(all, 1);
    let left = series.length;
    for (const [i, { id }] of series.entries()) {
      const forecast = forecasts[i];
      if (!forecast || !fold.has(id)) continue;
      addInto(others, forecast, -1);
      left--;
    }
    return copyTimes(others, left > 0 ? 1 / left : 0);
  });
  return series.map(({ id }) => averages[folds.findIndex((fold) => fold.has(id))] ?? all);
}

/** Forecasts a panel cut at its origin by every rule; a series' history is cut further where series are cold. */
export async function forecastRivals(panel: Panel, options: Options): Promise<RivalForecasts> {
  const { spec, series } = panel;
  const { cold } = options;
  const conditions = findRivalConditions(panel);
  const result: RivalForecasts = {
    byName: { naive: [], seasonal_naive: [], same_condition: [], auto_ets: [] },
    failures: new Map(),
  };
  const { byName, failures } = result;
  for (const [i, each] of series.entries()) {
    const known = cold && cold.days > 0 ? toLastDays(each, cold.days) : each;
    const seasonal = forecastSeasonalNaive(known.values, spec.horizon, spec.season);
    const smoothed = forecastSmoothed(known.values, spec);
    if ("reason" in smoothed) failures.set(smoothed.reason, (failures.get(smoothed.reason) ?? 0) + 1);
    byName.naive.push(forecastSeasonalNaive(known.values, spec.horizon, 1));
    byName.seasonal_naive.push(seasonal);
    byName.same_condition.push(forecastSameCondition(known, spec, conditions));
    byName.auto_ets.push("reason" in smoothed ? seasonal : smoothed);
    options.onProgress?.((i + 1) / series.length);
    // Lets a signal and the bars through.
    await setImmediate();
    options.signal?.throwIfAborted();
  }
  if (cold?.days === 0) for (const name of RIVALS) byName[name] = toAverages(series, byName[name], cold.folds);
  return result;
}
