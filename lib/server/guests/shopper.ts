import { createHash, randomBytes } from "node:crypto";

/** Who shops: a user, a guest by the token of the cookie, or a user who still carries a guest's cookie. */
export type Shopper = { userId: string | null; guestToken: string | null };

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new guest's token: 32 random bytes. */
export function createGuestToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether a cookie's value can be a token that this shop gave. */
export function isGuestToken(value: string): boolean {
  return TOKEN.test(value);
}

/** What is stored of a guest's token. */
export function hashGuestToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
