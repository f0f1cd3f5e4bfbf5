import { z } from "zod";
import { listGameCards } from "@/lib/server/catalogue/cards";
import { getDb } from "@/lib/server/db";
import { handler } from "@/lib/server/http/handler";
import { gamePageSchema } from "@/lib/shared/catalogue";
import { type GameQuery, gameQuerySchema } from "@/lib/shared/catalogue-query";
import { Prisma } from "@/prisma/generated/client";

/** The usual way: ILIKE over names, EXISTS for each filter, OFFSET for the page, COUNT(*) for the total and each facet. */
const LINKS = [
  ["genre", "game_genres", "genre_id", "genres"],
  ["category", "game_categories", "category_id", "categories"],
  ["tag", "game_tags", "tag_id", "tags"],
  ["platform", "game_platforms", "platform_id", "platforms"],
] as const;

type Link = (typeof LINKS)[number];

const AMOUNT = Prisma.sql`(SELECT p.price_cents * (100 - coalesce((
    SELECT max(pg.discount_percent) FROM promotion_games pg JOIN promotions pr ON pr.id = pg.promotion_id
    WHERE pg.game_id = g.id AND pr.status = 'published' AND now() BETWEEN pr.starts_at AND pr.ends_at
  ), 0)) / 100 FROM game_prices p WHERE p.game_id = g.id AND p.currency = 'USD')`;

const ORDERS: Record<string, Prisma.Sql> = {
  popular: Prisma.sql`g.popularity DESC`,
  newest: Prisma.sql`g.release_date DESC`,
  rating: Prisma.sql`g.positive_count * 1.0 / greatest(1, g.review_count) DESC`,
  title: Prisma.sql`lower(g.title)`,
  price_asc: Prisma.sql`${AMOUNT}`,
  price_desc: Prisma.sql`${AMOUNT} DESC`,
};

function toConditions(query: GameQuery, except?: string): Prisma.Sql {
  const conditions = [Prisma.sql`g.status = 'published'`];
  if (query.q) {
    const pattern = `%${query.q}%`;
    conditions.push(Prisma.sql`(g.title ILIKE ${pattern} OR g.short_description ILIKE ${pattern}
      OR EXISTS (SELECT FROM publishers p WHERE p.id = g.publisher_id AND p.name ILIKE ${pattern}))`);
  }
  for (const [facet, links, id, terms] of LINKS) {
    if (query[facet].length === 0 || facet === except) continue;
    conditions.push(Prisma.sql`EXISTS (SELECT FROM ${Prisma.raw(links)} l JOIN ${Prisma.raw(terms)} t
      ON t.id = l.${Prisma.raw(id)} WHERE l.game_id = g.id AND t.slug = ANY(${query[facet]}))`);
  }
  if (query.priceMaxCents !== undefined) conditions.push(Prisma.sql`${AMOUNT} <= ${query.priceMaxCents}`);
  return Prisma.join(conditions, " AND ");
}

function countFacet([facet, links, id, terms]: Link, query: GameQuery) {
  return getDb().$queryRaw`
    SELECT t.slug, count(*)::int AS count FROM games g JOIN ${Prisma.raw(links)} l ON l.game_id = g.id
    JOIN ${Prisma.raw(terms)} t ON t.id = l.${Prisma.raw(id)} WHERE ${toConditions(query, facet)}
    GROUP BY t.slug ORDER BY count DESC`;
}

const pagedSchema = gameQuerySchema.safeExtend({ offset: z.coerce.number().default(0) });

/** A page by OFFSET with the exact total. */
export const listNaively = handler(
  { access: "public", query: pagedSchema, output: gamePageSchema },
  async ({ query, db }) => {
    const order = ORDERS[query.sort ?? "popular"] ?? Prisma.sql`g.popularity DESC`;
    const [rows] = await Promise.all([
      db.$queryRaw<{ id: string }[]>`SELECT g.id::text FROM games g WHERE ${toConditions(query)}
        ORDER BY ${order} OFFSET ${query.offset} LIMIT ${query.limit}`,
      db.$queryRaw`SELECT count(*)::int FROM games g WHERE ${toConditions(query)}`,
    ]);
    const ids = rows.map((row) => row.id);
    return { items: await listGameCards(db, ids, { now: new Date(), currency: "USD" }), nextCursor: null };
  },
);

/** Each facet counted by itself. */
export const countNaively = handler(
  { access: "public", query: gameQuerySchema, output: z.array(z.unknown()) },
  ({ query }) => Promise.all(LINKS.map((link) => countFacet(link, query))),
);
