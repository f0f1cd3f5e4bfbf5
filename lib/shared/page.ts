import { z } from "zod";

/** Largest number of items in one page of a list. */
export const MAX_PAGE_SIZE = 100;

/** Query parameters that every list takes. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(24),
  cursor: z.string().max(500).optional(),
});

/** A page of a list: `nextCursor` is null on the last one. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export type Page<Item> = { items: Item[]; nextCursor: string | null };
