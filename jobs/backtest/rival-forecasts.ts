import { setImmediate } from "node:timers/promises";
import { QUANTILES } from "@/jobs/model/metrics";
import type { Panel } from "@/jobs/model/panel/panel";
import { toQuantile } from "@/jobs/model/quantile";
import { findRivalConditions, isClosedDay, type RivalConditions } from "@/jobs/model/rivals/rival-conditions";
import {
  forecastSameCondition,
  forecastSeasonalNaive,
  forecastSmoothed,
  type RivalForecast,
} from "@/jobs/model/rivals/rivals";
import { type ColdSeries, toLastDays } from "./cold-series";

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

interface Options {
  cold?: ColdSeries | undefined;
  onProgress?: (share: number) => void;
  signal?: AbortSignal | undefined;
}

/** At each day, the mean and the quantiles of what a rule says of the given series. */
function toPooled(forecasts: readonly RivalForecast[], horizon: number): RivalForecast {
  const mean = new Float64Array(horizon);
  const quantiles = QUANTILES.map(() => new Float64Array(horizon));
  for (let h = 0; h < horizon; h++) {
    const points = Float64Array.from(forecasts, (forecast) => forecast.mean[h] ?? 0).sort();
    mean[h] = points.reduce((sum, point) => sum + point, 0) / (points.length || 1);
    for (const [i, level] of QUANTILES.entries()) quantiles[i]?.fill(toQuantile(points, level), h, h + 1);
  }
  return { mean, quantiles };
}

/** For series of which nothing is known: what the rule says of the series of the other folds. */
function toUnseen(panel: Panel, forecasts: readonly RivalForecast[], folds: ColdSeries["folds"]): RivalForecast[] {
  const { series, spec } = panel;
  const pooled = folds.map((fold) => {
    const others = forecasts.filter((_, i) => !fold.has(series[i]?.id ?? ""));
    return toPooled(others, spec.horizon);
  });
  return forecasts.map((own, i) => pooled[folds.findIndex((fold) => fold.has(series[i]?.id ?? ""))] ?? own);
}

/** The same with 0 where the series is known to be closed. */
function closeDays(panel: Panel, forecasts: readonly RivalForecast[], conditions: RivalConditions): RivalForecast[] {
  return forecasts.map(({ mean, quantiles }, i) => {
    const series = panel.series[i];
    const open = (value: number, h: number) =>
      series && isClosedDay(conditions, series, series.values.length + h) ? 0 : value;
    return { mean: mean.map(open), quantiles: quantiles.map((values) => values.map(open)) };
  });
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
  if (cold?.days !== 0) return result;
  for (const name of RIVALS) byName[name] = toUnseen(panel, byName[name], cold.folds);
  byName.same_condition = closeDays(panel, byName.same_condition, conditions);
  return result;
}
