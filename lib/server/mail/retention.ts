import type { PrismaClient } from "@/prisma/generated/client";
import { inBatches, ROWS_A_BATCH } from "../in-batches";

const DAY_MS = 86_400_000;

/** How long one can look up what a mail said. */
const KEEP_WORDS_DAYS = 30;

/** For a week, a link that is over is told from one that never was. */
const KEEP_TOKENS_DAYS = 7;

/** Deletes old mail to those who have no account, and what the other old mail said: that it was sent stays known. */
async function clearMails(db: PrismaClient, before: Date): Promise<number> {
  const strangers = await inBatches(
    () => db.$executeRaw`
      DELETE FROM mails WHERE id IN (
        SELECT id FROM mails WHERE user_id IS NULL AND created_at < ${before} LIMIT ${ROWS_A_BATCH}
      )`,
  );
  const others = await inBatches(
    () => db.$executeRaw`
      UPDATE mails SET text = '', html = '', status = CASE status WHEN 'queued' THEN 'failed' ELSE status END
      WHERE id IN (SELECT id FROM mails WHERE created_at < ${before} AND html <> '' LIMIT ${ROWS_A_BATCH})`,
  );
  return strangers + others;
}

function deleteTokens(db: PrismaClient, before: Date): Promise<number> {
  return inBatches(
    () => db.$executeRaw`
      DELETE FROM email_tokens WHERE id IN (
        SELECT id FROM email_tokens WHERE expires_at < ${before} LIMIT ${ROWS_A_BATCH}
      )`,
  );
}

/** Clears away the words of old mail and the links that work no more. */
export async function clearOldMail(db: PrismaClient, now: Date): Promise<{ mails: number; emailTokens: number }> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const mails = await clearMails(db, daysAgo(KEEP_WORDS_DAYS));
  const emailTokens = await deleteTokens(db, daysAgo(KEEP_TOKENS_DAYS));
  return { mails, emailTokens };
}
