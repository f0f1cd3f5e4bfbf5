import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** A value of one column: a Date becomes a timestamp, an array a Postgres array of texts. */
export type Cell = string | number | bigint | boolean | null | Date | readonly string[];

/** Text gathered before it is handed to the socket; large enough to keep the number of writes low. */
const CHUNK_CHARS = 128 * 1024;

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const escapeText = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);

function toArrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;
}

/** A cell in the text format of COPY. */
export function toCopyText(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "string") return escapeText(cell);
  if (typeof cell === "boolean") return cell ? "t" : "f";
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell === "object") return escapeText(toArrayLiteral(cell));
  return String(cell);
}

function* toChunks(rows: Iterable<readonly Cell[]>): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    let line = "";
    for (let at = 0; at < row.length; at += 1) line += `${at === 0 ? "" : "\t"}${toCopyText(row[at] ?? null)}`;
    chunk += `${line}\n`;
    if (chunk.length >= CHUNK_CHARS) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}

/** Streams rows into a table by COPY; never holds more than a chunk of them. */
export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const sql = `COPY ${table} (${columns.join(", ")}) FROM STDIN`;
  await pipeline(Readable.from(toChunks(rows)), client.query(copyFrom(sql)));
}
