import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { type ImportRow, toImportRow } from "./imported-game";

const COLUMNS = [
  "appid",
  "name",
  "release_date",
  "developer",
  "publisher",
  "platforms",
  "required_age",
  "categories",
  "genres",
  "steamspy_tags",
  "positive_ratings",
  "negative_ratings",
  "price",
] as const;

type SteamRow = Record<(typeof COLUMNS)[number], string>;

const PLATFORMS: Record<string, string> = { windows: "windows", mac: "macos", linux: "linux" };

function splitList(cell: string): string[] {
  return [...new Set(cell.split(";").map((part) => part.trim()))].filter(Boolean);
}

/** A whole number as it stands in a cell; anything else becomes NaN, which the schema refuses. */
function toInteger(cell: string): number {
  return /^\d+$/.test(cell.trim()) ? Number(cell) : Number.NaN;
}

/** Pounds with at most two decimals to pence; anything else becomes NaN. */
function toPence(cell: string): number {
  return /^\d+(\.\d{1,2})?$/.test(cell.trim()) ? Math.round(Number(cell) * 100) : Number.NaN;
}

function toCandidate(row: SteamRow): unknown {
  const developers = splitList(row.developer);
  const publisher = splitList(row.publisher)[0] ?? developers[0] ?? "Unknown publisher";
  return {
    source: "steam",
    sourceId: row.appid.trim(),
    title: row.name,
    developer: developers.join(", "),
    publisher,
    releaseDate: row.release_date.trim() || null,
    minimumAge: toInteger(row.required_age),
    currency: "GBP",
    priceCents: toPence(row.price),
    positiveCount: toInteger(row.positive_ratings),
    negativeCount: toInteger(row.negative_ratings),
    shortDescription: "",
    description: "",
    genres: splitList(row.genres),
    categories: splitList(row.categories),
    tags: splitList(row.steamspy_tags).map((name, position, all) => ({ name, weight: all.length - position })),
    platforms: splitList(row.platforms).map((name) => PLATFORMS[name] ?? name),
    coverUrl: null,
    screenshotUrls: [],
  };
}

/** Reads the «Steam Store Games» CSV (prices in GBP, lists split by `;`), a row at a time. Throws where a column is missing. */
export async function* readSteamCsv(file: string): AsyncGenerator<ImportRow> {
  const parser = createReadStream(file).pipe(
    parse({ bom: true, columns: checkHeader, info: true, relax_column_count: true, skip_empty_lines: true }),
  );
  for await (const { record, info } of parser as AsyncIterable<{
    record: Partial<SteamRow>;
    info: { lines: number };
  }>) {
    const place = `line ${info.lines}`;
    const missing = COLUMNS.filter((column) => record[column] === undefined);
    if (missing.length > 0) yield { place, problem: `the row ends before ${missing.join(", ")}` };
    else yield toImportRow(place, toCandidate(record as SteamRow));
  }
}

function checkHeader(header: string[]): string[] {
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`line 1: the header lacks ${missing.join(", ")}`);
  return header;
}
