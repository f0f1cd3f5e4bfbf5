import { useLocale } from "next-intl";

/** Names languages in the page's language; one that is no BCP 47 code keeps the name that the catalogue gave it. */
export function useLanguageName(): (language: { code: string; name: string }) => string {
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  return ({ code, name }) => {
    try {
      const own = names.of(code);
      return own ? own.charAt(0).toLocaleUpperCase(locale) + own.slice(1) : name;
    } catch {
      // Imported catalogues name languages by whatever they like.
      return name;
    }
  };
}
