import { toDayNumber } from "@/jobs/model/calendar";
import { type Cell, type Covariate, createCovariate, readCell, toEncoding, toNumber } from "./covariate";
import { RowError } from "./input-error";
import type { ReadOptions } from "./options";
import type { CsvRecord } from "./read-csv";
import type { SeriesRows } from "./series-rows";
import { type ReadPanel, toPanel } from "./to-panel";

const MIDNIGHT = /[T ]00:00(:00(\.0+)?)?Z?$/;

interface Columns {
  count: number;
  id: number;
  day: number;
  value: number;
  known: number[];
  statics: number[];
}

function toColumns({ cells, line }: CsvRecord, options: ReadOptions): Columns {
  const names = cells.map((name) => name.trim());
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined) throw new RowError(line, `the header names ${JSON.stringify(repeated)} twice`);
  const find = (name: string) => {
    const at = names.indexOf(name);
    if (at >= 0) return at;
    throw new RowError(line, `there is no column ${JSON.stringify(name)}; the header has ${names.join(", ")}`);
  };
  return {
    count: names.length,
    id: find("unique_id"),
    day: find("ds"),
    value: find("y"),
    known: options.known.map(find),
    statics: options.statics.map(find),
  };
}

function toDay(text: string): number | null {
  try {
    return toDayNumber(text.replace(MIDNIGHT, ""));
  } catch {
    return null;
  }
}

/**
 * Makes a panel of the records of a file `unique_id,ds,y[,covariates]`, the header first and its rows in any order. Rows
 * after a series' last y may have none. Throws {@link RowError} with the line at fault.
 */
export class PanelBuilder {
  private readonly known: Covariate[];
  private readonly statics: Covariate[];
  private readonly byId = new Map<string, SeriesRows>();
  /** Day numbers of the texts met so far. */
  private readonly days = new Map<string, number | null>();
  private columns: Columns | null = null;

  constructor(private readonly options: ReadOptions) {
    this.known = options.known.map(createCovariate);
    this.statics = options.statics.map(createCovariate);
  }

  add(record: CsvRecord): void {
    if (this.columns) this.addRow(record, this.columns);
    else this.columns = toColumns(record, this.options);
  }

  finish(): ReadPanel {
    if (!this.columns) throw new RowError(null, "the file is empty");
    if (this.byId.size === 0) throw new RowError(1, "there are no rows after the header");
    const encodings = { known: this.known.map(toEncoding), statics: this.statics.map(toEncoding) };
    return toPanel([...this.byId.values()], encodings, this.options);
  }

  private addRow(record: CsvRecord, columns: Columns): void {
    const { line, cells } = record;
    if (cells.length !== columns.count) {
      throw new RowError(line, `the row has ${cells.length} cells where the header has ${columns.count}`);
    }
    const rows = this.toSeries(record, columns);
    rows.days.push(this.toDayNumber(cells[columns.day]?.trim() ?? "", line));
    rows.values.push(this.toValue(cells[columns.value]?.trim() ?? "", line));
    rows.lines.push(line);
    for (const [i, cell] of this.readCells(this.known, columns.known, record).entries()) rows.known[i]?.push(cell);
  }

  private readCells(covariates: readonly Covariate[], at: readonly number[], { cells, line }: CsvRecord): Cell[] {
    return covariates.map((covariate, i) => readCell(covariate, cells[at[i] ?? -1]?.trim() ?? "", line));
  }

  private toSeries(record: CsvRecord, columns: Columns): SeriesRows {
    const id = record.cells[columns.id]?.trim() ?? "";
    if (id === "") throw new RowError(record.line, "unique_id is empty");
    const statics = this.readCells(this.statics, columns.statics, record);
    const rows = this.byId.get(id) ?? { id, lines: [], days: [], values: [], known: this.known.map(() => []), statics };
    this.byId.set(id, rows);
    for (const [i, cell] of statics.entries()) {
      const name = this.statics[i]?.name;
      if (cell === null) throw new RowError(record.line, `${name} is empty`);
      if (cell !== rows.statics[i]) {
        const change = `${JSON.stringify(rows.statics[i])} to ${JSON.stringify(cell)}`;
        throw new RowError(
          record.line,
          `${name} of series ${JSON.stringify(id)} changes from ${change}; it is --static`,
        );
      }
    }
    return rows;
  }

  private toDayNumber(text: string, line: number): number {
    let day = this.days.get(text);
    if (day === undefined) {
      day = toDay(text);
      this.days.set(text, day);
    }
    if (day === null) throw new RowError(line, `ds is ${JSON.stringify(text)}, which is no day (YYYY-MM-DD)`);
    return day;
  }

  private toValue(text: string, line: number): number {
    const value = text === "" ? Number.NaN : toNumber(text);
    if (value === null) throw new RowError(line, `y is ${JSON.stringify(text)}, which is no finite number`);
    return value;
  }
}
