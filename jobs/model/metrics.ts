/** Quantile levels of every probabilistic forecast here: the edges of the 80 % band and the median. */
export const QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;
const [LOWER, , MEDIAN, , UPPER] = QUANTILES;

/** Pinball (quantile) loss of one forecast at level `tau`. */
export function computePinball(actual: number, forecast: number, tau: number): number {
  const error = actual - forecast;
  return error >= 0 ? tau * error : (tau - 1) * error;
}

/** A game's point forecast and band over the held-out days; all three arrays are as long as the actuals. */
export interface BandForecast {
  lower: ArrayLike<number>;
  point: ArrayLike<number>;
  upper: ArrayLike<number>;
}

/** One game's held-out days: what sold, what was forecast, and its MASE(7) denominator from earlier days. */
export interface Scored {
  actual: ArrayLike<number>;
  forecast: BandForecast;
  naiveError: number;
}

/** Accuracy over many games. */
export interface Metrics {
  /** Mean over games of (mean absolute error / in-sample naive weekly error). */
  mase: number;
  /** Sum of absolute errors / sum of sales. */
  wape: number;
  /** Mean pinball loss over the three quantiles and all days, as a share of mean sales. */
  pinball: number;
  /** Share of days inside the 80 % band, edges included. */
  coverage: number;
  /** Total forecast / total sales − 1. */
  bias: number;
  games: number;
}

interface Sums {
  error: number;
  sold: number;
  forecast: number;
  pinball: number;
  covered: number;
  days: number;
}

function addDays(sums: Sums, { actual, forecast }: Scored): number {
  let error = 0;
  for (let h = 0; h < actual.length; h++) {
    const sold = actual[h] ?? 0;
    const [lower, point, upper] = [forecast.lower[h] ?? 0, forecast.point[h] ?? 0, forecast.upper[h] ?? 0];
    error += Math.abs(sold - point);
    sums.sold += sold;
    sums.forecast += point;
    sums.pinball +=
      (computePinball(sold, lower, LOWER) + computePinball(sold, point, MEDIAN) + computePinball(sold, upper, UPPER)) /
      3;
    if (sold >= lower && sold <= upper) sums.covered++;
  }
  sums.error += error;
  sums.days += actual.length;
  return error / actual.length;
}

/** Scores forecasts of many games over their held-out days; every ratio is 0 when nothing was scored. */
export function computeMetrics(scored: readonly Scored[]): Metrics {
  const sums: Sums = { error: 0, sold: 0, forecast: 0, pinball: 0, covered: 0, days: 0 };
  let mase = 0;
  for (const game of scored) mase += addDays(sums, game) / game.naiveError;
  const sold = sums.sold || 1;
  return {
    mase: mase / (scored.length || 1),
    wape: sums.error / sold,
    pinball: sums.pinball / sold,
    coverage: sums.covered / (sums.days || 1),
    bias: sums.sold > 0 ? sums.forecast / sums.sold - 1 : 0,
    games: scored.length,
  };
}
