/** Longest text of an error that a row keeps. */
const MAX_LENGTH = 2000;

/**
 * One line that says what went wrong: Prisma and its adapters put the reason on the last line of a message, a failed
 * connection has it in the errors below it, and a wrapped error in its cause.
 */
export function toErrorText(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return toErrorText(error.errors[0]);
  if (!(error instanceof Error)) return String(error).slice(0, MAX_LENGTH);
  const lines = error.message.split("\n").map((line) => line.trim());
  const line = lines.findLast((text) => text !== "") ?? (error.cause ? toErrorText(error.cause) : error.name);
  return line.slice(0, MAX_LENGTH);
}
