import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { z } from "zod";

/** Writes a value as JSON that only its owner may read; a reader finds the old file or the new one, never a half. */
export function writeJson(file: string, value: unknown): void {
  const temporary = `${file}.${process.pid}.new`;
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, file);
}

/** Reads a JSON file that has the given shape; null where it is not there or is something else. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | null {
  if (!existsSync(file)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}
