import { getEnv } from "../env";
import { findMailSettings, type MailSettings, sendMail, toMailHost } from "../mail/mailer";
import { type News, toMail, toNewsId, toPayload } from "./news";
import { postWebhook, type Webhook } from "./webhook";

/** A way to the operators; `send` throws where the news may not have arrived. */
export type Channel = { name: "mail" | "webhook"; send(news: News): Promise<void> };

/** Tells the operators by mail; `to` are addresses with commas between. */
export function mailChannel(to: string, settings: MailSettings, storeUrl: string | undefined): Channel {
  const host = toMailHost(settings);
  return {
    name: "mail",
    send: (news) => sendMail({ to, ...toMail(news, storeUrl), id: `${toNewsId(news)}@${host}` }, settings),
  };
}

/** Tells a program of the operators', such as a chat or a pager. */
export function webhookChannel(webhook: Webhook, storeUrl: string | undefined): Channel {
  return {
    name: "webhook",
    send: (news) => postWebhook(webhook, { id: toNewsId(news), body: toPayload(news, storeUrl) }),
  };
}

/** The channels that the settings name; none is fine: alerts then show in the admin and in health only. */
export function listChannels(): Channel[] {
  const { ALERT_EMAIL_TO, ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SECRET, NEXTAUTH_URL } = getEnv();
  const mail = findMailSettings();
  return [
    ...(ALERT_EMAIL_TO && mail ? [mailChannel(ALERT_EMAIL_TO, mail, NEXTAUTH_URL)] : []),
    ...(ALERT_WEBHOOK_URL
      ? [webhookChannel({ url: ALERT_WEBHOOK_URL, secret: ALERT_WEBHOOK_SECRET }, NEXTAUTH_URL)]
      : []),
  ];
}
