import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import { BacktestInputError } from "./input-error";

/** A record of a CSV file and the line it ends on; the header is the first record. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

type ParsedRecord = { record: string[]; info: { lines: number } };

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "the file may not be read",
  EISDIR: "this is a folder, not a file",
  Z_DATA_ERROR: "the file is not gzip, or is damaged",
  Z_BUF_ERROR: "the gzip file ends too early",
};

function toInputError(file: string, error: unknown): unknown {
  if (error instanceof CsvError) {
    const line = typeof error.lines === "number" ? error.lines : null;
    return new BacktestInputError(file, line, error.message, { cause: error });
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = REASONS[code];
  return reason ? new BacktestInputError(file, null, reason, { cause: error }) : error;
}

function openRecords(file: string): AsyncIterable<ParsedRecord> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  const source = createReadStream(file);
  // The parser is destroyed with what went wrong before it, and its reader throws that.
  const onEnd = () => undefined;
  if (file.endsWith(".gz")) pipeline(source, createGunzip(), parser, onEnd);
  else pipeline(source, parser, onEnd);
  return parser;
}

/** Reads a CSV file, or one packed with gzip (`.gz`), a record at a time. Throws {@link BacktestInputError}. */
export async function* readCsv(file: string): AsyncGenerator<CsvRecord> {
  try {
    for await (const { record, info } of openRecords(file)) yield { line: info.lines, cells: record };
  } catch (error) {
    throw toInputError(file, error);
  }
}
