import { listAcceptedLanguages } from "./accepted-languages";

/** Languages of the shop, as BCP 47 codes; the first one has addresses without a prefix. */
export const LOCALES = ["en", "es"] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "en";

/** Cookie that keeps the language of who reads the pages in another one than their browser asks for. */
export const LOCALE_COOKIE = "kratos_locale";

/** What each language calls itself. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", es: "Español" };

/** Whether a text names a language of the shop. */
export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The address of a page in a language: `/games` is `/es/games` in Spanish. */
export function localizePath(path: string, locale: Locale): string {
  if (locale === DEFAULT_LOCALE) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** The language of a page's address and what is left without its prefix. */
export function splitLocale(path: string): { locale: Locale; path: string } {
  const [, first = "", ...rest] = path.split(/[/?#]/u);
  if (!isLocale(first) || first === DEFAULT_LOCALE) return { locale: DEFAULT_LOCALE, path };
  const bare = path.slice(first.length + 1);
  return { locale: first, path: rest.length === 0 || !bare.startsWith("/") ? `/${bare}` : bare };
}

/** The first language of an `Accept-Language` header that the shop has, by its weights; else the default one. */
export function toAcceptedLocale(header: string | null): Locale {
  const bases = listAcceptedLanguages(header).map((tag) => tag.split("-")[0]?.toLowerCase());
  return bases.find(isLocale) ?? DEFAULT_LOCALE;
}
