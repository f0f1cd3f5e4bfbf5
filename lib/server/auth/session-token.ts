import { decode, type JWT } from "next-auth/jwt";
import { z } from "zod";
import { getEnv, getSecret } from "../env";

/** Days until a session ends, however much it is used. */
export const SESSION_DAYS = 30;

const claimsSchema = z.object({ sid: z.uuid() });

/** True when the site is served over https, so that cookies must be. */
export function isSecureSite(): boolean {
  return getEnv().NEXTAUTH_URL?.startsWith("https://") ?? Boolean(process.env.VERCEL);
}

/** Name of the cookie that holds next-auth's encrypted token. */
export function sessionCookieName(): string {
  return `${isSecureSite() ? "__Secure-" : ""}next-auth.session-token`;
}

/** Name of the cookie in which next-auth keeps where to go after signing in. */
export function callbackCookieName(): string {
  return `${isSecureSite() ? "__Secure-" : ""}next-auth.callback-url`;
}

/** The value of a cookie in a `Cookie` header. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [key, ...value] = pair.split("=");
    if (key?.trim() === name) return value.join("=").trim();
  }
  return undefined;
}

/** The id of the session row that a decrypted token names. */
export function toSessionId(token: JWT | null | undefined): string | null {
  return claimsSchema.safeParse(token).data?.sid ?? null;
}

/** Decrypts a session cookie; null when it is not one of ours or past its time. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    return toSessionId(await decode({ token: cookie, secret: getSecret("NEXTAUTH_SECRET") }));
  } catch {
    // A cookie that does not decrypt (old secret, tampering) is the same as none.
    return null;
  }
}
