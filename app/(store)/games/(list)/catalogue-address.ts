import { toHref } from "@/app/_components/page-address";
import { type GameQuery, gameQuerySchema } from "@/lib/shared/catalogue";

/** The part of the address that the catalogue page reads. */
export type CatalogueFilters = Pick<GameQuery, "q" | "genre" | "category" | "sort" | "cursor">;

/** Games on a page: a multiple of 2, 3, 5 and 6, so that rows are full. */
export const PAGE_SIZE = 30;

type Given = Record<string, string | string[] | undefined>;

/** Reads the address, or null where it makes no sense; empty fields of a form count as not given. */
export function parseFilters(given: Given): GameQuery | null {
  const filled = Object.entries(given).filter(([, value]) => value !== "");
  const result = gameQuerySchema.safeParse({ ...Object.fromEntries(filled), limit: PAGE_SIZE });
  return result.success ? result.data : null;
}

/** Address of the catalogue with some filters changed; it starts at the first page unless a cursor is given. */
export function toCatalogueHref(filters: CatalogueFilters, change: Partial<CatalogueFilters> = {}): string {
  const { q, genre, category, sort, cursor } = { ...filters, cursor: undefined, ...change };
  return toHref("/games", { q, genre, category, sort: sort === "relevance" ? undefined : sort, cursor });
}
