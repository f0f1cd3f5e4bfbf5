import type { LibraryQuery } from "@/lib/shared/library";
import { Prisma } from "@/prisma/generated/client";
import { decodeCursor, encodeCursor, toScope } from "../catalogue/cursor";
import type { Db } from "../db";
import { escapeLike } from "../escape-like";

/** A page's games in order, and where the next page begins. */
export type LibraryIds = { gameIds: string[]; nextCursor: string | null };

type KeyedRow = { id: string; key: number | string };

/** How the library is ordered: by a key, then by the game's id upwards. */
const PLANS = {
  recent: {
    key: Prisma.sql`(extract(epoch FROM e.granted_at) * 1000)::bigint`,
    direction: Prisma.sql`DESC`,
    beyond: Prisma.sql`<`,
    keyType: "number",
  },
  title: {
    key: Prisma.sql`left(lower(g.title), 60)`,
    direction: Prisma.sql`ASC`,
    beyond: Prisma.sql`>`,
    keyType: "string",
  },
} as const;

/** The games of a user's library, `e` and `g`, that a view leaves. */
export function ownedGames(userId: string): Prisma.Sql {
  return Prisma.sql`
    entitlements e JOIN games g ON g.id = e.game_id
    WHERE e.user_id = ${userId}::uuid AND e.revoked_at IS NULL`;
}

function toFilters(userId: string, { q, platform, genre, collection }: LibraryQuery): Prisma.Sql {
  const filters = [Prisma.empty];
  if (q) filters.push(Prisma.sql`AND unaccent(g.title) ILIKE (SELECT unaccent(${`%${escapeLike(q)}%`}))`);
  if (platform) {
    filters.push(Prisma.sql`AND EXISTS (
      SELECT FROM game_platforms gp JOIN platforms p ON p.id = gp.platform_id
      WHERE gp.game_id = g.id AND p.slug = ${platform})`);
  }
  if (genre) {
    filters.push(Prisma.sql`AND EXISTS (
      SELECT FROM game_genres gg JOIN genres t ON t.id = gg.genre_id WHERE gg.game_id = g.id AND t.slug = ${genre})`);
  }
  if (collection) {
    filters.push(Prisma.sql`AND EXISTS (
      SELECT FROM collection_games cg JOIN collections c ON c.id = cg.collection_id
      WHERE cg.game_id = g.id AND c.id = ${collection}::uuid AND c.user_id = ${userId}::uuid)`);
  }
  return Prisma.join(filters, " ");
}

/** One page of a library's games; throws `invalid_input` for a cursor that is not of this list. */
export async function selectLibraryIds(db: Db, userId: string, query: LibraryQuery): Promise<LibraryIds> {
  const { q, sort, platform, genre, collection, limit } = query;
  const { key, direction, beyond, keyType } = PLANS[sort];
  const scope = toScope(["library", userId, sort, q, platform, genre, collection]);
  const from = query.cursor === undefined ? null : decodeCursor(query.cursor, scope, keyType);
  const after = from
    ? Prisma.sql`AND (${key} ${beyond} ${from.key} OR ${key} = ${from.key} AND g.id > ${from.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<KeyedRow[]>`
    SELECT g.id, ${key} AS key FROM ${ownedGames(userId)} ${toFilters(userId, query)} ${after}
    ORDER BY ${key} ${direction}, g.id LIMIT ${limit + 1}`;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    gameIds: rows.slice(0, limit).map(({ id }) => id),
    nextCursor: last ? encodeCursor({ key: toKey(last.key), id: last.id, atMs: 0 }, scope) : null,
  };
}

/** A bigint comes as one from the database. */
function toKey(key: number | string | bigint): number | string {
  return typeof key === "bigint" ? Number(key) : key;
}
