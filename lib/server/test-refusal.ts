import { AppError } from "./errors";

/** The refusal that an attempt ends with; any other end fails the test. */
export async function refusalOf(attempt: Promise<unknown>): Promise<AppError> {
  const error = await attempt.catch((caught: unknown) => caught);
  if (error instanceof AppError) return error;
  throw error instanceof Error ? error : new Error(`Expected an AppError, got ${JSON.stringify(error)}`);
}
