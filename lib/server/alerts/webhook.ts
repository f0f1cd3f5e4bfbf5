import { createHmac } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

/** Where to post, and the secret that shows the receiver who did. */
export type Webhook = { url: string; secret: string | undefined };

/** A message to post: `id` lets the receiver tell a second copy from a second message. */
export type WebhookMessage = { id: string; body: string };

const TIMEOUT_MS = 5_000;

/** Waits before the second and the third attempt. */
const RETRY_DELAYS_MS = [250, 1_000];

/**
 * The signature of a message: HMAC-SHA256, in hex, over the moment (seconds since 1970), a dot and the body. The
 * receiver computes the same and refuses moments long ago, so that nobody sends it an old message again.
 */
export function signWebhook(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
}

/** Whether the receiver may take it on another attempt. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

async function post({ url, secret }: Webhook, { id, body }: WebhookMessage): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "user-agent": "kratos-alerts",
    "x-kratos-id": id,
    "x-kratos-timestamp": timestamp,
  };
  if (secret) headers["x-kratos-signature"] = signWebhook(secret, timestamp, body);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, { method: "POST", headers, body, redirect: "error", signal });
  await response.body?.cancel();
  return response.status;
}

/** Posts a message, again where it may help; throws where it was not taken. */
export async function postWebhook(webhook: Webhook, message: WebhookMessage): Promise<void> {
  for (const delayMs of [...RETRY_DELAYS_MS, null]) {
    const outcome = await post(webhook, message).catch((error: unknown) => ({ error }));
    if (typeof outcome === "number" && outcome < 300) return;
    const isFinal = typeof outcome === "number" && !isPassing(outcome);
    if (isFinal || delayMs === null) {
      throw typeof outcome === "number"
        ? new Error(`the webhook answered ${outcome}`)
        : new Error("the webhook could not be reached", { cause: outcome.error });
    }
    await wait(delayMs);
  }
}
