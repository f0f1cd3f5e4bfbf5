import type { Bucket } from "./buckets";
import type { OriginPanel } from "./origins";
import { averageScores, computeScores, computeSeasonalError, type ScoredWindow, type Scores } from "./score";

/** Scores of each forecaster by its name, one for each bucket of the horizon. */
export type ScoresByName = Record<string, Scores[]>;

/** Anything with one array [horizon] per `QUANTILES`. */
type Quantiles = { quantiles: readonly Float64Array[] };

/** Scores forecasts of an origin, given in the order of its series, over each bucket. */
export function scoreOrigin(
  origin: OriginPanel,
  forecasts: Record<string, readonly Quantiles[]>,
  buckets: readonly Bucket[],
): ScoresByName {
  const { spec, series } = origin.panel;
  const scales = series.map(({ values }) => computeSeasonalError(values, spec.season));
  const scoresOf = (all: readonly Quantiles[]) => {
    const windows = all.flatMap(({ quantiles }, i): ScoredWindow[] => {
      const [actual, scale] = [origin.actuals[i], scales[i]];
      return actual && scale ? [{ actual, quantiles, scale }] : [];
    });
    return buckets.map(({ from, to }) => computeScores(windows, from, to));
  };
  return Object.fromEntries(Object.entries(forecasts).map(([name, all]) => [name, scoresOf(all)]));
}

/** Means over the origins of each forecaster's scores, bucket by bucket. */
export function averageOrigins(all: readonly ScoresByName[], buckets: readonly Bucket[]): ScoresByName {
  const names = [...new Set(all.flatMap((scores) => Object.keys(scores)))];
  const averagesOf = (name: string) =>
    buckets.map((_, b) => averageScores(all.flatMap((scores) => scores[name]?.slice(b, b + 1) ?? [])));
  return Object.fromEntries(names.map((name) => [name, averagesOf(name)]));
}
