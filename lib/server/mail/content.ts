/** A game or another thing that a mail is about. */
export type MailItem = { title: string; text: string; url: string; imageUrl?: string };

/** What stands in a mail, in its reader's language and not yet escaped for anything. */
export type MailContent = {
  locale: string;
  subject: string;
  paragraphs: string[];
  items: MailItem[];
  action: { text: string; url: string; hint: string } | null;
  /** Small print under the rest. */
  note: string | null;
  footer: string;
  links: { text: string; url: string }[];
};

/** A mail as plain text. */
export function toPlainText(content: MailContent): string {
  const { paragraphs, items, action, note, footer, links } = content;
  const parts = [
    ...paragraphs,
    ...items.map(({ title, text, url }) => `* ${title}\n  ${text}\n  ${url}`),
    ...(action ? [`${action.text}:\n${action.url}`] : []),
    ...(note ? [note] : []),
    ["--", footer, ...links.map(({ text, url }) => `${text}: ${url}`)].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}
