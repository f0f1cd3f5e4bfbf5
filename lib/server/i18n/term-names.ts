import type { Locale } from "@/lib/shared/locale";
import { loadMessages } from "./messages";

/** A value of the store that people choose games by. */
type Term = { slug: string; name: string };

/** What has names in every language; a publisher's name is the same in all. */
export type NamedFacet = "genre" | "category" | "tag" | "platform" | "accessibility";

/** Names terms in a language; one that it has no word for keeps the name that the store gave it. */
export async function createTermNamer(locale: Locale): Promise<(facet: NamedFacet, term: Term) => string> {
  const { taxonomy, terms } = await loadMessages(locale);
  const names: Record<NamedFacet, Record<string, string>> = {
    genre: taxonomy.genres,
    category: taxonomy.categories,
    tag: terms.tags,
    platform: taxonomy.platforms,
    accessibility: taxonomy.accessibility,
  };
  return (facet, { slug, name }) => (Object.hasOwn(names[facet], slug) ? (names[facet][slug] ?? name) : name);
}

type NamedTerm = { facet: NamedFacet | "publisher"; value: string; name: string };

/** The same terms with their names in a language. */
export async function nameTerms<Term extends NamedTerm>(terms: readonly Term[], locale: Locale): Promise<Term[]> {
  const nameOf = await createTermNamer(locale);
  return terms.map((term) => {
    const { facet, value: slug, name } = term;
    return facet === "publisher" ? term : { ...term, name: nameOf(facet, { slug, name }) };
  });
}

/** What a genre or category is about in a language; undefined where nobody has written it. */
export async function findTermText(
  locale: Locale,
  facet: "genre" | "category",
  slug: string,
): Promise<string | undefined> {
  const { terms } = await loadMessages(locale);
  const texts: Record<string, string> = facet === "genre" ? terms.genreTexts : terms.categoryTexts;
  return Object.hasOwn(texts, slug) ? texts[slug] : undefined;
}
