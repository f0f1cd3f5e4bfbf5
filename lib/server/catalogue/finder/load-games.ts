import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../../db";
import type { GameFacts } from "./game-table";
import { FIXED_TERMS, type Term, TermBook } from "./terms";

/** Games that one row of the answer holds: parsing one of that many keeps the process from answering for some ms. */
const CHUNK = 2000;

const termsSchema = z.array(
  z.object({
    facet: z.enum(["genre", "category", "tag", "platform", "language", "accessibility", "publisher"]),
    id: z.string(),
    value: z.string(),
    name: z.string(),
    folded: z.string(),
  }),
);

/** Every word that games are narrowed by; publishers, of which there may be many, come last. */
export async function loadTerms(db: Db): Promise<TermBook> {
  const rows = await db.$queryRaw`
    SELECT facet, id, value, name, search_fold(name) AS folded FROM (
      SELECT 1 AS place, 'genre' AS facet, id::text, slug AS value, name FROM genres
      UNION ALL SELECT 2, 'category', id::text, slug, name FROM categories
      UNION ALL SELECT 3, 'tag', id::text, slug, name FROM tags
      UNION ALL SELECT 4, 'platform', id::text, slug, name FROM platforms
      UNION ALL SELECT 5, 'language', code, code, name FROM languages
      UNION ALL SELECT 6, 'accessibility', id::text, slug, name FROM accessibility_features
      UNION ALL SELECT 7, 'publisher', id::text, slug, name FROM publishers
    ) terms ORDER BY place, id`;
  const terms: Term[] = termsSchema.parse(rows);
  return new TermBook([...FIXED_TERMS, ...terms]);
}

function linked(table: string, column: string, only: Prisma.Sql): Prisma.Sql {
  const [from, wanted] = [Prisma.raw(table), Prisma.raw(column)];
  return Prisma.sql`LEFT JOIN (
    SELECT game_id, json_agg(${wanted}) AS ids FROM ${from} ${only} GROUP BY game_id
  ) ${from} ON ${from}.game_id = g.id`;
}

/**
 * Facts of the published games among the ids, or of all, `CHUNK` at a time. The rows are put together as JSON by the
 * database: reading a hundred thousand rows column by column takes the process several times as long.
 */
export async function loadFacts(db: Db, ids: readonly string[] | null, now: Date): Promise<GameFacts[]> {
  const only = ids ? Prisma.sql`WHERE game_id = ANY(${ids}::uuid[])` : Prisma.empty;
  const onlyGames = ids ? Prisma.sql`AND g.id = ANY(${ids}::uuid[])` : Prisma.empty;
  const links = [
    linked("game_genres", "genre_id", only),
    linked("game_categories", "category_id", only),
    linked("game_tags", "tag_id", only),
    linked("game_platforms", "platform_id", only),
    linked("game_languages", "language_code", only),
    linked("game_accessibility", "feature_id", only),
  ];
  const rows = await db.$queryRaw<{ games: string }[]>`
    SELECT json_agg(json_build_object(
      'ordinal', s.ordinal, 'id', g.id, 'kind', g.kind, 'titleKey', coalesce(nullif(s.title_key, ''), lower(left(g.title, 200))),
      'popularity', g.popularity, 'reviewCount', g.review_count, 'positiveCount', g.positive_count,
      'ratingAverage', g.rating_average, 'releaseDay', g.release_date - DATE '1970-01-01', 'publisherId', g.publisher_id,
      'currency', g.currency, 'prices', coalesce(prices.cents, '{}'), 'offers', coalesce(offers.offers, '[]'),
      'genres', coalesce(game_genres.ids, '[]'), 'categories', coalesce(game_categories.ids, '[]'),
      'tags', coalesce(game_tags.ids, '[]'), 'platforms', coalesce(game_platforms.ids, '[]'),
      'languages', coalesce(game_languages.ids, '[]'), 'accessibility', coalesce(game_accessibility.ids, '[]')
    ))::text AS games
    FROM games g JOIN game_search s ON s.game_id = g.id
    LEFT JOIN (
      SELECT game_id, json_object_agg(currency, price_cents) AS cents FROM game_prices ${only} GROUP BY game_id
    ) prices ON prices.game_id = g.id
    LEFT JOIN (
      SELECT game_id, json_agg(json_build_object('discountPercent', discount_percent,
        'startsAtMs', round(extract(epoch FROM starts_at) * 1000), 'endsAtMs', round(extract(epoch FROM ends_at) * 1000))) AS offers
      FROM promotion_games JOIN promotions p ON p.id = promotion_id AND p.status = 'published' AND p.ends_at > ${now}
      ${only} GROUP BY game_id
    ) offers ON offers.game_id = g.id
    ${Prisma.join(links, " ")}
    WHERE g.status = 'published' ${onlyGames}
    GROUP BY s.ordinal / ${CHUNK}`;
  const facts: GameFacts[] = [];
  for (const { games } of rows) {
    // Our own query made it: checking each field of a hundred thousand rows would take longer than reading them.
    facts.push(...(JSON.parse(games) as GameFacts[]));
    await setImmediate();
  }
  return facts;
}
