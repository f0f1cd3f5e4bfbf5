/**
 * The personal scale of a series: every value is seen as the log of its ratio to the series' own level. `offset` > 0 keeps
 * the logs of zeros finite; all three in the series' unit.
 */
export function toLogRatio(value: number, level: number, offset: number): number {
  return Math.log((value + offset) / (level + offset));
}

/** The value whose {@link toLogRatio} is `ratio`. */
export function fromLogRatio(ratio: number, level: number, offset: number): number {
  return (level + offset) * Math.exp(ratio) - offset;
}

/** Offset that keeps logs of small values finite: a tenth of a unit for counts, a hundredth of the level else. */
export function toOffset(isCount: boolean, level: number): number {
  return isCount ? 0.1 : 0.01 * level + 1e-9;
}

/** Mean |y(t) − y(t−season)| over the days [0, end): the denominator of MASE; NaN with too few days. */
export function computeNaiveError(values: Float64Array, end: number, season: number): number {
  let sum = 0;
  for (let t = season; t < end; t++) sum += Math.abs((values[t] ?? 0) - (values[t - season] ?? 0));
  return end > season ? sum / (end - season) : Number.NaN;
}
