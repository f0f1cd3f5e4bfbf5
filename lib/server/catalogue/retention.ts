import type { Db } from "../db";
import { inBatches, ROWS_A_BATCH } from "../in-batches";

/** Processes that did not read the log for an hour read the whole catalogue instead. */
const KEEP_HOURS = 2;

/** Deletes what every process has read of the log of changes; returns how many entries. */
export function clearOldChanges(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_HOURS * 3_600_000);
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM game_changes WHERE id IN (
        SELECT id FROM game_changes WHERE logged_at < ${before} LIMIT ${ROWS_A_BATCH}
      )`,
  );
}
