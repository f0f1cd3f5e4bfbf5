import type { Locale } from "@/lib/shared/locale";

/** Names languages in a language, such as `Español`; what is no BCP 47 code keeps the name that the catalogue gave it. */
export function createLanguageNamer(locale: Locale): (code: string, ownName: string) => string {
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  return (code, ownName) => {
    try {
      const name = names.of(code);
      return name ? name.charAt(0).toLocaleUpperCase(locale) + name.slice(1) : ownName;
    } catch {
      // Imported catalogues name languages by whatever they like.
      return ownName;
    }
  };
}
