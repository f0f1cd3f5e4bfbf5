import { z } from "zod";
import { say } from "@/lib/shared/say";
import { AppError } from "../errors";

const textKeySchema = z
  .string()
  .max(300)
  .refine((text) => !text.includes("\0"), "PostgreSQL refuses NUL in a text");

const keySchema = z.union([z.number(), textKeySchema]);

/** Where a keyset page ends: the sort it belongs to, the sort key of its last row and that row's id. */
export type Cursor = { sort: string; key: number | string; id: string };

const cursorSchema = z.tuple([z.string().max(40), keySchema, z.string().max(40)]);

/** Packs the end of a page for the address line. */
export function encodeCursor({ sort, key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString("base64url");
}

function refuse(cause?: unknown): never {
  const message = say("errors.pageGone");
  throw new AppError("invalid_input", message, { cause, fields: { cursor: message } });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch (cause) {
    return refuse(cause);
  }
}

/** Unpacks a cursor of the same sort, key type and id form; anything else is `invalid_input`. */
export function decodeCursor<Key extends number | string>(
  text: string,
  expected: { sort: string; key: z.ZodType<Key>; id: z.ZodType<string> },
): { key: Key; id: string } {
  const result = cursorSchema.safeParse(parse(text));
  const [sort, rawKey, rawId] = result.data ?? [];
  const key = expected.key.safeParse(rawKey);
  const id = expected.id.safeParse(rawId);
  if (sort !== expected.sort || !key.success || !id.success) return refuse();
  return { key: key.data, id: id.data };
}
