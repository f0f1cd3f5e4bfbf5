import { QUANTILES } from "./metrics";
import { DEFAULT_FIT } from "./network/fit-network";
import type { Panel, PanelSeries } from "./panel/panel";
import { prepareWith } from "./panel/panel-context";
import { forecastWindows } from "./panel-model";
import { type ForecastSource, toSource } from "./rivals/choice";
import { type PanelPlan, type TrainOptions, trainPanel } from "./train-panel";

/** The forecast of one series: its mean, and one array per `QUANTILES`; each [horizon]. */
export interface PanelForecast {
  id: string;
  mean: Float64Array;
  quantiles: Float64Array[];
  model: ForecastSource;
}

/** How to forecast a panel from a day of the past. */
export interface ForecastPanelOptions {
  /** First unknown day: nothing on or after it is read but known columns. */
  endDay: number;
  seed: number;
  /** Bounds the steps of training, by what a slow machine does in a minute. */
  minutes: number;
  /** Series in `coldIds` are forecast as if only their last `coldDays` days were known, and left out of training. */
  coldDays?: number | undefined;
  coldIds?: ReadonlySet<string> | undefined;
  work?: Pick<TrainOptions, "fitMembers" | "workBlocks"> | undefined;
  onProgress?: ((done: number, step: string) => void | Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
}

// Two networks at once on two slow, busy cores make at least this many steps a minute each.
const STEPS_A_MINUTE = 900;
const MIN_STEPS = 50;
const WARM_SHARE = 1 / 3;
const COLD_MASK_SHARE = 0.3;
const MIN_TRAINING_DAYS = 56;

/** The plan that fits into a time; the same time gives the same plan on every machine. */
export function toPlan(minutes: number, isCold: boolean): PanelPlan {
  const most = (minutes * STEPS_A_MINUTE) / (1 + WARM_SHARE);
  const steps = Math.max(MIN_STEPS, Math.min(DEFAULT_FIT.steps, Math.floor(most)));
  return {
    members: 2,
    fit: { ...DEFAULT_FIT, steps, maskShare: isCold ? COLD_MASK_SHARE : 0 },
    warmSteps: Math.round(WARM_SHARE * steps),
    warmRate: DEFAULT_FIT.rate / 3,
  };
}

/** Cuts a series to the days [from, endDay), keeping its known columns over the horizon. */
function cut(series: PanelSeries, from: number, endDay: number, horizon: number): PanelSeries {
  const end = Math.max(0, Math.min(series.values.length, endDay - series.firstDay));
  const start = Math.min(end, Math.max(0, from - series.firstDay));
  return {
    ...series,
    firstDay: series.firstDay + start,
    firstAge: series.firstAge + start,
    values: series.values.subarray(start, end),
    known: series.known.map((column) => column.subarray(start, end + horizon)),
    ...(series.slow && { slow: series.slow.map((column) => column.subarray(start, Math.max(start + 1, end))) }),
  };
}

/**
 * Trains on the days before `endDay` and forecasts the horizon after it: the model is first tested on the last horizon
 * before that day, which gives its bands and choices, then goes on to the day itself. The same input and seed give the
 * same forecasts.
 */
export async function forecastPanel(
  panel: Panel,
  options: ForecastPanelOptions,
): Promise<{ forecasts: PanelForecast[]; fitSeconds: number }> {
  const started = performance.now();
  const { endDay, coldIds = new Set(), coldDays = Number.POSITIVE_INFINITY } = options;
  const { spec } = panel;
  const { horizon } = spec;
  const all = panel.series.map((series) =>
    cut(series, coldIds.has(series.id) ? endDay - coldDays : series.firstDay, endDay, horizon),
  );
  const known = { spec, series: all.filter(({ id }) => !coldIds.has(id)) };
  const firstDay = known.series.reduce((first, series) => Math.min(first, series.firstDay), endDay);
  const tested = endDay - horizon;
  const stages = tested - firstDay >= MIN_TRAINING_DAYS ? [tested, endDay] : [endDay];
  const trained = await trainPanel(known, {
    stages,
    plan: toPlan(options.minutes, coldIds.size > 0),
    seed: options.seed,
    ...options.work,
    onProgress: (done) => options.onProgress?.(done, "train"),
    signal: options.signal,
  });
  const model = trained.at(-1)?.model;
  if (!model) throw new Error("nothing was trained");
  const windows = prepareWith(model.context, spec, all, endDay).map((prepared) => ({
    prepared,
    origin: prepared.length - 1,
    start: 0,
  }));
  const forecasts = forecastWindows(model, windows).map(({ mean, quantiles }, i): PanelForecast => {
    const id = all[i]?.id ?? "";
    return {
      id,
      mean: Float64Array.from(mean),
      quantiles: QUANTILES.map((_, k) =>
        Float64Array.from({ length: horizon }, (_, h) => quantiles[h * QUANTILES.length + k] ?? 0),
      ),
      model: toSource(model.choices[id]),
    };
  });
  return { forecasts, fitSeconds: (performance.now() - started) / 1000 };
}
