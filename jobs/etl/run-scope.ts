import type { TaskContext } from "@/jobs/pipelines/context";
import { AppError } from "@/lib/server/errors";
import type { Day } from "@/lib/shared/day";
import type { Scope } from "./extract";
import { type PreviousSales, readPreviousSales } from "./sales-files";
import { listGameIds } from "./shop-games";

/** What a run of the ETL works on, the same in each of its tasks. */
export type RunScope = Scope & {
  previous: PreviousSales;
  /** Last day up to which the sales of all games are counted when the run is over; null where that is not known. */
  wholeThrough: Day | null;
};

/**
 * The days and games of a run. The store's sales never go back: a run for a day before the manifest's counts what
 * changed up to the manifest's day, and all files keep ending there.
 */
export async function findRunScope(context: TaskContext): Promise<RunScope> {
  const { db, storage, day, gameSlugs } = context;
  const previous = await readPreviousSales(storage);
  const before = previous.manifest?.day ?? null;
  const through = before !== null && before > day ? before : day;
  if (gameSlugs === null) return { through, gameIds: null, previous, wholeThrough: through };
  if (previous.unreadable !== null) {
    throw new AppError("invalid_input", `Run the ETL over all games first: ${previous.unreadable}`);
  }
  return { through, gameIds: await listGameIds(db, gameSlugs), previous, wholeThrough: before };
}
