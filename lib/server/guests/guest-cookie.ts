import { isSecureSite, readCookie } from "../auth/session-token";
import { isGuestToken } from "./shopper";

/** Name of the cookie that a guest's cart and wishlist are found by. */
export const GUEST_COOKIE = "kratos_guest";

const MAX_AGE_SECONDS = 60 * 60 * 24 * 90;

/** The token in a cookie's value; null without one, or where it cannot be ours. */
export function toGuestToken(value: string | undefined): string | null {
  return value && isGuestToken(value) ? value : null;
}

/** The guest's token in a request's cookies. */
export function findGuestToken(request: Request): string | null {
  return toGuestToken(readCookie(request.headers.get("cookie"), GUEST_COOKIE));
}

function toSetCookie(value: string, maxAgeSeconds: number): string {
  const secure = isSecureSite() ? "; Secure" : "";
  return `${GUEST_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

/** Header that keeps a guest's token in the browser, out of the reach of scripts. */
export function keepGuestToken(token: string): Record<string, string> {
  return { "set-cookie": toSetCookie(token, MAX_AGE_SECONDS) };
}

/** Header that removes the token of a guest whose things were merged. */
export function dropGuestToken(): Record<string, string> {
  return { "set-cookie": toSetCookie("", 0) };
}
