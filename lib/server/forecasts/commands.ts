import { toDay } from "@/lib/shared/day";
import type { DraftPromotion, SaveDraftInput } from "@/lib/shared/forecast-plan";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, getDb, inTransaction } from "../db";
import { AppError } from "../errors";
import { toPlanMoments } from "./day-prices";
import { checkDraftDays, toDraftPercent } from "./draft-rules";
import { draftSelect, type ForecastGame, toDraft, toDraftWhere } from "./queries";

/** Drafts that a game may have from the store, and from its publisher. */
const MAX_DRAFTS = 50;

type Tx = Prisma.TransactionClient;

async function getListPrice(game: ForecastGame, tx: Tx): Promise<{ priceCents: number; currency: string }> {
  const where = { gameId_currency: { gameId: game.id, currency: game.currency } };
  const price = await tx.gamePrice.findUnique({ where, select: { priceCents: true, currency: true } });
  if (!price) throw new AppError("conflict", say("errors.draftNoPrice"));
  return price;
}

async function createDraft(actor: Actor, game: ForecastGame, data: Prisma.PromotionUncheckedCreateInput, tx: Tx) {
  const row = await tx.promotion.create({ data, select: draftSelect });
  const { discountPercent, from, through } = toDraft(row);
  await tx.auditLog.create({
    data: {
      actorId: actor.userId,
      action: "promotion.drafted",
      entity: "promotion",
      entityId: row.id,
      data: { gameSlug: game.slug, name: row.name, discountPercent, from, through },
    },
  });
  return row;
}

/**
 * Saves a plan as a draft promotion, of which the shop knows nothing. The same plan under the same name is the same
 * draft, however often it is sent. `invalid_input` for a plan that no promotion can be.
 */
export function saveDraft(
  actor: Actor,
  game: ForecastGame,
  { name, plan }: SaveDraftInput,
  db: Db = getDb(),
): Promise<DraftPromotion> {
  checkDraftDays(plan, toDay(new Date()));
  return inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('promotion.drafts.' || ${game.id}, 0))::text`;
    const discountPercent = toDraftPercent(plan, await getListPrice(game, tx));
    const publisherId = game.scope.kind === "store" ? null : game.publisherId;
    const moments = toPlanMoments(plan);
    const drafts = await tx.promotion.findMany({
      where: { ...toDraftWhere(game), publisherId },
      select: { ...draftSelect, publisherId: true },
    });
    const same = drafts.find(
      (draft) =>
        draft.name === name &&
        draft.games[0]?.discountPercent === discountPercent &&
        draft.startsAt.getTime() === moments.startsAt.getTime() &&
        draft.endsAt.getTime() === moments.endsAt.getTime(),
    );
    if (same) return toDraft(same);
    if (drafts.length >= MAX_DRAFTS) {
      throw new AppError("conflict", say("errors.draftsFull", { max: MAX_DRAFTS }));
    }
    const games = { create: { gameId: game.id, discountPercent } };
    return toDraft(await createDraft(actor, game, { name, status: "draft", publisherId, ...moments, games }, tx));
  });
}

/** Deletes one of the game's drafts; `not_found` for anything else, a published promotion included. */
export async function deleteDraft(actor: Actor, game: ForecastGame, id: string, db: Db = getDb()): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { count } = await tx.promotion.deleteMany({ where: { ...toDraftWhere(game), id } });
    if (count === 0) throw new AppError("not_found", say("errors.noSuchDraft"));
    await tx.auditLog.create({
      data: {
        actorId: actor.userId,
        action: "promotion.draft_deleted",
        entity: "promotion",
        entityId: id,
        data: { gameSlug: game.slug },
      },
    });
  });
}
