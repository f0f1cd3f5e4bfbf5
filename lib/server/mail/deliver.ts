import { waitUntil } from "@vercel/functions";
import type { PrismaClient } from "@/prisma/generated/client";
import { getDb } from "../db";
import { log } from "../log";
import { isSecretMail } from "./kinds";
import { findMailSettings, type Mailer, type MailSettings, openMailer, toMailHost } from "./mailer";

type DueMail = {
  id: string;
  kind: string;
  toEmail: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl: string | null;
  attempts: number;
};

const MINUTE_MS = 60_000;

/** Waits after each attempt that failed; a mail whose last one failed is given up. */
const RETRY_MINUTES = [1, 5, 15, 60, 180, 360, 720, 1440];

/** How long a batch is the deliverer's who took it: if its process dies, another one takes it then. */
const LEASE_MS = 5 * MINUTE_MS;

const BATCH = 10;

/** What is not sent by then is left to the next look, so that a function of a host ends in time. */
const MAX_ROUND_MS = 30_000;

/**
 * Takes mails that are due, for a while; of deliverers that come at once none takes another's. Mail that an account
 * cannot do without goes first: a link that works for an hour must not wait for the news of a sale to everybody.
 */
function claim(db: PrismaClient, now: Date): Promise<DueMail[]> {
  return db.$queryRaw<DueMail[]>`
    WITH due AS MATERIALIZED (
      SELECT id FROM mails WHERE status = 'queued' AND due_at <= ${now}
      ORDER BY unsubscribe_url IS NOT NULL, due_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
    )
    UPDATE mails SET attempts = attempts + 1, due_at = ${new Date(now.getTime() + LEASE_MS)}
    FROM due WHERE mails.id = due.id
    RETURNING mails.id, kind, to_email AS "toEmail", subject, text, html, unsubscribe_url AS "unsubscribeUrl", attempts`;
}

/**
 * The server said that it will never take mail to this address, such as one that nobody has. A refusal of ourselves, the
 * sender, is for the operators to mend: the mail waits for it.
 */
function isFinal(error: unknown): boolean {
  const { command, responseCode } = (error ?? {}) as { command?: unknown; responseCode?: unknown };
  return command === "RCPT TO" && typeof responseCode === "number" && responseCode >= 500;
}

/** Marks a mail that is this deliverer's, unless its lease ended and another took it over. */
function settle(db: PrismaClient, { id, attempts }: DueMail, data: Parameters<typeof db.mail.updateMany>[0]["data"]) {
  return db.mail.updateMany({ where: { id, attempts, status: "queued" }, data });
}

async function markSent(db: PrismaClient, mail: DueMail): Promise<void> {
  const cleared = isSecretMail(mail.kind) ? { text: "", html: "" } : {};
  await settle(db, mail, { status: "sent", sentAt: new Date(), error: "", ...cleared });
  log.info({ mailId: mail.id, kind: mail.kind }, "mail.sent");
}

async function markFailed(db: PrismaClient, mail: DueMail, error: unknown): Promise<void> {
  const waitMinutes = isFinal(error) ? undefined : RETRY_MINUTES[mail.attempts - 1];
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  const about = { mailId: mail.id, kind: mail.kind, attempts: mail.attempts, err: error };
  if (waitMinutes === undefined) {
    await settle(db, mail, { status: "failed", error: message });
    log.error(about, "mail.failed");
  } else {
    await settle(db, mail, { error: message, dueAt: new Date(Date.now() + waitMinutes * MINUTE_MS) });
    log.warn(about, "mail.not_sent");
  }
}

/** Sends one mail and writes down how that went; the same id each time lets mail programs show two copies as one. */
async function deliverOne(db: PrismaClient, mailer: Mailer, host: string, mail: DueMail): Promise<boolean> {
  const { id, toEmail: to, subject, text, html, unsubscribeUrl } = mail;
  try {
    await mailer.send({ to, subject, text, html, id: `${id}@${host}`, ...(unsubscribeUrl && { unsubscribeUrl }) });
  } catch (error) {
    await markFailed(db, mail, error);
    return false;
  }
  await markSent(db, mail);
  return true;
}

async function sendDue(db: PrismaClient, settings: MailSettings, now: Date): Promise<void> {
  const mailer = openMailer(settings);
  const startedAt = Date.now();
  try {
    while (Date.now() - startedAt < MAX_ROUND_MS) {
      const mails = await claim(db, new Date(now.getTime() + Date.now() - startedAt));
      const host = toMailHost(settings);
      const outcomes = await Promise.all(mails.map((mail) => deliverOne(db, mailer, host, mail)));
      // Nothing is due, or the server takes nothing: the next look tries again.
      if (!outcomes.includes(true)) return;
    }
  } finally {
    mailer.close();
  }
}

/** Where nobody delivers mail, it is kept to be read in the outbox. */
async function keepAll(db: PrismaClient): Promise<void> {
  const { count } = await db.mail.updateMany({ where: { status: "queued" }, data: { status: "kept" } });
  if (count > 0) log.info({ count }, "mail.kept");
}

/** Sends what is due. Any number of processes may at the same time; a mail that fails is tried again later. */
export async function deliverMails(
  db: PrismaClient,
  { now = new Date(), settings = findMailSettings() }: { now?: Date; settings?: MailSettings | null } = {},
): Promise<void> {
  if (settings) await sendDue(db, settings, now);
  else await keepAll(db);
}

/** Sends what is due beside the answer that caused it, without making it wait. */
export function deliverSoon(): void {
  const delivery = deliverMails(getDb()).catch((error: unknown) => log.error({ err: error }, "mail.delivery_failed"));
  // A host that stops functions with their answer waits for this.
  waitUntil(delivery);
}
