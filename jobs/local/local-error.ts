import { readFileSync } from "node:fs";

/** A failure of the local set-up whose message says all that its reader needs: it is printed without a stack. */
export class LocalError extends Error {
  override readonly name = "LocalError";
}

/** The end of a log as one line, for an error message. */
export function lastLines(logFile: string, count = 3): string {
  const text = readFileSync(logFile, "utf8").trim();
  return text.split("\n").slice(-count).join(" / ").slice(-600) || "it said nothing";
}

/** What went wrong with a connection, in one line: the codes of all addresses that were tried are inside an AggregateError. */
export function describeConnectionError(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return describeConnectionError(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const cause = error.message ? "" : describeConnectionError(error.cause);
  return (error.message || cause || error.name).split("\n")[0] ?? error.name;
}
