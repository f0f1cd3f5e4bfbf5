import { getEnv } from "../env";
import { isGuestToken } from "./owner";

/** Name of the cookie that a guest's cart is found by. */
export const GUEST_CART_COOKIE = "kratos_cart";

const MAX_AGE_SECONDS = 60 * 60 * 24 * 90;

/** The guest's token in a request's cookies; null without one, or where it cannot be ours. */
export function findGuestToken(request: Request): string | null {
  const cookies = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const prefix = `${GUEST_CART_COOKIE}=`;
  const value = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  return value && isGuestToken(value) ? value : null;
}

function toSetCookie(value: string, maxAgeSeconds: number): string {
  const secure = getEnv().NEXTAUTH_URL?.startsWith("https://") ? "; Secure" : "";
  return `${GUEST_CART_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

/** Header that keeps a guest's token in the browser, out of the reach of scripts. */
export function keepGuestToken(token: string): Record<string, string> {
  return { "set-cookie": toSetCookie(token, MAX_AGE_SECONDS) };
}

/** Header that removes the token of a cart that was merged. */
export function dropGuestToken(): Record<string, string> {
  return { "set-cookie": toSetCookie("", 0) };
}
