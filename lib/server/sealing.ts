import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { getSecret } from "./env";

/** What a key is for: no two uses share one. */
export type Purpose = "two-factor" | "second-step" | "link-account" | "recovery-code" | "unsubscribe";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keys = new Map<string, Buffer>();

/** A key of 256 bits for one purpose, derived from NEXTAUTH_SECRET by HKDF: whoever learns it learns no other. */
function deriveKey(purpose: Purpose): Buffer {
  const secret = getSecret("NEXTAUTH_SECRET");
  const name = `${purpose} ${secret}`;
  const known = keys.get(name);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "kratos", purpose, 32));
  keys.set(name, key);
  return key;
}

/** Encrypts a text by AES-256-GCM; `context`, such as whose it is, must be the same when it is opened. */
export function seal(purpose: Purpose, text: string, context = ""): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(purpose), nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString("base64url");
}

/** The text that was sealed; null where it was made for another purpose, context or secret, or was changed. */
export function unseal(purpose: Purpose, sealed: string, context = ""): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv("aes-256-gcm", deriveKey(purpose), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    // What does not authenticate is nothing that we sealed.
    return null;
  }
}

/** HMAC-SHA256 of a text: who does not hold the secret can neither make it nor guess the text behind it. */
export function sign(purpose: Purpose, text: string): string {
  return createHmac("sha256", deriveKey(purpose)).update(text).digest("base64url");
}

/** Whether a signature is that of the text. */
export function isSignedBy(purpose: Purpose, text: string, signature: string): boolean {
  const [right, given] = [Buffer.from(sign(purpose, text)), Buffer.from(signature)];
  return right.length === given.length && timingSafeEqual(right, given);
}
