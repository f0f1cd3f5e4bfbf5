import { once } from "node:events";
import { finished } from "node:stream/promises";
import { stringify } from "csv-stringify/sync";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Day } from "@/lib/shared/day";
import { readFronkonJson } from "./fronkon-json";
import { hashOf, type ImportedGame, type ImportRow, toStableSlug } from "./imported-game";
import { COPY_IMPORTED, COUNT_CHANGED, CREATE_IMPORTED, CREATE_SLUG_FUNCTION, MERGE_STEPS } from "./merge.sql";
import { readSteamCsv } from "./steam-csv";
import { writeTierPrices } from "./tier-prices";

/** What an import did: games new, changed and as they were, and the rows that could not be read. */
export type ImportResult = {
  created: number;
  updated: number;
  unchanged: number;
  problems: { place: string; problem: string }[];
};

/** Thrown by a strict import that met a bad row: nothing was written. */
export class StrictImportError extends Error {
  constructor(readonly problems: ImportResult["problems"]) {
    super(`${problems.length} bad rows; nothing was imported`);
    this.name = "StrictImportError";
  }
}

type Options = {
  databaseUrl: string;
  file: string;
  day: Day;
  isStrict?: boolean;
  /** Prices in the shop's other currencies by its table; without it a game is sold in the file's currency alone. */
  isTiered?: boolean;
  onRead?: (rows: number) => void;
};

/** Any two imports wait for each other on this key of an advisory lock. */
const IMPORT_LOCK = 7_021_903;

function openRows(file: string): AsyncGenerator<ImportRow> {
  if (/\.csv$/i.test(file)) return readSteamCsv(file);
  if (/\.json$/i.test(file)) return readFronkonJson(file);
  throw new Error(`${file}: only .csv and .json files can be imported`);
}

function toCsvLine(ordinal: number, game: ImportedGame): string {
  const slug = `${toStableSlug(game.title)}-${game.sourceId}`;
  const publisherSlug = toStableSlug(game.publisher);
  return stringify([[ordinal, game.source, game.sourceId, slug, publisherSlug, hashOf(game), JSON.stringify(game)]]);
}

/** PostgreSQL's text cannot hold U+0000, and JSON may not hold half a surrogate pair. */
function isStorable(game: ImportedGame): boolean {
  const text = JSON.stringify(game);
  return !text.includes("\\u0000") && !/\\ud[89a-f]/i.test(text);
}

async function copyRows(client: pg.Client, options: Options): Promise<ImportResult["problems"]> {
  const problems: ImportResult["problems"] = [];
  const placeOf = new Map<string, string>();
  const sink = client.query(copyFrom(COPY_IMPORTED));
  const done = finished(sink);
  let rows = 0;
  try {
    for await (const row of openRows(options.file)) {
      rows += 1;
      if (rows % 500 === 0) options.onRead?.(rows);
      const problem = findProblem(row, placeOf);
      if (problem !== null) problems.push({ place: row.place, problem });
      else if ("game" in row && !sink.write(toCsvLine(rows, row.game))) await Promise.race([once(sink, "drain"), done]);
    }
    sink.end();
  } catch (error) {
    sink.destroy();
    await done.catch(() => undefined);
    throw new Error(`${options.file}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  await done;
  options.onRead?.(rows);
  return problems;
}

function findProblem(row: ImportRow, placeOf: Map<string, string>): string | null {
  if ("problem" in row) return row.problem;
  const { sourceId } = row.game;
  const first = placeOf.get(sourceId);
  if (first) return `app id ${sourceId} stands at ${first} already`;
  if (!isStorable(row.game)) return "a text holds a character that cannot be stored";
  placeOf.set(sourceId, row.place);
  return null;
}

async function mergeRows(client: pg.Client, day: Day): Promise<{ created: number; updated: number; total: number }> {
  for (const sql of MERGE_STEPS) await client.query(sql, sql.includes("$1") ? [day] : []);
  const changed = await client.query<{ created: number; updated: number }>(COUNT_CHANGED);
  const total = await client.query<{ count: number }>("select count(*)::int as count from imported");
  return { created: 0, updated: 0, ...changed.rows[0], total: total.rows[0]?.count ?? 0 };
}

/**
 * Imports a catalogue file, streaming, in one transaction: after a kill nothing of it is there. Bad rows are reported
 * and left out; a strict import writes nothing where there is one (StrictImportError). Importing again changes nothing.
 */
export async function importCatalogue(options: Options): Promise<ImportResult> {
  const client = new pg.Client({ connectionString: options.databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [IMPORT_LOCK]);
    await client.query(CREATE_SLUG_FUNCTION);
    await client.query(CREATE_IMPORTED);
    const problems = await copyRows(client, options);
    if (options.isStrict && problems.length > 0) throw new StrictImportError(problems);
    await client.query("analyze imported");
    const { created, updated, total } = await mergeRows(client, options.day);
    if (options.isTiered) await writeTierPrices(client);
    await client.query("commit");
    return { created, updated, unchanged: total - created - updated, problems };
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
