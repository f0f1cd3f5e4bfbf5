import { useTranslations } from "next-intl";

type Term = { slug: string; name: string };

/**
 * Names genres in the page's language, for components of the server and of the browser that are not async; the latter
 * stand below messages of the namespace `taxonomy`.
 */
export function useGenreName(): (genre: Term) => string {
  const t = useTranslations("taxonomy");
  return ({ slug, name }) => {
    const key = `genres.${slug}` as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key as Parameters<typeof t>[0]) : name;
  };
}
