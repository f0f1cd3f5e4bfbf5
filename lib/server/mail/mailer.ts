import { createTransport, type SendMailOptions } from "nodemailer";
import { getEnv } from "../env";

/** A mail as text; `id` is the same each time it is sent, so that a mail program shows a second copy as the first. */
export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  id?: string;
  /** Where one click ends mail of this sort (RFC 8058). */
  unsubscribeUrl?: string;
};

/** Where mail is handed in, and who it says it is from. */
export type MailSettings = { smtpUrl: string; from: string };

/** Connections to a mail server, kept from one mail to the next. */
export type Mailer = {
  /** Hands a mail in; throws where the server does not take it for every address. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
};

/** A mail server that is silent for so long counts as down. */
const TIMEOUT_MS = 10_000;

const CONNECTIONS = 3;

/** The settings by which this process sends mail, or null where it sends none. */
export function findMailSettings(): MailSettings | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = getEnv();
  return smtpUrl && from ? { smtpUrl, from } : null;
}

/** The part of a mail's id behind the `@`: the sender's domain. */
export function toMailHost({ from }: MailSettings): string {
  return from.match(/@([\w.-]+)/)?.[1] ?? "localhost";
}

function toMessage(mail: OutgoingMail, from: string): SendMailOptions {
  const { to, subject, text, html, id, unsubscribeUrl } = mail;
  return {
    from,
    to,
    subject,
    text,
    ...(html && { html }),
    ...(id && { messageId: `<${id}>` }),
    ...(unsubscribeUrl && {
      headers: { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    }),
  };
}

/** Opens a mail server, whose connections are made with the first mail. */
export function openMailer({ smtpUrl, from }: MailSettings): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return {
    async send(mail) {
      const sent = await transport.sendMail(toMessage(mail, from));
      if (sent.rejected.length > 0) throw new Error(`the mail server refused ${sent.rejected.length} of the addresses`);
    },
    close: () => transport.close(),
  };
}

/** Hands one mail in; throws where the server does not take it for every address. */
export async function sendMail(mail: OutgoingMail, settings: MailSettings): Promise<void> {
  const mailer = openMailer(settings);
  try {
    await mailer.send(mail);
  } finally {
    mailer.close();
  }
}
