import { NOTIFICATION_SETTINGS, type NotificationSetting } from "@/lib/shared/account";
import { isSignedBy, sign } from "../sealing";

/** Whose mail, and of which sort. */
export type Unsubscription = { userId: string; setting: NotificationSetting };

/** A token that ends one sort of mail for one reader, and does nothing else: mail programs send it unasked. */
export function toUnsubscribeToken({ userId, setting }: Unsubscription): string {
  const text = `${userId}.${setting}`;
  return `${text}.${sign("unsubscribe", text)}`;
}

/** What a token ends; null where it is none of ours. */
export function readUnsubscribeToken(token: string): Unsubscription | null {
  const [userId = "", name = "", signature = ""] = token.split(".");
  const setting = NOTIFICATION_SETTINGS.find((known) => known === name);
  return setting && isSignedBy("unsubscribe", `${userId}.${setting}`, signature) ? { userId, setting } : null;
}
