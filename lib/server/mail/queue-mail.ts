import { DEFAULT_LOCALE, isLocale } from "@/lib/shared/locale";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { toPlainText } from "./content";
import { toHtml } from "./html";
import { type MailInput, type MailReader, writeMail } from "./write-mail";

/** What `toMailReader` needs of a user. */
export const mailReaderSelect = {
  id: true,
  email: true,
  emailVerifiedAt: true,
  name: true,
  locale: true,
} satisfies Prisma.UserSelect;

/** The owner of an account as a reader of mail. */
export async function getMailReader(userId: string, db: Db): Promise<MailReader> {
  return toMailReader(await db.user.findUniqueOrThrow({ where: { id: userId }, select: mailReaderSelect }));
}

/**
 * A user's row as a reader of mail. Whoever has not shown that the address is theirs is called nothing: somebody else
 * may have given it, and would write to its owner by the name.
 */
export function toMailReader(user: Prisma.UserGetPayload<{ select: typeof mailReaderSelect }>): MailReader {
  const { id, email, emailVerifiedAt, name, locale } = user;
  return { userId: id, email, name: emailVerifiedAt ? name : "", locale: isLocale(locale) ? locale : DEFAULT_LOCALE };
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
