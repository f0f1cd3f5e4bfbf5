import type { LibraryFacets, LibraryGame, LibraryQuery } from "@/lib/shared/library";
import type { Page } from "@/lib/shared/page";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { mediaSelect, toPicture } from "../catalogue/media";
import { type Db, getDb } from "../db";
import { getCollection } from "./collections";
import { ownedGames, selectLibraryIds } from "./library-rows";

type Owner = Pick<Actor, "userId">;

/** What `toLibraryGame` needs of an entitlement. */
export const libraryInclude = {
  game: {
    select: {
      slug: true,
      title: true,
      developer: true,
      status: true,
      media: { select: mediaSelect, where: { kind: "cover" }, orderBy: { position: "asc" }, take: 1 },
    },
  },
  orderItem: { select: { orderId: true } },
} satisfies Prisma.EntitlementInclude;

type LibraryRow = Prisma.EntitlementGetPayload<{ include: typeof libraryInclude }>;

/** An entitlement as the library shows it. */
export function toLibraryGame({ gameId, grantedAt, game, orderItem }: LibraryRow): LibraryGame {
  return {
    gameId,
    slug: game.slug,
    title: game.title,
    developer: game.developer,
    cover: toPicture(game.media[0]),
    hasPage: game.status === "published",
    orderId: orderItem?.orderId ?? null,
    grantedAt: grantedAt.toISOString(),
  };
}

/** The games that a user owns, in the order asked for; revoked ones are not among them. */
export async function listLibrary(
  { userId }: Owner,
  query: LibraryQuery,
  db: Db = getDb(),
): Promise<Page<LibraryGame>> {
  if (query.collection) await getCollection({ userId }, query.collection, db);
  const { gameIds, nextCursor } = await selectLibraryIds(db, userId, query);
  const rows = await db.entitlement.findMany({
    where: { userId, gameId: { in: gameIds }, revokedAt: null },
    include: libraryInclude,
  });
  const games = new Map(rows.map((row) => [row.gameId, toLibraryGame(row)]));
  return { items: gameIds.flatMap((gameId) => games.get(gameId) ?? []), nextCursor };
}

type FacetRow = { slug: string; name: string; gameCount: number };

/** What a user's library can be filtered by, most games first. */
export async function getLibraryFacets({ userId }: Owner, db: Db = getDb()): Promise<LibraryFacets> {
  const [gameCount, platforms, genres] = await Promise.all([
    db.entitlement.count({ where: { userId, revokedAt: null } }),
    db.$queryRaw<FacetRow[]>`
      SELECT p.slug, p.name, count(*)::int AS "gameCount"
      FROM (SELECT g.id FROM ${ownedGames(userId)}) own
      JOIN game_platforms gp ON gp.game_id = own.id JOIN platforms p ON p.id = gp.platform_id
      GROUP BY p.id ORDER BY 3 DESC, p.name`,
    db.$queryRaw<FacetRow[]>`
      SELECT t.slug, t.name, count(*)::int AS "gameCount"
      FROM (SELECT g.id FROM ${ownedGames(userId)}) own
      JOIN game_genres gg ON gg.game_id = own.id JOIN genres t ON t.id = gg.genre_id
      GROUP BY t.id ORDER BY 3 DESC, t.name`,
  ]);
  return { gameCount, platforms, genres };
}

/** Which of the games a user owns. */
export async function listOwnedGameIds(db: Db, userId: string, gameIds: readonly string[]): Promise<Set<string>> {
  if (gameIds.length === 0) return new Set();
  const where = { userId, gameId: { in: [...gameIds] }, revokedAt: null };
  const owned = await db.entitlement.findMany({ where, select: { gameId: true } });
  return new Set(owned.map(({ gameId }) => gameId));
}

/** Which of the games a visitor owns; none where nobody is signed in. */
export async function listOwnedAmong(actor: Owner | null, gameIds: readonly string[]): Promise<Set<string>> {
  return actor ? listOwnedGameIds(getDb(), actor.userId, gameIds) : new Set();
}
