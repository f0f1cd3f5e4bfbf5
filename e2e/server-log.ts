import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";

const LOGS = ["web.log", "worker.log"];
/** Errors as pino numbers them, or as Next and Node print them. */
const ERROR = /"level":(?:50|60)|^\s*⨯|\bError:|Unhandled|MODULE_NOT_FOUND/;

const read: Record<string, number> = {};

/** Starts reading at what is logged from now on. */
export function skipServerErrors(): void {
  readNewServerErrors();
}

/** The lines with errors that the store's processes have logged since the last call. */
export function readNewServerErrors(): string[] {
  return LOGS.flatMap((name) => {
    const file = openSync(path.join(inject("storeHome"), "logs", name), "r");
    try {
      const from = read[name] ?? 0;
      const { size } = fstatSync(file);
      const buffer = Buffer.alloc(size - from);
      readSync(file, buffer, 0, buffer.length, from);
      read[name] = size;
      const lines = buffer.toString("utf8").split("\n");
      return lines.filter((line) => ERROR.test(line)).map((line) => `${name}: ${line.slice(0, 400)}`);
    } finally {
      closeSync(file);
    }
  });
}
