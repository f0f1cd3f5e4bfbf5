import type { Locale } from "@/lib/shared/locale";

/** What a language is called in another one, such as `Spanish`; a code that nobody knows stays as it is. */
export function nameLanguage(code: string, locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: "language", fallback: "code" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
