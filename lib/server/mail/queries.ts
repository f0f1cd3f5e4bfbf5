import { z } from "zod";
import { type Db, getDb } from "../db";
import { getEnv } from "../env";
import { findMailSettings } from "./mailer";

const SHOWN = 100;

const summarySelect = { id: true, toEmail: true, subject: true, createdAt: true, locale: true } as const;

/** A mail in the outbox's list. */
export type OutboxItem = { id: string; toEmail: string; subject: string; createdAt: Date; locale: string };

/** A mail that is read in the outbox. */
export type OutboxMail = OutboxItem & { text: string; html: string };

/**
 * Whether mail is read in the outbox: only in the demo, whose passwords everybody knows, and only where nobody delivers
 * mail. Elsewhere it would let anybody into any account.
 */
export function isOutboxOpen(): boolean {
  return getEnv().KRATOS_DEMO && findMailSettings() === null;
}

/** The newest mails that nobody delivered; none where the outbox is closed. */
export async function listOutbox(db: Db = getDb()): Promise<OutboxItem[]> {
  if (!isOutboxOpen()) return [];
  return db.mail.findMany({
    where: { status: { in: ["kept", "queued"] }, html: { not: "" } },
    select: summarySelect,
    orderBy: { createdAt: "desc" },
    take: SHOWN,
  });
}

/** A mail that nobody delivered; null where there is none of the id, or the outbox is closed. */
export async function findOutboxMail(id: unknown, db: Db = getDb()): Promise<OutboxMail | null> {
  const known = z.uuid().safeParse(id);
  if (!known.success || !isOutboxOpen()) return null;
  return db.mail.findFirst({
    where: { id: known.data, status: { in: ["kept", "queued"] } },
    select: { ...summarySelect, text: true, html: true },
  });
}
