import { toDayString } from "@/jobs/model/calendar";
import type { Panel } from "@/jobs/model/panel/panel";
import { type Bucket, toBuckets } from "./buckets";
import { toFolds } from "./cold-series";
import type { BacktestOptions } from "./options";
import { cutPanel } from "./origins";
import { forecastOurs, type PanelForecaster, type SeriesForecast } from "./our-forecasts";
import { forecastRivals } from "./rival-forecasts";
import { averageOrigins, type ScoresByName, scoreOrigin } from "./score-origin";

/** The name under which the forecaster at hand is scored beside the rules. */
export const OURS = "kratos";

/** What happened at one origin. */
export interface OriginResult {
  /** The last known day. */
  origin: string;
  series: number;
  fitSeconds: number;
  /** Wall time of training and forecasting. */
  seconds: number;
  cpuSeconds: number;
  scores: ScoresByName;
}

/** A finished backtest. */
export interface BacktestResult {
  buckets: Bucket[];
  origins: OriginResult[];
  /** Means over the origins. */
  scores: ScoresByName;
  /** How many series, over all origins, each model was served for. */
  served: Record<string, number>;
  /** Why smoothing had no forecast of its own, and how often. */
  smoothingFailures: Record<string, number>;
}

/** What a backtest works with. */
export interface BacktestInput {
  panel: Panel;
  /** First unknown day of each origin. */
  endDays: readonly number[];
  options: Pick<BacktestOptions, "seed" | "minutes" | "coldDays">;
  forecaster: PanelForecaster;
  onForecasts?: (endDay: number, forecasts: readonly SeriesForecast[]) => Promise<void>;
  onProgress?: (progress: { done: number; step: string }) => void;
  signal?: AbortSignal | undefined;
}

type OriginRun = {
  result: OriginResult;
  models: string[];
  failures: ReadonlyMap<string, number>;
};

/** Share of an origin's time that the rules are shown with. */
const RIVALS_SHARE = 0.05;

async function runOrigin(
  input: BacktestInput,
  endDay: number,
  buckets: readonly Bucket[],
  report: (share: number, step: string) => void,
): Promise<OriginRun> {
  const { forecaster, signal } = input;
  const { seed, minutes, coldDays } = input.options;
  const origin = cutPanel(input.panel, endDay);
  const ids = origin.panel.series.map(({ id }) => id);
  const cold = coldDays === undefined ? undefined : { days: coldDays, folds: toFolds(ids, seed) };
  const rivals = await forecastRivals(origin.panel, {
    cold,
    signal,
    onProgress: (share) => report(RIVALS_SHARE * share, "baselines"),
  });
  const { forecasts, ...cost } = await forecastOurs(origin.panel, forecaster, {
    endDay,
    seed,
    minutes,
    cold,
    onProgress: (done, step) => report(RIVALS_SHARE + (1 - RIVALS_SHARE) * done, step),
    ...(signal && { signal }),
  });
  await input.onForecasts?.(endDay, forecasts);
  const scores = scoreOrigin(origin, { [OURS]: forecasts, ...rivals.byName }, buckets);
  return {
    result: { origin: toDayString(endDay - 1), series: ids.length, ...cost, scores },
    models: forecasts.map(({ model }) => model),
    failures: rivals.failures,
  };
}

function sumBy(entries: Iterable<readonly [string, number]>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [name, times] of entries) sums.set(name, (sums.get(name) ?? 0) + times);
  return Object.fromEntries(sums);
}

/**
 * Forecasts every origin from what was known before it and scores the forecasts, beside those of the rules, by what came
 * after. The forecaster is given no value of an origin's future. Throws what the forecaster throws, and on abort.
 */
export async function runBacktest(input: BacktestInput): Promise<BacktestResult> {
  const buckets = toBuckets(input.panel.spec.horizon);
  const all = input.endDays.length;
  const runs: OriginRun[] = [];
  for (const [i, endDay] of input.endDays.entries()) {
    const report = (share: number, step: string) =>
      input.onProgress?.({ done: (i + share) / all, step: `origin ${i + 1} of ${all}, ${step}` });
    runs.push(await runOrigin(input, endDay, buckets, report));
  }
  const origins = runs.map(({ result }) => result);
  return {
    buckets,
    origins,
    scores: averageOrigins(
      origins.map(({ scores }) => scores),
      buckets,
    ),
    served: sumBy(runs.flatMap(({ models }) => models.map((model) => [model, 1] as const))),
    smoothingFailures: sumBy(runs.flatMap(({ failures }) => [...failures])),
  };
}
