import type { Cell } from "./covariate";

/** The rows of one series in the order of the file; the arrays are as long as each other. */
export interface SeriesRows {
  id: string;
  lines: number[];
  /** Days since 1970-01-01. */
  days: number[];
  /** NaN where the row has no y. */
  values: number[];
  /** One array per known column. */
  known: Cell[][];
  statics: Cell[];
}

function toOrder(days: readonly number[]): number[] | null {
  const isSorted = days.every((day, i) => i === 0 || (days[i - 1] ?? 0) <= day);
  return isSorted ? null : [...days.keys()].sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b);
}

/** The rows by day, rows of one day in the order of the file. */
export function sortRows(rows: SeriesRows): SeriesRows {
  const order = toOrder(rows.days);
  if (!order) return rows;
  const pick = <Value>(values: readonly Value[]) => order.flatMap((i) => values.slice(i, i + 1));
  return {
    ...rows,
    lines: pick(rows.lines),
    days: pick(rows.days),
    values: pick(rows.values),
    known: rows.known.map((cells) => pick(cells)),
  };
}
