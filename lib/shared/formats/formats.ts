import type { Locale } from "../locale";
import { createDayFormats } from "./day-formats";
import { createNumberFormats } from "./number-formats";
import { createSizeFormats } from "./size-formats";
import { createSpanFormats } from "./span-formats";

function createFormats(locale: Locale) {
  return {
    ...createNumberFormats(locale),
    ...createDayFormats(locale),
    ...createSpanFormats(locale),
    ...createSizeFormats(locale),
  };
}

/** How numbers, money, days, spans of time and sizes are written in a language. */
export type Formats = ReturnType<typeof createFormats>;

const byLocale = new Map<Locale, Formats>();

/** The formats of a language; each `Intl` format is made once, when it is used first: all of them take 20 ms to make. */
export function toFormats(locale: Locale): Formats {
  const known = byLocale.get(locale);
  if (known) return known;
  const made = createFormats(locale);
  byLocale.set(locale, made);
  return made;
}
