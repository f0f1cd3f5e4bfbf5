/** Rows that are changed at once, so that no lock is held for long. */
export const ROWS_A_BATCH = 1_000;

/** Changes batch after batch, until one is not full; returns how many rows. */
export async function inBatches(changeBatch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let changed = ROWS_A_BATCH; changed === ROWS_A_BATCH; total += changed) changed = await changeBatch();
  return total;
}
