import type { PrismaClient } from "@/prisma/generated/client";
import { log } from "../log";
import { pruneRuns } from "../pipelines/retention";

const DAY_MS = 86_400_000;
const ROWS_A_BATCH = 1_000;

/** Recovered alerts are kept as long as runs are. */
const KEEP_ALERTS_DAYS = 180;

/** A guest's cookie is long gone by then. */
const KEEP_GUEST_CARTS_DAYS = 90;

/** Claims the day's chores: of any number of watchers one gets true in 24 hours. */
async function claimChores(db: PrismaClient, now: Date): Promise<boolean> {
  const before = new Date(now.getTime() - DAY_MS);
  const claimed = await db.$executeRaw`
    INSERT INTO chores (name, begun_at) VALUES ('daily', ${now})
    ON CONFLICT (name) DO UPDATE SET begun_at = excluded.begun_at WHERE chores.begun_at <= ${before}`;
  return claimed > 0;
}

/** Deletes batch by batch, so that no lock is held for long; returns how many rows. */
async function deleteAll(deleteBatch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let deleted = ROWS_A_BATCH; deleted === ROWS_A_BATCH; total += deleted) deleted = await deleteBatch();
  return total;
}

function deleteAlerts(db: PrismaClient, before: Date): Promise<number> {
  return deleteAll(
    () => db.$executeRaw`
      DELETE FROM pipeline_alerts WHERE id IN (
        SELECT id FROM pipeline_alerts WHERE recovered_at < ${before} LIMIT ${ROWS_A_BATCH}
      )`,
  );
}

/** Long-lived servers clear used-up limits themselves; functions do not live long enough for it. */
function deleteRateLimits(db: PrismaClient, now: Date): Promise<number> {
  return deleteAll(
    () => db.$executeRaw`
      DELETE FROM rate_limits WHERE key IN (
        SELECT key FROM rate_limits WHERE expire < ${now} LIMIT ${ROWS_A_BATCH}
      ) AND expire < ${now}`,
  );
}

function deleteGuestCarts(db: PrismaClient, before: Date): Promise<number> {
  return deleteAll(
    () => db.$executeRaw`
      DELETE FROM carts WHERE id IN (
        SELECT id FROM carts WHERE user_id IS NULL AND updated_at < ${before} LIMIT ${ROWS_A_BATCH}
      ) AND user_id IS NULL AND updated_at < ${before}`,
  );
}

/** Clears away what is old, where nobody has for a day: runs, alerts, used-up rate limits, carts of gone guests. */
export async function doDailyChores(db: PrismaClient, now: Date): Promise<void> {
  if (!(await claimChores(db, now))) return;
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const runs = await pruneRuns(db, now);
  const alerts = await deleteAlerts(db, daysAgo(KEEP_ALERTS_DAYS));
  const rateLimits = await deleteRateLimits(db, now);
  const guestCarts = await deleteGuestCarts(db, daysAgo(KEEP_GUEST_CARTS_DAYS));
  log.info({ runs, alerts, rateLimits, guestCarts }, "chores.done");
}
