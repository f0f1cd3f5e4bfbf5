import { createHash } from "node:crypto";
import { z } from "zod";
import { say } from "@/lib/shared/say";
import { AppError } from "../errors";

/** Where a page ended: the last row's sort key and id, and the moment that prices of this walk are taken at. */
export type Position<Id extends number | string = string> = { key: number | string; id: Id; atMs: number };

const MAX_AT_MS = Date.UTC(2100, 0);

/** Largest id that is a number: PostgreSQL's integers end there. */
const MAX_ID = 2 ** 31 - 1;

const payloadSchema = z.object({
  s: z.string(),
  k: z.union([
    z.int(),
    z
      .string()
      .max(200)
      .refine((text) => !text.includes("\0"), "PostgreSQL refuses NUL in a text"),
  ]),
  i: z.union([z.uuid(), z.int().min(0).max(MAX_ID)]),
  t: z.int().min(0).max(MAX_AT_MS),
});

/** Names the list that a cursor belongs to: the same order and filters give the same scope. */
export function toScope(parts: readonly (string | undefined)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 12);
}

/** The opaque text of a position in the list of that scope. */
export function encodeCursor(position: Position<number | string>, scope: string): string {
  const payload: z.input<typeof payloadSchema> = { s: scope, k: position.key, i: position.id, t: position.atMs };
  return Buffer.from(JSON.stringify(payload)).toString("base64url");
}

function parsePayload(cursor: string): z.output<typeof payloadSchema> | null {
  try {
    return payloadSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    // What cannot be read is no cursor of ours; the caller says so.
    return null;
  }
}

function refuse(): never {
  const message = say("errors.pageGone");
  throw new AppError("invalid_input", message, { fields: { cursor: message } });
}

function readCursor(cursor: string, scope: string, keyType: "number" | "string") {
  const payload = parsePayload(cursor);
  return payload && payload.s === scope && typeof payload.k === keyType ? payload : refuse();
}

/** Reads a cursor of the list of that scope whose keys have that type; throws `invalid_input` for any other. */
export function decodeCursor(cursor: string, scope: string, keyType: "number" | "string"): Position {
  const { k, i, t } = readCursor(cursor, scope, keyType);
  return typeof i === "string" ? { key: k, id: i, atMs: t } : refuse();
}

/** As `decodeCursor`, for a list whose ids are numbers. */
export function decodeNumberedCursor(cursor: string, scope: string, keyType: "number" | "string"): Position<number> {
  const { k, i, t } = readCursor(cursor, scope, keyType);
  return typeof i === "number" ? { key: k, id: i, atMs: t } : refuse();
}
