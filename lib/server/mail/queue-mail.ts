import { DEFAULT_LOCALE, isLocale } from "@/lib/shared/locale";
import type { Db } from "../db";
import { toPlainText } from "./content";
import { toHtml } from "./html";
import { type MailInput, type MailReader, writeMail } from "./write-mail";

/** The owner of an account as a reader of mail. */
export async function getMailReader(userId: string, db: Db): Promise<MailReader> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { id: true, email: true, name: true, locale: true },
  });
  return toMailReader(user);
}

/** A user's row as a reader of mail. */
export function toMailReader(user: { id: string; email: string; name: string; locale: string }): MailReader {
  const { id, email, name, locale } = user;
  return { userId: id, email, name, locale: isLocale(locale) ? locale : DEFAULT_LOCALE };
}

/**
 * Writes a mail down in the caller's transaction, so that it is sent if and only if what caused it happened. Of mails
 * with one `dedupeKey` the first one is sent; false where this is a later one. Routes that cause mail declare
 * `sendsMail`, which delivers it at once; the watch delivers whatever is left.
 */
export async function queueMail(tx: Db, input: MailInput & { dedupeKey?: string }): Promise<boolean> {
  const { content, unsubscribeUrl } = await writeMail(input);
  const { to, kind, dedupeKey = null } = input;
  const { count } = await tx.mail.createMany({
    data: [
      {
        userId: to.userId,
        toEmail: to.email,
        kind,
        locale: to.locale,
        subject: content.subject,
        text: toPlainText(content),
        html: toHtml(content),
        unsubscribeUrl,
        dedupeKey,
      },
    ],
    skipDuplicates: true,
  });
  return count > 0;
}
