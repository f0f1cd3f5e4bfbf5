import type { Panel, PanelSeries } from "@/jobs/model/panel/panel";
import { RowError } from "./input-error";
import type { BacktestOptions } from "./options";
import type { ReadPanel } from "./to-panel";

/** Seasons that must be known before an origin, so that a seasonal error can be measured. */
const MIN_SEASONS = 2;

type Plan = Pick<BacktestOptions, "horizon" | "season" | "origins" | "step">;

/** A panel as it was known at an origin, and what came after. */
export interface OriginPanel {
  /** The first day that is not known. */
  endDay: number;
  /** Values end before `endDay`, known columns `horizon` days later. */
  panel: Panel;
  /** What was observed over the horizon, in the order of the series; NaN after a series' last day. */
  actuals: Float64Array[];
}

function toEndDay({ firstDay, values }: PanelSeries): number {
  return firstDay + values.length;
}

function isForecastAt(series: PanelSeries, endDay: number, season: number): boolean {
  return endDay - series.firstDay >= MIN_SEASONS * season && toEndDay(series) > endDay;
}

function checkLengths({ panel, firstLines }: ReadPanel, { horizon, season }: Plan): void {
  const needed = MIN_SEASONS * season + horizon;
  const short = panel.series.find(({ values }) => values.length < needed);
  if (!short) return;
  const length = `series ${JSON.stringify(short.id)} is too short: ${short.values.length} days from its first y to its last`;
  const reason = `${length}; ${MIN_SEASONS} seasons of ${season} and ${horizon} days to forecast need ${needed}`;
  throw new RowError(firstLines.get(short.id) ?? null, reason);
}

/**
 * The first unknown day of each origin, earliest first: the last origin leaves `horizon` known days, the earlier ones
 * step back. Throws {@link RowError} where a series is too short for any, or all are for the earliest.
 */
export function planOrigins(read: ReadPanel, plan: Plan): number[] {
  checkLengths(read, plan);
  const { horizon, origins, step, season } = plan;
  const last = read.panel.series.reduce((latest, series) => Math.max(latest, toEndDay(series)), 0) - horizon;
  const endDays = Array.from({ length: origins }, (_, i) => last - (origins - 1 - i) * step);
  const [earliest = last] = endDays;
  if (!read.panel.series.some((series) => isForecastAt(series, earliest, season))) {
    const days = MIN_SEASONS * season + (origins - 1) * step + horizon;
    const [first] = read.firstLines.values();
    const want = `${origins} origins ${step} days apart with ${horizon} days to forecast need ${days} days`;
    throw new RowError(first ?? null, `the data is too short: ${want}, which no series has up to the last day`);
  }
  return endDays;
}

/** The panel as known before `endDay`, of the series that go on after it and have two seasons before it. */
export function cutPanel({ spec, series }: Panel, endDay: number): OriginPanel {
  const { horizon, season } = spec;
  const there = series.filter((each) => isForecastAt(each, endDay, season));
  return {
    endDay,
    panel: {
      spec,
      series: there.map((each) => {
        const days = endDay - each.firstDay;
        const known = each.known.map((column) => toLength(column, days + horizon));
        return { ...each, values: each.values.slice(0, days), known };
      }),
    },
    actuals: there.map((each) => {
      const after = each.values.subarray(endDay - each.firstDay, endDay - each.firstDay + horizon);
      const actual = new Float64Array(horizon).fill(Number.NaN);
      actual.set(after);
      return actual;
    }),
  };
}

/** Cuts a column; one that ends before goes on as on its last day, beyond which nothing is scored. */
function toLength(column: Float64Array, length: number): Float64Array {
  const result = new Float64Array(length).fill(column.at(-1) ?? 0);
  result.set(column.subarray(0, length));
  return result;
}
