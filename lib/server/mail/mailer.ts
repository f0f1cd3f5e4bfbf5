import { createTransport } from "nodemailer";
import { getEnv } from "../env";

/** A mail as text; `id` is the same each time it is sent, so that a mail program shows a second copy as the first. */
export type Mail = { to: string; subject: string; text: string; id?: string };

/** Where mail is handed in, and who it says it is from. */
export type MailSettings = { smtpUrl: string; from: string };

/** A mail server that is silent for so long counts as down. */
const TIMEOUT_MS = 10_000;

/** The settings by which this process sends mail, or null where it sends none. */
export function findMailSettings(): MailSettings | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = getEnv();
  return smtpUrl && from ? { smtpUrl, from } : null;
}

/** Hands a mail in; throws where the server does not take it for every address. */
export async function sendMail(mail: Mail, { smtpUrl, from }: MailSettings): Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  try {
    const { to, subject, text, id } = mail;
    const sent = await transport.sendMail({ from, to, subject, text, ...(id ? { messageId: `<${id}>` } : {}) });
    if (sent.rejected.length > 0) throw new Error(`the mail server refused ${sent.rejected.length} of the addresses`);
  } finally {
    transport.close();
  }
}
