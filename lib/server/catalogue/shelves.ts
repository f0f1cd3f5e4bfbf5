import { z } from "zod";
import type { Facet, Picture } from "@/lib/shared/catalogue";
import { toDate, toDay } from "@/lib/shared/day";
import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { toPicture } from "./media";
import { priceJoins } from "./sorts";

/** A row of games in the shop window. */
export type Shelf = "featured" | "popular" | "new" | "coming_soon";

/** Ids of the base games on a shelf, in its order. */
export async function listShelfIds(db: Db, shelf: Shelf, take: number, now: Date): Promise<string[]> {
  const today = toDate(toDay(now));
  const onSale = { status: "published", kind: "base" } as const;
  const plans = {
    featured: { where: { ...onSale, featuredRank: { not: null } }, orderBy: [{ featuredRank: "asc" }] },
    popular: { where: { ...onSale, releaseDate: { lte: today } }, orderBy: [{ popularity: "desc" }, { id: "asc" }] },
    new: { where: { ...onSale, releaseDate: { lte: today } }, orderBy: [{ releaseDate: "desc" }, { id: "asc" }] },
    coming_soon: { where: { ...onSale, releaseDate: { gt: today } }, orderBy: [{ releaseDate: "asc" }, { id: "asc" }] },
  } satisfies Record<Shelf, Prisma.GameFindManyArgs>;
  const { where, orderBy }: Prisma.GameFindManyArgs = plans[shelf];
  const rows = await db.game.findMany({ where, orderBy, take, select: { id: true } });
  return rows.map((row) => row.id);
}

const idRowsSchema = z.array(z.object({ id: z.string() }));

/** Ids of the games with a promotion in force, those that sell most first. */
export async function listDealIds(db: Db, take: number, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw`
    SELECT g.id::text AS id FROM games g ${priceJoins(now)}
    WHERE g.status = 'published' AND list.price_cents > 0 AND offers.discount_percent > 0
    ORDER BY (g.popularity + 1) * offers.discount_percent DESC, g.id
    LIMIT ${take}`;
  return idRowsSchema.parse(rows).map((row) => row.id);
}

/** Ids of the base games that share most genres and tags with a game, those that sell most first. */
export async function listSimilarIds(db: Db, gameId: string, take: number): Promise<string[]> {
  const rows = await db.$queryRaw`
    WITH shared AS (
      SELECT other.game_id, 3 AS weight FROM game_genres own JOIN game_genres other ON other.genre_id = own.genre_id
      WHERE own.game_id = ${gameId}::uuid
      UNION ALL
      SELECT other.game_id, 1 FROM game_tags own JOIN game_tags other ON other.tag_id = own.tag_id
      WHERE own.game_id = ${gameId}::uuid
    )
    SELECT g.id::text AS id FROM shared JOIN games g ON g.id = shared.game_id
    WHERE g.id <> ${gameId}::uuid AND g.status = 'published' AND g.kind = 'base'
    GROUP BY g.id ORDER BY sum(shared.weight) DESC, g.popularity DESC, g.id
    LIMIT ${take}`;
  return idRowsSchema.parse(rows).map((row) => row.id);
}

const facetRowsSchema = z.array(
  z.object({ slug: z.string(), name: z.string(), gameCount: z.int(), pictureId: z.string().nullable() }),
);

/** A genre or category with a picture of its most sold game. */
export type FacetTile = Facet & { picture: Picture | null };

type FacetTables = { facets: Prisma.Sql; links: Prisma.Sql; key: Prisma.Sql };

const facetTables = {
  genre: { facets: Prisma.sql`genres`, links: Prisma.sql`game_genres`, key: Prisma.sql`genre_id` },
  category: { facets: Prisma.sql`categories`, links: Prisma.sql`game_categories`, key: Prisma.sql`category_id` },
} satisfies Record<string, FacetTables>;

/** Genres or categories that hold a game on sale, largest first, each with a picture. */
export async function listFacetTiles(db: Db, facet: keyof typeof facetTables): Promise<FacetTile[]> {
  const { facets, links, key } = facetTables[facet];
  const raw = await db.$queryRaw`
    SELECT f.slug, f.name, count(*)::int AS "gameCount", (
      SELECT m.id::text FROM media m JOIN ${links} l2 ON l2.game_id = m.game_id JOIN games g2 ON g2.id = m.game_id
      WHERE l2.${key} = f.id AND m.kind = 'hero' AND m.storage_key IS NOT NULL AND g2.status = 'published'
      ORDER BY g2.popularity DESC, g2.id, m.position LIMIT 1
    ) AS "pictureId"
    FROM ${facets} f JOIN ${links} l ON l.${key} = f.id JOIN games g ON g.id = l.game_id
    WHERE g.status = 'published'
    GROUP BY f.id ORDER BY "gameCount" DESC, f.name`;
  const rows = facetRowsSchema.parse(raw);
  const ids = rows.flatMap((row) => row.pictureId ?? []);
  const media = await db.media.findMany({ where: { id: { in: ids } } });
  const pictures = new Map(media.map((one) => [one.id, toPicture(one)]));
  return rows.map(({ pictureId, ...row }) => ({ ...row, picture: (pictureId && pictures.get(pictureId)) || null }));
}
