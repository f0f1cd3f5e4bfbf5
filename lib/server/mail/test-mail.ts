import type { Mail, PrismaClient } from "@/prisma/generated/client";

/** The newest mail to an address. */
export async function getLastMail(db: PrismaClient, toEmail: string): Promise<Mail> {
  return db.mail.findFirstOrThrow({ where: { toEmail }, orderBy: { createdAt: "desc" } });
}

/** The token in the link of a mail. */
export function tokenOf(mail: Pick<Mail, "text">): string {
  const token = mail.text.match(/[?&]token=([\w-]{43})\b/)?.[1];
  if (!token) throw new Error(`the mail has no link with a token: ${mail.text}`);
  return token;
}
