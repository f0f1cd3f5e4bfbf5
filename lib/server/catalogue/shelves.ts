import { z } from "zod";
import type { Facet, Picture } from "@/lib/shared/catalogue";
import { toDate, toDay } from "@/lib/shared/day";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { toPicture } from "./media";
import { priceJoins } from "./price-joins";

/** A row of games in the shop window. */
export type Shelf = "featured" | "popular" | "trending" | "coming_soon";

/** Ids of the base games on a shelf, in its order. */
export async function listShelfIds(db: Db, shelf: Shelf, take: number, now: Date): Promise<string[]> {
  const today = toDate(toDay(now));
  const onSale = { status: "published", kind: "base" } as const;
  const plans = {
    featured: { where: { ...onSale, featuredRank: { not: null } }, orderBy: [{ featuredRank: "asc" }] },
    popular: { where: { ...onSale, releaseDate: { lte: today } }, orderBy: [{ popularity: "desc" }, { id: "asc" }] },
    trending: {
      where: { ...onSale, releaseDate: { lte: today }, trend: { gt: 0 } },
      orderBy: [{ trend: "desc" }, { id: "asc" }],
    },
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

const facetsSchema = z.array(z.object({ slug: z.string(), name: z.string(), gameCount: z.int() }));

/** Genres that hold a published game, largest first. */
async function listGenreFacets(db: Db): Promise<Facet[]> {
  const rows = await db.$queryRaw`
    SELECT f.slug, f.name, count(*)::int AS "gameCount"
    FROM genres f JOIN game_genres l ON l.genre_id = f.id JOIN games g ON g.id = l.game_id
    WHERE g.status = 'published' GROUP BY f.id ORDER BY "gameCount" DESC, f.name`;
  return facetsSchema.parse(rows);
}

/** Wide pictures that each genre's tile may choose from. */
const CANDIDATES = 8;

const candidatesSchema = z.array(z.object({ slug: z.string(), mediaId: z.string() }));

/** A genre with a picture of one of its most sold games. */
export type FacetTile = Facet & { picture: Picture | null };

/** Gives each tile the best picture that no tile before it has. */
function choosePictures(slugs: string[], candidates: z.output<typeof candidatesSchema>): Map<string, string> {
  const chosen = new Map<string, string>();
  const taken = new Set<string>();
  for (const slug of slugs) {
    const own = candidates.filter((candidate) => candidate.slug === slug);
    const best = own.find(({ mediaId }) => !taken.has(mediaId)) ?? own[0];
    if (!best) continue;
    taken.add(best.mediaId);
    chosen.set(slug, best.mediaId);
  }
  return chosen;
}

/** Genres that hold a published game, largest first, each with a picture. */
export async function listGenreTileFacets(db: Db): Promise<FacetTile[]> {
  const genres = await listGenreFacets(db);
  const raw = await db.$queryRaw`
    SELECT slug, "mediaId" FROM (
      SELECT f.slug, m.id::text AS "mediaId",
        row_number() OVER (PARTITION BY f.id ORDER BY g.popularity DESC, g.id, m.position) AS place
      FROM media m JOIN games g ON g.id = m.game_id
      JOIN game_genres l ON l.game_id = g.id JOIN genres f ON f.id = l.genre_id
      WHERE m.kind = 'hero' AND m.storage_key IS NOT NULL AND g.status = 'published'
    ) ranked WHERE place <= ${CANDIDATES} ORDER BY slug, place`;
  const chosen = choosePictures(
    genres.map((genre) => genre.slug),
    candidatesSchema.parse(raw),
  );
  const media = await db.media.findMany({ where: { id: { in: [...chosen.values()] } } });
  const pictures = new Map(media.map((one) => [one.id, toPicture(one)]));
  return genres.map((genre) => ({ ...genre, picture: pictures.get(chosen.get(genre.slug) ?? "") ?? null }));
}
