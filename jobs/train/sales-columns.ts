import { FIXED_COLUMNS, MAX_CENTS, MAX_DAYS, MAX_UNITS } from "@/jobs/etl/sales-csv";
import { toDayNumber } from "@/jobs/model/calendar";
import { createShared } from "@/jobs/model/panel/panel";

/** A game's sales file by columns; index 0 is `firstDay`. */
export type SalesColumns = {
  firstDay: number;
  rows: number;
  units: Float64Array;
  unitPriceCents: Float64Array;
  discountRate: Float64Array;
  reviewScore: Float64Array;
  rating: Float64Array;
  wishlistAdds: Float64Array;
  /** NaN where not known. */
  publisherRecord: Float64Array;
  /** Of the first day. */
  daysSinceRelease: number;
  preReleaseWishlists: number;
  /** Genre flags by day and column, 0 or 1. */
  flags: Uint8Array;
  genres: string[];
};

const [NEWLINE, COMMA, DASH, POINT, ZERO] = [10, 44, 45, 46, 48];
const HEADER = FIXED_COLUMNS.join(",");
const GENRE_COLUMN = /^genre_[a-z0-9_]+$/;
const POWERS = Array.from({ length: 10 }, (_, digits) => 10 ** digits);

/** The file is not of the plain kind that this reads: whoever words errors is to look at it. */
class NotPlain extends Error {}

function refuse(): never {
  throw new NotPlain();
}

/** Reads cells off bytes, one after the other. */
class Cells {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  skip(byte: number): void {
    if (this.bytes[this.at++] !== byte) refuse();
  }

  #isDigit(): boolean {
    const byte = this.bytes[this.at] ?? 0;
    return byte >= ZERO && byte <= ZERO + 9;
  }

  /** Digits as a number; more than fifteen of them are not plain, since they might not be exact. */
  count(max: number): number {
    const from = this.at;
    let value = 0;
    while (this.#isDigit()) value = 10 * value + (this.bytes[this.at++] ?? 0) - ZERO;
    const digits = this.at - from;
    return digits === 0 || digits > 15 || value > max ? refuse() : value;
  }

  /** The very number that its text stands for: one division of two exact numbers is rounded rightly. */
  decimal(max: number): number {
    let digits = this.count(MAX_UNITS);
    if (this.bytes[this.at] !== POINT) return digits > max ? refuse() : digits;
    const from = ++this.at;
    while (this.#isDigit()) digits = 10 * digits + (this.bytes[this.at++] ?? 0) - ZERO;
    const places = this.at - from;
    const value = digits / (POWERS[places] ?? refuse());
    return places === 0 || digits > Number.MAX_SAFE_INTEGER || value > max ? refuse() : value;
  }

  /** NaN where the cell is empty. */
  orUnknown(read: () => number): number {
    return this.bytes[this.at] === COMMA ? Number.NaN : read();
  }

  flag(): number {
    const value = (this.bytes[this.at++] ?? 0) - ZERO;
    return value === 0 || value === 1 ? value : refuse();
  }

  text(length: number): string {
    const from = this.at;
    this.at += length;
    return String.fromCharCode(...this.bytes.subarray(from, this.at));
  }
}

/** The days of a series, as they must be written. */
class Days {
  #date: Date;
  readonly first: number;

  constructor(first: string) {
    this.first = toDayNumber(first);
    this.#date = new Date(this.first * 86_400_000);
  }

  /** Reads a day, which must be the next one. */
  read(cells: Cells): void {
    const date = this.#date;
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const from = cells.at;
    if (cells.count(9999) !== year) refuse();
    cells.skip(DASH);
    if (cells.count(12) !== month) refuse();
    cells.skip(DASH);
    if (cells.count(31) !== day || cells.at - from !== 10) refuse();
    date.setUTCDate(day + 1);
  }
}

function readHeader(bytes: Uint8Array): { genres: string[]; end: number } {
  const end = bytes.indexOf(NEWLINE);
  const header = new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)));
  if (!header.startsWith(HEADER)) refuse();
  const rest = header.slice(HEADER.length);
  if (rest !== "" && !rest.startsWith(",")) refuse();
  const columns = rest === "" ? [] : rest.slice(1).split(",");
  if (new Set(columns).size !== columns.length || !columns.every((name) => GENRE_COLUMN.test(name))) refuse();
  return { genres: columns.map((name) => name.slice("genre_".length).replaceAll("_", "-")), end };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === NEWLINE) lines++;
  return lines;
}

function createColumns(rows: number, genres: string[], firstDay: number): SalesColumns {
  const column = () => createShared(rows);
  return {
    ...{ firstDay, rows, genres, units: column(), unitPriceCents: column(), discountRate: column() },
    ...{ reviewScore: column(), rating: column(), wishlistAdds: column(), publisherRecord: column() },
    ...{ daysSinceRelease: 0, preReleaseWishlists: Number.NaN, flags: new Uint8Array(rows * genres.length) },
  };
}

function readRow(cells: Cells, columns: SalesColumns, row: number): void {
  const next = <Value>(value: Value) => {
    cells.skip(COMMA);
    return value;
  };
  next(undefined);
  columns.units[row] = next(cells.count(MAX_UNITS));
  next(cells.count(MAX_CENTS));
  columns.unitPriceCents[row] = next(cells.count(MAX_CENTS));
  columns.discountRate[row] = next(cells.decimal(1));
  columns.reviewScore[row] = next(cells.decimal(5));
  columns.rating[row] = next(cells.decimal(5));
  const age = next(cells.count(MAX_DAYS));
  if (row === 0) columns.daysSinceRelease = age;
  else if (age !== columns.daysSinceRelease + row) refuse();
  next(cells.flag());
  columns.wishlistAdds[row] = next(cells.count(MAX_UNITS));
  const wishes = next(cells.orUnknown(() => cells.count(MAX_UNITS)));
  if (row === 0) columns.preReleaseWishlists = wishes;
  const isEnd = cells.bytes[cells.at] === NEWLINE;
  columns.publisherRecord[row] = isEnd ? Number.NaN : cells.orUnknown(() => cells.decimal(100));
  for (let genre = 0; genre < columns.genres.length; genre++) {
    cells.skip(COMMA);
    columns.flags[row * columns.genres.length + genre] = cells.flag();
  }
  cells.skip(NEWLINE);
}

function readAll(bytes: Uint8Array): SalesColumns {
  const { genres, end } = readHeader(bytes);
  const cells = new Cells(bytes);
  cells.at = end + 1;
  const rows = countLines(bytes) - 1;
  if (rows < 1) refuse();
  const days = new Days(cells.text(10));
  cells.at = end + 1;
  const columns = createColumns(rows, genres, days.first);
  for (let row = 0; row < rows; row++) {
    days.read(cells);
    readRow(cells, columns, row);
  }
  return cells.at === bytes.length ? columns : refuse();
}

/**
 * Reads a sales file of the kind that the ETL writes, many times faster than `parseSalesCsv` and with the same values;
 * null where the file is of another kind, or wrong: that function tells which.
 */
export function readSalesColumns(bytes: Uint8Array): SalesColumns | null {
  try {
    return readAll(bytes);
  } catch {
    // Any surprise, such as a first day that is none, is worded by the other reader.
    return null;
  }
}
