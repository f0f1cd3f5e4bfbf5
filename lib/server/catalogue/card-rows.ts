import { z } from "zod";
import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import type { CardRow } from "./cards";

const namedSchema = z.object({ slug: z.string(), name: z.string() });

const rowSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  kind: z.enum(["base", "edition", "dlc"]),
  shortDescription: z.string(),
  releaseDate: z.coerce.date().nullable(),
  reviewCount: z.int(),
  positiveCount: z.int(),
  ratingAverage: z
    .number()
    .transform((average) => new Prisma.Decimal(average))
    .nullable(),
  currency: z.string(),
  publisher: namedSchema,
  genres: z.array(z.object({ genre: namedSchema })),
  media: z.array(
    z.object({
      kind: z.enum(["cover", "hero"]),
      storageKey: z.string(),
      alt: z.string(),
      width: z.int(),
      height: z.int(),
    }),
  ),
  prices: z.array(z.object({ currency: z.string(), priceCents: z.int() })),
  promotions: z.array(
    z.object({
      discountPercent: z.int(),
      promotion: z.object({ startsAt: z.coerce.date(), endsAt: z.coerce.date() }),
    }),
  ),
});

const answerSchema = z.array(z.object({ row: z.string().transform((text) => rowSchema.parse(JSON.parse(text))) }));

/**
 * What cards of the published games among the ids are made of, by id: what `gameCardSelect` selects, in one question to
 * the database instead of one a relation, since every list asks it.
 */
export async function loadCardRows(db: Db, ids: readonly string[], now: Date): Promise<Map<string, CardRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw`
    SELECT json_build_object(
      'id', g.id, 'slug', g.slug, 'title', g.title, 'kind', g.kind, 'shortDescription', g.short_description,
      'releaseDate', g.release_date, 'reviewCount', g.review_count, 'positiveCount', g.positive_count,
      'ratingAverage', g.rating_average, 'currency', g.currency,
      'publisher', (SELECT json_build_object('slug', p.slug, 'name', p.name) FROM publishers p WHERE p.id = g.publisher_id),
      'genres', coalesce((
        SELECT json_agg(json_build_object('genre', json_build_object('slug', x.slug, 'name', x.name)) ORDER BY x.name)
        FROM game_genres gg JOIN genres x ON x.id = gg.genre_id WHERE gg.game_id = g.id), '[]'),
      'media', coalesce((
        SELECT json_agg(json_build_object('kind', m.kind, 'storageKey', m.storage_key, 'alt', m.alt, 'width', m.width,
          'height', m.height) ORDER BY m.kind, m.position)
        FROM media m WHERE m.game_id = g.id AND m.kind IN ('cover', 'hero') AND m.storage_key IS NOT NULL), '[]'),
      'prices', coalesce((
        SELECT json_agg(json_build_object('currency', x.currency, 'priceCents', x.price_cents))
        FROM game_prices x WHERE x.game_id = g.id), '[]'),
      'promotions', coalesce((
        SELECT json_agg(json_build_object('discountPercent', pg.discount_percent,
          'promotion', json_build_object('startsAt', p.starts_at, 'endsAt', p.ends_at)))
        FROM promotion_games pg JOIN promotions p ON p.id = pg.promotion_id
        WHERE pg.game_id = g.id AND p.status = 'published' AND p.ends_at > ${now}), '[]')
    )::text AS row
    FROM games g WHERE g.id = ANY(${[...ids]}::uuid[]) AND g.status = 'published'`;
  return new Map(answerSchema.parse(rows).map(({ row }) => [row.id, row]));
}
