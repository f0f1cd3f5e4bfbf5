import type { PrismaClient } from "@/prisma/generated/client";
import { clearOldChanges } from "../catalogue/retention";
import { inBatches, ROWS_A_BATCH } from "../in-batches";
import { log } from "../log";
import { clearOldMail } from "../mail/retention";
import { pruneRuns } from "../pipelines/retention";
import { claimChore } from "./claim-chore";

const DAY_MS = 86_400_000;

/** Recovered alerts are kept as long as runs are. */
const KEEP_ALERTS_DAYS = 180;

/** A guest's cookie lasts as long from its last use. */
const KEEP_GUESTS_DAYS = 90;

const KEEP_WISH_NOTICES_DAYS = 90;

function deleteAlerts(db: PrismaClient, before: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM pipeline_alerts WHERE id IN (
        SELECT id FROM pipeline_alerts WHERE recovered_at < ${before} LIMIT ${ROWS_A_BATCH}
      )`,
  );
}

/** Long-lived servers clear used-up limits themselves; functions do not live long enough for it. */
function deleteRateLimits(db: PrismaClient, now: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM rate_limits WHERE key IN (
        SELECT key FROM rate_limits WHERE expire < ${now} LIMIT ${ROWS_A_BATCH}
      ) AND expire < ${now}`,
  );
}

/** Signing in clears one's old sessions away; those of who never comes back hold the addresses they were used from. */
function deleteSessions(db: PrismaClient, now: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < ${now} LIMIT ${ROWS_A_BATCH})`,
  );
}

function deleteGuestCarts(db: PrismaClient, before: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM carts WHERE id IN (
        SELECT id FROM carts WHERE user_id IS NULL AND updated_at < ${before} LIMIT ${ROWS_A_BATCH}
      ) AND user_id IS NULL AND updated_at < ${before}`,
  );
}

/** Guests' wishes: by the day the last of a list was made, since a list has no row of its own. */
function deleteGuestWishes(db: PrismaClient, before: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM guest_wishes WHERE ctid IN (
        SELECT old.ctid FROM guest_wishes old WHERE old.added_at < ${before} AND NOT EXISTS (
          SELECT FROM guest_wishes last
          WHERE last.guest_token_hash = old.guest_token_hash AND last.added_at >= ${before}
        ) LIMIT ${ROWS_A_BATCH}
      )`,
  );
}

/** What was told so long ago is no news that could be told again. */
function deleteWishNotices(db: PrismaClient, before: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM wish_notices WHERE ctid IN (
        SELECT ctid FROM wish_notices WHERE sent_at < ${before} LIMIT ${ROWS_A_BATCH}
      )`,
  );
}

/**
 * Clears away what is old, where nobody has for a day: runs, alerts, used-up rate limits, sessions past their time,
 * carts and wishes of gone guests, what shoppers were told of wishes, the log of what changed in the catalogue, the words of mails, links of
 * mails that work no more.
 */
export async function doDailyChores(db: PrismaClient, now: Date): Promise<void> {
  if (!(await claimChore(db, "daily", DAY_MS, now))) return;
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const runs = await pruneRuns(db, now);
  const alerts = await deleteAlerts(db, daysAgo(KEEP_ALERTS_DAYS));
  const rateLimits = await deleteRateLimits(db, now);
  const sessions = await deleteSessions(db, now);
  const guestCarts = await deleteGuestCarts(db, daysAgo(KEEP_GUESTS_DAYS));
  const guestWishes = await deleteGuestWishes(db, daysAgo(KEEP_GUESTS_DAYS));
  const gameChanges = await clearOldChanges(db, now);
  const wishNotices = await deleteWishNotices(db, daysAgo(KEEP_WISH_NOTICES_DAYS));
  const cleared = await clearOldMail(db, now);
  const guests = { guestCarts, guestWishes };
  log.info({ runs, alerts, rateLimits, sessions, ...guests, gameChanges, wishNotices, ...cleared }, "chores.done");
}
