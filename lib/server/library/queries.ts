import { z } from "zod";
import type { LibraryGame, LibraryQuery } from "@/lib/shared/library";
import type { Page } from "@/lib/shared/page";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { mediaSelect, toPicture } from "../catalogue/media";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { escapeLike } from "../escape-like";

const libraryInclude = {
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

function toLibraryGame({ gameId, grantedAt, game, orderItem }: LibraryRow): LibraryGame {
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

const cursorSchema = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

function toFilter(cursor: string | undefined): Prisma.EntitlementWhereInput {
  if (cursor === undefined) return {};
  const parsed = cursorSchema.safeParse(cursor.split("."));
  if (!parsed.success)
    throw new AppError("invalid_input", "cursor: is not a cursor of this list", {
      fields: { cursor: "is not a cursor of this list" },
    });
  const grantedAt = new Date(parsed.data[0]);
  return { OR: [{ grantedAt: { lt: grantedAt } }, { grantedAt, gameId: { gt: parsed.data[1] } }] };
}

/** `%` and `_` mean themselves in what people type. */
function toTitleFilter(text: string | undefined): Prisma.EntitlementWhereInput {
  if (!text) return {};
  const contains = escapeLike(text);
  return { game: { title: { contains, mode: "insensitive" } } };
}

/** The games that a user owns, latest first; revoked ones are not among them. */
export async function listLibrary(
  owner: Pick<Actor, "userId">,
  query: LibraryQuery,
  db: Db = getDb(),
): Promise<Page<LibraryGame>> {
  const rows = await db.entitlement.findMany({
    where: { AND: [{ userId: owner.userId, revokedAt: null }, toTitleFilter(query.q), toFilter(query.cursor)] },
    orderBy: [{ grantedAt: "desc" }, { gameId: "asc" }],
    take: query.limit + 1,
    include: libraryInclude,
  });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map(toLibraryGame),
    nextCursor: last ? `${last.grantedAt.getTime()}.${last.gameId}` : null,
  };
}

/** Which of the games a user owns. */
export async function listOwnedGameIds(db: Db, userId: string, gameIds: readonly string[]): Promise<Set<string>> {
  if (gameIds.length === 0) return new Set();
  const where = { userId, gameId: { in: [...gameIds] }, revokedAt: null };
  const owned = await db.entitlement.findMany({ where, select: { gameId: true } });
  return new Set(owned.map(({ gameId }) => gameId));
}

/** Which of the games a visitor owns; none where nobody is signed in. */
export async function listOwnedAmong(
  actor: Pick<Actor, "userId"> | null,
  gameIds: readonly string[],
): Promise<Set<string>> {
  return actor ? listOwnedGameIds(getDb(), actor.userId, gameIds) : new Set();
}
