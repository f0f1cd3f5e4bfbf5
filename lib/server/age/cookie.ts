import { AGE_COOKIE, ageSchema, GATED_AGE } from "@/lib/shared/age-gate";
import { isSecureSite } from "../auth/session-token";

const DAY_SECONDS = 60 * 60 * 24;

/** The age in a cookie's value; null for anything else. */
export function toKnownAge(value: string | undefined): number | null {
  return value ? (ageSchema.safeParse(value).data ?? null) : null;
}

/**
 * Header that keeps an age in the browser. Who is too young is remembered for a day, so that another date does not
 * open the gate at once; birthdays come.
 */
export function keepAge(age: number): Record<string, string> {
  const maxAge = age >= GATED_AGE ? 365 * DAY_SECONDS : DAY_SECONDS;
  const secure = isSecureSite() ? "; Secure" : "";
  return { "set-cookie": `${AGE_COOKIE}=${age}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}` };
}
