import { z } from "zod";
import type { Day } from "./day";
import { daySchema } from "./day-schema";

/** From this minimum age on a game's page asks how old its visitor is. */
export const GATED_AGE = 18;

/** Name of the cookie that keeps the age that a visitor gave. */
export const AGE_COOKIE = "kratos_age";

const MAX_AGE = 130;

/** An age in whole years. */
export const ageSchema = z.coerce.number().int().min(0).max(MAX_AGE);

/** Full years on a day since the day of birth; who was born on 29 February grows older on 1 March in other years. */
export function computeAge(birthDay: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return today.slice(5) < birthDay.slice(5) ? years - 1 : years;
}

const digits = z.string().trim().regex(/^\d+$/);

/** A date of birth in three fields, as a form sends it; a day that no calendar has, or none of a living person's, is refused. */
const birthDateSchema = z
  .object({ year: digits.length(4), month: digits.max(2), day: digits.max(2) })
  .transform(({ year, month, day }) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
  .pipe(daySchema);

/** The age by a form's fields; null where they are no date of birth of somebody alive. */
export function readAge(fields: unknown, today: Day): number | null {
  const birthDay = birthDateSchema.safeParse(fields);
  if (!birthDay.success) return null;
  return ageSchema.safeParse(computeAge(birthDay.data, today)).data ?? null;
}

/** Whether a page is shown: at once, after its visitor said how old they are, or not to who said so. */
export type AgeGate = "open" | "ask" | "refused";

/** Decides by what is known of the visitor's age. Crawlers are not asked, as search engines want it. */
export function decideAgeGate(visit: { minimumAge: number; knownAge: number | null; isCrawler: boolean }): AgeGate {
  const { minimumAge, knownAge, isCrawler } = visit;
  if (minimumAge < GATED_AGE || isCrawler) return "open";
  if (knownAge === null) return "ask";
  return knownAge >= minimumAge ? "open" : "refused";
}
