import { formatReason, parseReason } from "@/lib/shared/review-moderation";
import type { EditReviewInput, OwnReview, WriteReviewInput } from "@/lib/shared/reviews";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { queueForGame, refreshGameCounters } from "./game-counters";
import { findObjection } from "./moderation";
import { findOwn } from "./review-rows";
import { computeStandingAfterEdit, isForStaff, type Standing, toHeld, toStanding } from "./rules";

type Tx = Prisma.TransactionClient;
type Author = Pick<Actor, "userId">;

async function requireOwner(tx: Tx, author: Author, gameId: string): Promise<void> {
  const where = { userId_gameId: { userId: author.userId, gameId } };
  const entitlement = await tx.entitlement.findUnique({ where, select: { revokedAt: true } });
  if (!entitlement || entitlement.revokedAt) throw new AppError("forbidden", say("errors.reviewOwnersOnly"));
}

async function getOwn(tx: Tx, gameId: string, author: Author): Promise<OwnReview> {
  const review = await findOwn(tx, gameId, author);
  if (!review) throw new AppError("not_found", say("errors.noSuchReview"));
  return review;
}

/** Names what a user once wrote of a game: the audit log knows it when the review itself is gone. */
const toDeletedId = (gameId: string, author: Author) => `${gameId}:${author.userId}`;

/** Whether the author deleted a review of the game that was staff's to decide: writing it anew does not get around them. */
async function wasForStaff(tx: Tx, gameId: string, author: Author): Promise<boolean> {
  const where = { entity: "deleted_review", entityId: toDeletedId(gameId, author) };
  const last = await tx.auditLog.findFirst({ where, orderBy: { at: "desc" }, select: { action: true } });
  return last?.action === "review.withheld_deleted";
}

function toColumns({ status, reason }: Standing) {
  return { status, statusReason: formatReason(reason) };
}

/** Writes an owner's review of a game: `forbidden` for who does not own it, `conflict` for a second one. */
export async function createReview(author: Author, slug: string, input: WriteReviewInput, db: Db): Promise<OwnReview> {
  const objection = await findObjection(input);
  return inTransaction(db, async (tx) => {
    const game = await tx.game.findFirst({ where: { slug, status: "published" }, select: { id: true } });
    if (!game) throw new AppError("not_found", say("errors.noSuchGame"));
    await requireOwner(tx, author, game.id);
    await queueForGame(tx, game.id);
    const standing = (await wasForStaff(tx, game.id, author)) ? toHeld("rewritten") : toStanding(objection);
    const { isRecommended, stars, body, locale } = input;
    const data = { gameId: game.id, userId: author.userId, isRecommended, stars, body, locale, ...toColumns(standing) };
    const { count } = await tx.review.createMany({ data, skipDuplicates: true });
    if (count === 0) throw new AppError("conflict", say("errors.reviewTwice"));
    await refreshGameCounters(tx, game.id);
    return getOwn(tx, game.id, author);
  });
}

const editedSelect = {
  id: true,
  gameId: true,
  isRecommended: true,
  stars: true,
  body: true,
  locale: true,
  status: true,
  statusReason: true,
  createdAt: true,
  editedAt: true,
  updatedAt: true,
} satisfies Prisma.ReviewSelect;

/** One's own review, once nobody else writes about its game; somebody else's is not there. */
async function lockOwn(tx: Tx, author: Author, reviewId: string) {
  const where = { id: reviewId, userId: author.userId };
  const place = await tx.review.findFirst({ where, select: { gameId: true } });
  if (place) await queueForGame(tx, place.gameId);
  const review = place ? await tx.review.findFirst({ where, select: editedSelect }) : null;
  if (!review) throw new AppError("not_found", say("errors.noSuchReview"));
  return review;
}

type EditedReview = Awaited<ReturnType<typeof lockOwn>>;

function isUnchanged(review: EditedReview, input: WriteReviewInput): boolean {
  return (
    review.body === input.body &&
    review.stars === input.stars &&
    review.isRecommended === input.isRecommended &&
    review.locale === input.locale
  );
}

/** Keeps the wording that is replaced; a version is later than the one before it, however quick they come. */
async function writeWording(tx: Tx, before: EditedReview, input: WriteReviewInput, standing: Standing): Promise<void> {
  const { id: reviewId, isRecommended, stars, body, createdAt, editedAt } = before;
  const writtenAt = editedAt ?? createdAt;
  await tx.reviewRevision.create({ data: { reviewId, isRecommended, stars, body, writtenAt } });
  const now = new Date(Math.max(Date.now(), before.updatedAt.getTime() + 1));
  const { isRecommended: isGood, stars: newStars, body: text, locale } = input;
  const data = { isRecommended: isGood, stars: newStars, body: text, locale, editedAt: now, updatedAt: now };
  await tx.review.update({ where: { id: reviewId }, data: { ...data, ...toColumns(standing) } });
}

/**
 * Changes one's own review and keeps what it said before. `conflict` where it was changed since `version`, `not_found`
 * for somebody else's, `forbidden` once the game is no longer owned.
 */
export async function updateReview(
  author: Author,
  reviewId: string,
  { version, ...input }: EditReviewInput,
  db: Db,
): Promise<OwnReview> {
  const objection = await findObjection(input);
  return inTransaction(db, async (tx) => {
    const review = await lockOwn(tx, author, reviewId);
    await requireOwner(tx, author, review.gameId);
    if (review.updatedAt.getTime() !== new Date(version).getTime()) {
      throw new AppError("conflict", say("errors.reviewStale"), { fields: { reason: "stale" } });
    }
    if (!isUnchanged(review, input)) {
      const before = { status: review.status, reason: parseReason(review.statusReason) };
      await writeWording(tx, review, input, computeStandingAfterEdit(before, objection));
      await refreshGameCounters(tx, review.gameId);
    }
    return getOwn(tx, review.gameId, author);
  });
}

/** Deletes one's own review with its history, votes and reply; somebody else's is `not_found`. */
export function deleteReview(author: Author, reviewId: string, db: Db): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { gameId, status, statusReason } = await lockOwn(tx, author, reviewId);
    const isWithheld = isForStaff({ status, reason: parseReason(statusReason) });
    await tx.review.delete({ where: { id: reviewId } });
    await tx.auditLog.create({
      data: {
        actorId: author.userId,
        action: isWithheld ? "review.withheld_deleted" : "review.deleted",
        entity: "deleted_review",
        entityId: toDeletedId(gameId, author),
        data: { reviewId },
      },
    });
    await refreshGameCounters(tx, gameId);
  });
}
