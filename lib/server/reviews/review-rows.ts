import { parseReason } from "@/lib/shared/review-moderation";
import type { OwnReview, Review, ReviewReply } from "@/lib/shared/reviews";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";

/** Who reads: null where nobody is signed in. */
export type Reader = { userId: string } | null;

/** No user has it: what belongs to a reader is empty where nobody is signed in. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** What `toReview` needs, with what belongs to the reader. */
export function reviewSelect(reader: Reader) {
  const mine = { where: { userId: reader?.userId ?? NOBODY } } as const;
  return {
    id: true,
    isRecommended: true,
    stars: true,
    body: true,
    locale: true,
    createdAt: true,
    editedAt: true,
    helpfulCount: true,
    unhelpfulCount: true,
    user: { select: { name: true, deletedAt: true } },
    reply: { select: { body: true, createdAt: true, updatedAt: true, publisher: { select: { name: true } } } },
    votes: { ...mine, select: { isHelpful: true } },
    reports: { ...mine, select: { id: true } },
  } satisfies Prisma.ReviewSelect;
}

type ReviewRow = Prisma.ReviewGetPayload<{ select: ReturnType<typeof reviewSelect> }>;

/** The publisher's reply of a row. */
export function toReply(reply: NonNullable<ReviewRow["reply"]>): ReviewReply {
  return {
    publisher: reply.publisher.name,
    body: reply.body,
    createdAt: reply.createdAt.toISOString(),
    updatedAt: reply.updatedAt.toISOString(),
  };
}

/** The review of a row as its reader sees it. */
export function toReview({ user, reply, votes, reports, createdAt, editedAt, ...review }: ReviewRow): Review {
  return {
    ...review,
    author: user.deletedAt ? "" : user.name,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    reply: reply && toReply(reply),
    vote: votes[0]?.isHelpful ?? null,
    isReported: reports.length > 0,
  };
}

/** The reviews of the ids, in their order. */
export async function loadReviews(db: Db, ids: readonly string[], reader: Reader): Promise<Review[]> {
  if (ids.length === 0) return [];
  const rows = await db.review.findMany({ where: { id: { in: [...ids] } }, select: reviewSelect(reader) });
  const byId = new Map(rows.map((row) => [row.id, toReview(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What a user wrote of a game, with where it stands; null where they did not. */
export async function findOwn(db: Db, gameId: string, author: { userId: string }): Promise<OwnReview | null> {
  const row = await db.review.findUnique({
    where: { gameId_userId: { gameId, userId: author.userId } },
    select: { ...reviewSelect(author), status: true, statusReason: true, updatedAt: true },
  });
  if (!row) return null;
  const { status, statusReason, updatedAt, ...review } = row;
  return { ...toReview(review), status, reason: parseReason(statusReason), version: updatedAt.toISOString() };
}
