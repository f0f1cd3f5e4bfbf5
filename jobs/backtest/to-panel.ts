import { toDayString } from "@/jobs/model/calendar";
import type { Panel, PanelSeries } from "@/jobs/model/panel/panel";
import { type Cell, type Encoding, encodeCell } from "./covariate";
import { RowError } from "./input-error";
import type { ReadOptions } from "./options";
import { type SeriesRows, sortRows } from "./series-rows";

/** A data file as a panel. The values end on a series' last y; the known columns on its last row. */
export interface ReadPanel {
  panel: Panel;
  rows: number;
  /** Days without y between a series' first and last one, counted as 0. */
  gapDays: number;
  /** The line on which each series starts. */
  firstLines: Map<string, number>;
}

/** How the covariates of a file become columns. */
export interface Encodings {
  known: readonly Encoding[];
  statics: readonly Encoding[];
}

function nameDay({ id, days }: SeriesRows, at: number): string {
  return `series ${JSON.stringify(id)} on ${toDayString(days[at] ?? 0)}`;
}

/** First and last row with a y. */
function findObserved(rows: SeriesRows): { first: number; last: number } {
  const first = rows.values.findIndex((value) => !Number.isNaN(value));
  if (first < 0) throw new RowError(rows.lines[0] ?? null, `series ${JSON.stringify(rows.id)} has no y at all`);
  return { first, last: rows.values.findLastIndex((value) => !Number.isNaN(value)) };
}

function checkDuplicates(rows: SeriesRows): void {
  const at = rows.days.findIndex((day, i) => i > 0 && rows.days[i - 1] === day);
  if (at > 0)
    throw new RowError(rows.lines[at] ?? null, `${nameDay(rows, at)} is already on line ${rows.lines[at - 1]}`);
}

/** A known column has a value on every day from the first y on, above all where y is not known yet. */
function checkKnown(
  rows: SeriesRows,
  names: readonly string[],
  { first, last }: { first: number; last: number },
): void {
  for (const [column, cells] of rows.known.entries()) {
    const at = cells.findIndex((cell, i) => i >= first && cell === null);
    if (at < 0) continue;
    const isFuture = at > last;
    const why = isFuture
      ? "a leak: the column is not there for future rows, so it may not be --known"
      : "a --known column must have a value on every day of the horizon and before it";
    throw new RowError(rows.lines[at] ?? null, `${names[column]} is empty for ${nameDay(rows, at)}: ${why}`);
  }
}

/** The one place where days that are missing in a series become 0. */
function toValues(rows: SeriesRows, range: { first: number; last: number }, gaps: ReadOptions["gaps"]) {
  const firstDay = rows.days[range.first] ?? 0;
  const values = new Float64Array((rows.days[range.last] ?? firstDay) - firstDay + 1);
  let observed = 0;
  for (let at = range.first; at <= range.last; at++) {
    const value = rows.values[at] ?? Number.NaN;
    if (gaps === "refuse") checkGap(rows, at, range.first);
    if (Number.isNaN(value)) continue;
    values[(rows.days[at] ?? 0) - firstDay] = value;
    observed++;
  }
  return { values, gapDays: values.length - observed };
}

function checkGap(rows: SeriesRows, at: number, first: number): void {
  const line = rows.lines[at] ?? null;
  if (Number.isNaN(rows.values[at]))
    throw new RowError(line, `y is empty for ${nameDay(rows, at)}; --gaps zero makes it 0`);
  const missing = at === first ? 0 : (rows.days[at] ?? 0) - (rows.days[at - 1] ?? 0) - 1;
  if (missing === 0) return;
  const days = missing === 1 ? "the day" : `${missing} days`;
  throw new RowError(line, `${days} before ${nameDay(rows, at)} are missing; --gaps zero makes them 0`);
}

/** One encoded column from the first y to the last row; days without a row are 0 in flags and texts, as before else. */
function toKnownColumn(rows: SeriesRows, cells: readonly Cell[], encoding: Encoding, index: number, first: number) {
  const firstDay = rows.days[first] ?? 0;
  const column = new Float64Array((rows.days.at(-1) ?? firstDay) - firstDay + 1);
  const isCarried = !encoding.isFlag && !encoding.categories;
  let next = 0;
  let value = 0;
  for (let at = first; at < cells.length; at++) {
    const t = (rows.days[at] ?? 0) - firstDay;
    if (isCarried) column.fill(value, next, t);
    value = encodeCell(encoding, cells[at] ?? null, index);
    column[t] = value;
    next = t + 1;
  }
  return column;
}

function toSeries(
  rows: SeriesRows,
  encodings: Encodings,
  options: ReadOptions,
): { series: PanelSeries; gapDays: number } {
  checkDuplicates(rows);
  const range = findObserved(rows);
  checkKnown(rows, options.known, range);
  const { values, gapDays } = toValues(rows, range, options.gaps);
  const known = encodings.known.flatMap((encoding, i) =>
    encoding.columns.map((_, index) => toKnownColumn(rows, rows.known[i] ?? [], encoding, index, range.first)),
  );
  const statics = encodings.statics.flatMap((encoding, i) =>
    encoding.columns.map((_, index) => encodeCell(encoding, rows.statics[i] ?? null, index)),
  );
  const firstDay = rows.days[range.first] ?? 0;
  const series = { id: rows.id, firstDay, firstAge: 0, values, known, statics: Float64Array.from(statics) };
  return { series, gapDays };
}

function isCount({ values }: PanelSeries): boolean {
  return values.every((value) => value >= 0 && Number.isInteger(value));
}

/** Series from their rows. Throws {@link RowError} with the line of a duplicate day, a gap or a missing covariate. */
export function toPanel(all: readonly SeriesRows[], encodings: Encodings, options: ReadOptions): ReadPanel {
  const made = all.map((rows) => toSeries(sortRows(rows), encodings, options));
  const series = made.map((each) => each.series);
  const spec = {
    known: encodings.known.flatMap(({ columns }) => columns),
    statics: encodings.statics.flatMap(({ columns }) => columns),
    horizon: options.horizon,
    season: options.season,
    hasAges: false,
    isCount: series.every(isCount),
  };
  return {
    panel: { spec, series },
    rows: all.reduce((sum, { lines }) => sum + lines.length, 0),
    gapDays: made.reduce((sum, { gapDays }) => sum + gapDays, 0),
    firstLines: new Map(all.map(({ id, lines }) => [id, lines[0] ?? 0])),
  };
}
