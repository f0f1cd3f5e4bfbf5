const WEEK = 7;

/** Units of the last week up to day index `origin`, repeated over `days` days; days before the first count as 0. */
export function repeatLastWeek(units: Float64Array, origin: number, days: number): Float64Array {
  return Float64Array.from({ length: days }, (_, h) => units[origin - WEEK + 1 + (h % WEEK)] ?? 0);
}
