import { toDay } from "@/lib/shared/day";
import type { DraftPromotion } from "@/lib/shared/forecast-plan";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { memberScope, type Scope, storeScope, toScopeWhere } from "../sales/scope";

/** A game that somebody may ask about, with the scope they ask in. */
export type ForecastGame = { id: string; slug: string; publisherId: string; currency: string; scope: Scope };

async function findGame(scope: Scope, slug: string, db: Db): Promise<ForecastGame> {
  const game = await db.game.findFirst({
    where: { slug, status: { not: "draft" }, ...toScopeWhere(scope) },
    select: { id: true, slug: true, publisherId: true, currency: true },
  });
  if (!game) throw new AppError("not_found", say("errors.noSuchGame"));
  return { ...game, scope };
}

/** Any game, for staff; else `not_found`. */
export async function getStoreGame(actor: Actor, slug: string, db: Db = getDb()): Promise<ForecastGame> {
  return findGame(storeScope(actor), slug, db);
}

/** A game of one's own publishers; anybody else's is `not_found`. */
export async function getPublisherGame(actor: Actor, slug: string, db: Db = getDb()): Promise<ForecastGame> {
  return findGame(await memberScope(actor, db), slug, db);
}

/** Drafts of this game alone: staff see all of them, a publisher's people their publisher's. */
export function toDraftWhere({ id, publisherId, scope }: ForecastGame): Prisma.PromotionWhereInput {
  const ofGame = { some: { gameId: id }, every: { gameId: id } };
  return { status: "draft", games: ofGame, ...(scope.kind === "store" ? {} : { publisherId }) };
}

/** What `toDraft` needs of a promotion. */
export const draftSelect = {
  id: true,
  name: true,
  startsAt: true,
  endsAt: true,
  createdAt: true,
  games: { select: { discountPercent: true } },
} satisfies Prisma.PromotionSelect;

/** A draft's row as it is shown. */
export function toDraft(row: Prisma.PromotionGetPayload<{ select: typeof draftSelect }>): DraftPromotion {
  return {
    id: row.id,
    name: row.name,
    discountPercent: row.games[0]?.discountPercent ?? 0,
    from: toDay(row.startsAt),
    // The end is the first moment without the discount.
    through: toDay(new Date(row.endsAt.getTime() - 1)),
    createdAt: row.createdAt.toISOString(),
  };
}

/** The game's draft promotions, the next to begin first. */
export async function listDrafts(game: ForecastGame, db: Db = getDb()): Promise<{ items: DraftPromotion[] }> {
  const rows = await db.promotion.findMany({
    where: toDraftWhere(game),
    orderBy: [{ startsAt: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    select: draftSelect,
  });
  return { items: rows.map(toDraft) };
}
