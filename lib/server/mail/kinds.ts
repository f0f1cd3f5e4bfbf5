import type { NotificationSetting } from "@/lib/shared/account";
import type { Messages } from "@/lib/shared/messages/en";

type Groups = Omit<Messages["mails"], "layout">;

/** Every mail of the shop, by the place of its texts in the messages: `account.verify`. */
export type MailKind = { [Group in keyof Groups]: `${Group}.${Extract<keyof Groups[Group], string>}` }[keyof Groups];

/** Mail that is sent to those who want it, and the setting that says so. */
const SETTINGS: Partial<Record<string, NotificationSetting>> = {
  "wishlist.priceDrop": "priceDrops",
  "wishlist.release": "releases",
  "reviews.reply": "replies",
};

/** Mail with a link that lets its reader in: once it is sent, its words are kept no longer. */
const SECRET_KINDS: readonly MailKind[] = ["account.verify", "account.changeEmail", "account.resetPassword"];

/** The setting by which a reader ends mail of a kind; null for mail that an account cannot do without. */
export function findSetting(kind: MailKind): NotificationSetting | null {
  return SETTINGS[kind] ?? null;
}

/** Whether the words of a mail are a secret between the shop and its reader. */
export function isSecretMail(kind: string): boolean {
  return SECRET_KINDS.some((secret) => secret === kind);
}
