import type { SaveReplyInput } from "@/lib/shared/review-desk";
import type { ReviewReply } from "@/lib/shared/reviews";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { mailReaderSelect, queueMail, toMailReader } from "../mail/queue-mail";
import { toReply } from "./review-rows";
import { REPLIER_ROLES } from "./rules";

type Tx = Prisma.TransactionClient;

/** Most characters of a reply that the mail about it holds. */
const QUOTE_LENGTH = 600;

const answeredSelect = {
  id: true,
  game: { select: { slug: true, title: true, publisherId: true, publisher: { select: { name: true } } } },
  user: { select: { ...mailReaderSelect, wantsReplies: true, deletedAt: true } },
  reply: { select: { updatedAt: true } },
} satisfies Prisma.ReviewSelect;

type AnsweredReview = Prisma.ReviewGetPayload<{ select: typeof answeredSelect }>;

/** A review of the member's own games, locked against colleagues; `forbidden` for who only may look. */
async function lockForReply(tx: Tx, member: Pick<Actor, "userId">, reviewId: string): Promise<AnsweredReview> {
  const { userId } = member;
  const where = { id: reviewId, status: "visible", game: { publisher: { members: { some: { userId } } } } } as const;
  const known = await tx.review.findFirst({ where, select: { id: true, game: { select: { publisherId: true } } } });
  if (!known) throw new AppError("not_found", say("errors.noSuchReview"));
  const { publisherId } = known.game;
  const replier = { publisherId, userId, role: { in: [...REPLIER_ROLES] } };
  if (!(await tx.publisherMember.findFirst({ where: replier }))) {
    throw new AppError("forbidden", say("errors.reviewNotReplier"));
  }
  await tx.$queryRaw`SELECT id FROM reviews WHERE id = ${reviewId}::uuid FOR NO KEY UPDATE`;
  const review = await tx.review.findFirst({ where, select: answeredSelect });
  if (!review) throw new AppError("not_found", say("errors.noSuchReview"));
  return review;
}

/** The first reply is news to the reviewer, where they want to hear of it, at an address that is theirs. */
async function tellReviewer(tx: Tx, { id, user, game }: AnsweredReview, body: string): Promise<void> {
  if (!user.wantsReplies || !user.emailVerifiedAt || user.deletedAt) return;
  const characters = [...body];
  const reply = characters.length > QUOTE_LENGTH ? `${characters.slice(0, QUOTE_LENGTH).join("")}…` : body;
  await queueMail(tx, {
    to: toMailReader(user),
    kind: "reviews.reply",
    values: { publisher: game.publisher.name, game: game.title, reply },
    path: `/games/${game.slug}#reviews`,
    dedupeKey: `reviews.reply:${id}`,
  });
}

/**
 * Writes the publisher's one reply to a review, or changes it. `not_found` for a review of others' games, `forbidden` for
 * members who may not reply, `conflict` where the reply is not the one of `version`.
 */
export function saveReply(
  member: Pick<Actor, "userId">,
  reviewId: string,
  { body, version }: SaveReplyInput,
  db: Db,
): Promise<ReviewReply> {
  return inTransaction(db, async (tx) => {
    const review = await lockForReply(tx, member, reviewId);
    const before = review.reply?.updatedAt ?? null;
    if ((before?.toISOString() ?? null) !== version) {
      throw new AppError("conflict", say("errors.replyStale"), { fields: { reason: "stale" } });
    }
    const { publisherId } = review.game;
    const now = new Date(Math.max(Date.now(), (before?.getTime() ?? 0) + 1));
    const wording = { body, authorId: member.userId, updatedAt: now };
    const reply = await tx.reviewReply.upsert({
      where: { reviewId },
      create: { reviewId, publisherId, createdAt: now, ...wording },
      update: wording,
      select: { body: true, createdAt: true, updatedAt: true, publisher: { select: { name: true } } },
    });
    if (!before) await tellReviewer(tx, review, body);
    return toReply(reply);
  });
}

/** Deletes the publisher's reply; there may be none. Refuses as `saveReply` does. */
export function deleteReply(member: Pick<Actor, "userId">, reviewId: string, db: Db): Promise<void> {
  return inTransaction(db, async (tx) => {
    await lockForReply(tx, member, reviewId);
    await tx.reviewReply.deleteMany({ where: { reviewId } });
  });
}
