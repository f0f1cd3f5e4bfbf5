/** Orders of the catalogue; `relevance` holds for a search only and is its default. */
export const GAME_SORTS = [
  "popular",
  "newest",
  "rating",
  "discount",
  "price_asc",
  "price_desc",
  "title",
  "relevance",
] as const;

export type GameSort = (typeof GAME_SORTS)[number];
