/** Facets whose values have a page of their own. */
export const PAGE_FACETS = ["genre", "category", "tag", "publisher"] as const;

export type PageFacet = (typeof PAGE_FACETS)[number];

/** Addresses of the pages with all genres, categories, tags and publishers, without the language. */
export const TERM_INDEX_PATHS: Record<PageFacet, string> = {
  genre: "/genres",
  category: "/categories",
  tag: "/tags",
  publisher: "/publishers",
};

/** Address of a genre's, category's, tag's or publisher's page, without the language. */
export function toTermPath(facet: PageFacet, slug: string): string {
  return `${TERM_INDEX_PATHS[facet]}/${slug}`;
}

/** Address of a game's page, without the language. */
export function toGamePath(slug: string): string {
  return `/games/${slug}`;
}

/** Address of a bundle's page, without the language. */
export function toBundlePath(slug: string): string {
  return `/bundles/${slug}`;
}
