import type { Panel, PanelSeries } from "@/jobs/model/panel/panel";

const CLOSED_ZERO_SHARE = 0.99;
const OPEN_ZERO_SHARE = 0.9;
const MIN_CLOSED_DAYS = 10;

/** Which known columns tell days of a series apart. */
export interface RivalConditions {
  /** Positions in `spec.known` of the columns with two values, in the panel's order. */
  columns: number[];
  /** Position of the column that is 0 where nothing is sold at all, such as "open"; null where there is none. */
  closing: number | null;
}

/** The two values of a column over the observed days of all series; null where it has more or fewer. */
function findTwoValues(series: readonly PanelSeries[], column: number): Set<number> | null {
  const found = new Set<number>();
  for (const { known, values } of series) {
    for (let t = 0; t < values.length; t++) {
      found.add(known[column]?.[t] ?? 0);
      if (found.size > 2) return null;
    }
  }
  return found.size === 2 ? found : null;
}

function isClosing(series: readonly PanelSeries[], column: number): boolean {
  const zeros = [0, 0];
  const days = [0, 0];
  for (const { known, values } of series) {
    for (let t = 0; t < values.length; t++) {
      const state = known[column]?.[t] === 0 ? 0 : 1;
      days[state] = (days[state] ?? 0) + 1;
      if (values[t] === 0) zeros[state] = (zeros[state] ?? 0) + 1;
    }
  }
  const shareOf = (state: 0 | 1) => (zeros[state] ?? 0) / (days[state] || 1);
  return (days[0] ?? 0) >= MIN_CLOSED_DAYS && shareOf(0) >= CLOSED_ZERO_SHARE && shareOf(1) < OPEN_ZERO_SHARE;
}

/** Finds the conditions in the observed days of a panel, which is to end at the origin. */
export function findRivalConditions({ spec, series }: Panel): RivalConditions {
  const columns: number[] = [];
  let closing: number | null = null;
  for (const column of spec.known.keys()) {
    const values = findTwoValues(series, column);
    if (!values) continue;
    if (closing === null && values.has(0) && isClosing(series, column)) closing = column;
    else columns.push(column);
  }
  return { columns, closing };
}

/** Whether nothing can be sold on day `t` of the series. */
export function isClosedDay({ closing }: RivalConditions, series: PanelSeries, t: number): boolean {
  return closing !== null && series.known[closing]?.[t] === 0;
}
