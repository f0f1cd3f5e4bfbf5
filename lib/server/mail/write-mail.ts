import { createTranslator } from "next-intl";
import { type Locale, localizePath } from "@/lib/shared/locale";
import { loadMessages } from "../i18n/messages";
import { toSiteUrl } from "../site-url";
import type { MailContent } from "./content";
import { findSetting, type MailKind } from "./kinds";
import { toUnsubscribeToken } from "./unsubscribe";

/** Who a mail is to; one without a name is not greeted. Without an account it can be ended by no setting. */
export type MailReader = { userId: string | null; email: string; name: string; locale: Locale };

/** A mail as its cause describes it; paths are those of pages, without a language. */
export type MailInput = {
  to: MailReader;
  kind: MailKind;
  /** What the texts are filled in with. */
  values?: Record<string, string | number>;
  /** Page that the button opens; needed where the texts have an `action`. */
  path?: string;
  items?: { title: string; text: string; path: string; imagePath?: string }[];
};

/** A mail in its reader's language. */
export type WrittenMail = { content: MailContent; unsubscribeUrl: string | null };

type SayMail = (key: string, values?: Record<string, string | number>) => string | null;

/** The texts of mails in a language; null where a mail has none of that name. */
async function createMailSayer(locale: Locale): Promise<SayMail> {
  const { mails } = await loadMessages(locale);
  const t = createTranslator({ locale, messages: { mails }, timeZone: "UTC" });
  type Key = Parameters<typeof t>[0];
  return (key, values) => (t.has(`mails.${key}` as Key) ? t(`mails.${key}` as Key, values) : null);
}

/** A subject is one line, whatever a game is called. */
function toOneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, " ").trim();
}

/** Writes a mail in its reader's language. */
export async function writeMail({ to, kind, values = {}, path, items = [] }: MailInput): Promise<WrittenMail> {
  const { locale, userId } = to;
  const say = await createMailSayer(locale);
  const need = (key: string, filling?: Record<string, string | number>) => {
    const text = say(key, filling);
    if (text === null) throw new Error(`The texts of mails have no ${key}`);
    return text;
  };
  const toUrl = (page: string) => toSiteUrl(localizePath(page, locale));
  const actionText = say(`${kind}.action`, values);
  const setting = findSetting(kind);
  const token = setting && userId ? toUnsubscribeToken({ userId, setting }) : null;
  const links = [
    ...(token ? [{ text: need("layout.unsubscribe"), url: toUrl(`/unsubscribe?token=${token}`) }] : []),
    ...(userId ? [{ text: need("layout.settings"), url: toUrl("/account/notifications") }] : []),
  ];
  const content: MailContent = {
    locale,
    subject: toOneLine(need(`${kind}.subject`, values)),
    paragraphs: [
      ...(to.name ? [need("layout.greeting", { name: to.name })] : []),
      ...need(`${kind}.body`, values).split("\n\n"),
    ],
    items: items.map(({ title, text, path: page, imagePath }) => ({
      title,
      text,
      url: toUrl(page),
      ...(imagePath && { imageUrl: toSiteUrl(imagePath) }),
    })),
    action: actionText && path ? { text: actionText, url: toUrl(path), hint: need("layout.linkHint") } : null,
    note: say(`${kind}.note`, values),
    footer: need(userId ? "layout.footer" : "layout.strangerFooter"),
    links,
  };
  return { content, unsubscribeUrl: token && toSiteUrl(`/api/mail/unsubscribe?token=${token}`) };
}
