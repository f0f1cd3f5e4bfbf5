import type { PageFacet } from "@/lib/shared/site-paths";
import { Prisma } from "@/prisma/generated/client";

/** Joins the terms `t` of a facet to the games `g` that have them. */
export const TERM_JOINS: Record<PageFacet, Prisma.Sql> = {
  genre: Prisma.sql`genres t JOIN game_genres l ON l.genre_id = t.id JOIN games g ON g.id = l.game_id`,
  category: Prisma.sql`categories t JOIN game_categories l ON l.category_id = t.id JOIN games g ON g.id = l.game_id`,
  tag: Prisma.sql`tags t JOIN game_tags l ON l.tag_id = t.id JOIN games g ON g.id = l.game_id`,
  publisher: Prisma.sql`publishers t JOIN games g ON g.publisher_id = t.id`,
};
