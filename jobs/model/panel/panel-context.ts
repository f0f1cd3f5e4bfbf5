import { z } from "zod";
import { toDayString } from "@/jobs/model/calendar";
import { conditionsSchema, countDays, fitConditions } from "./demand-conditions";
import { chooseHalfLife } from "./half-life";
import type { Panel, PanelSeries, PanelSpec } from "./panel";
import { applySeason, type Prepared, prepareSeries } from "./prepared";
import { computeSeason, fitSeason, seasonSchema } from "./season";

/** Mean and spread of a feature over the series of a panel. */
const momentsSchema = z.object({ mean: z.number(), spread: z.number().positive() });

/** Everything fitted on the training part besides the weights. */
export const panelContextSchema = z.object({
  conditions: conditionsSchema,
  /** Level of an ordinary day of a typical series: what is assumed before anything was seen. */
  coldLevel: z.number().positive(),
  /** Half-life of a series' level, in open days: the one that forecast best. */
  halfLife: z.number().positive(),
  logLevel: momentsSchema,
  statics: z.array(momentsSchema),
  slow: z.array(momentsSchema),
  known: z.array(momentsSchema),
  /** Whether enough seasons were seen for yearly harmonics to mean anything. */
  hasYears: z.boolean(),
  season: seasonSchema,
});

/** See {@link panelContextSchema}. */
export type PanelContext = z.infer<typeof panelContextSchema>;

const FIRST_DAYS = 28;
const MIN_LEVEL = 0.05;
// Below this, a "yearly" pattern is one season and a trend that cannot be told apart.
const MIN_YEARLY_DAYS = 640;

/** Mean and spread over the finite values of some arrays. */
function toMoments(arrays: readonly ArrayLike<number>[]): { mean: number; spread: number } {
  const sumUp = (pick: (value: number) => number) => {
    let [sum, count] = [0, 0];
    for (const values of arrays) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i] ?? Number.NaN;
        if (!Number.isFinite(value)) continue;
        sum += pick(value);
        count++;
      }
    }
    return { sum, count };
  };
  const { sum, count } = sumUp((value) => value);
  if (count === 0) return { mean: 0, spread: 1 };
  const mean = sum / count;
  const spread = Math.sqrt(sumUp((value) => (value - mean) ** 2).sum / count);
  return { mean, spread: spread > 1e-6 ? spread : 1 };
}

/** Geometric mean of the series' levels: of their first month where ages are known, of all their days else. */
function fitLogLevels(all: readonly PanelSeries[], hasAges: boolean, endDay: number): number[] {
  return all.flatMap((series) => {
    const known = countDays(series, endDay);
    const days = hasAges ? Math.min(known, FIRST_DAYS) : known;
    if (known < FIRST_DAYS || (hasAges && series.firstAge > FIRST_DAYS)) return [];
    let sum = 0;
    for (let t = 0; t < days; t++) sum += series.values[t] ?? 0;
    return [Math.log(sum / days + MIN_LEVEL)];
  });
}

function refuseBroken(series: PanelSeries, endDay: number): void {
  const broken = series.values.subarray(0, countDays(series, endDay)).findIndex((value) => !Number.isFinite(value));
  if (broken < 0) return;
  throw new Error(`${series.id}: the value of ${toDayString(series.firstDay + broken)} is not a finite number`);
}

/** Fits the context on the days before `endDay`, and prepares every series with it. */
export function fitPanelContext(panel: Panel, endDay: number): { context: PanelContext; prepared: Prepared[] } {
  const context = fitContext(panel, endDay);
  return { context, prepared: prepareWith(context, panel.spec, panel.series, endDay) };
}

/** Fits the context on the days before `endDay`; throws where a value is not finite. */
export function fitContext({ spec, series: all }: Panel, endDay: number): PanelContext {
  for (const series of all) refuseBroken(series, endDay);
  const conditions = fitConditions(all, spec, endDay);
  const logLevels = fitLogLevels(all, spec.hasAges, endDay);
  const logLevel = toMoments([logLevels]);
  const coldLevel = Math.max(MIN_LEVEL, Math.exp(logLevel.mean));
  const firstDay = all.reduce((first, series) => Math.min(first, series.firstDay), endDay);
  const halfLife = chooseHalfLife(all, conditions, spec, endDay);
  const prepared = all.map((series) =>
    prepareSeries(series, conditions, { ...spec, endDay, prior: coldLevel, halfLife }),
  );
  const season = fitSeason(prepared, firstDay, endDay);
  const levels = prepared.map((each) => {
    // A copy, so that what a series is like with its history hidden is not kept: nobody asks for it here.
    const { trail, length } = applySeason({ ...each }, computeSeason(each, season), coldLevel);
    return Math.log((trail[length] ?? 0) + MIN_LEVEL);
  });
  const columns = (pick: (series: PanelSeries) => Float64Array[] | undefined, count: number) =>
    Array.from({ length: count }, (_, column) =>
      toMoments(all.map((series) => pick(series)?.[column]?.subarray(0, countDays(series, endDay)) ?? [])),
    );
  return {
    conditions,
    coldLevel,
    halfLife,
    logLevel: toMoments([levels]),
    statics: spec.statics.map((_, column) => toMoments([all.map((series) => series.statics[column] ?? Number.NaN)])),
    slow: columns(({ slow }) => slow, spec.slow?.length ?? 0),
    known: columns(({ known }) => known, spec.known.length),
    hasYears: endDay - firstDay >= MIN_YEARLY_DAYS,
    season,
  };
}

/** Prepares series with a context that was fitted before, on the days before `endDay`. */
export function prepareWith(
  context: PanelContext,
  spec: PanelSpec,
  all: readonly PanelSeries[],
  endDay: number,
): Prepared[] {
  const { conditions, coldLevel, halfLife, season } = context;
  return all.map((series) => {
    const prepared = prepareSeries(series, conditions, { ...spec, endDay, prior: coldLevel, halfLife });
    applySeason(prepared, computeSeason(prepared, season), coldLevel);
    return prepared;
  });
}
