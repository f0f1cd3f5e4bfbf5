import type { VoteState } from "@/lib/shared/reviews";
import { say } from "@/lib/shared/say";
import type { Actor } from "../auth/actor";
import type { Db } from "../db";
import { AppError } from "../errors";

type Voter = Pick<Actor, "userId">;

/** Finds out why nothing was written: the review is the voter's own, or there is none to vote on. */
async function explainRefusal(db: Db, reviewId: string, voter: Voter): Promise<AppError> {
  const own = await db.review.findFirst({ where: { id: reviewId, userId: voter.userId }, select: { id: true } });
  return own
    ? new AppError("forbidden", say("errors.reviewOwn"))
    : new AppError("not_found", say("errors.noSuchReview"));
}

async function getVoteState(db: Db, reviewId: string, vote: boolean | null): Promise<VoteState> {
  const select = { helpfulCount: true, unhelpfulCount: true } as const;
  const review = await db.review.findUnique({ where: { id: reviewId }, select });
  if (!review) throw new AppError("not_found", say("errors.noSuchReview"));
  return { vote, ...review };
}

/**
 * Says whether a review helps, anew or otherwise than before: one statement, so that parallel votes are each counted
 * once by the trigger on `review_votes`. One's own review is `forbidden`, one that is not shown `not_found`.
 */
export async function castVote(voter: Voter, reviewId: string, isHelpful: boolean, db: Db): Promise<VoteState> {
  const written = await db.$executeRaw`
    INSERT INTO review_votes (review_id, user_id, is_helpful)
    SELECT id, ${voter.userId}::uuid, ${isHelpful} FROM reviews
    WHERE id = ${reviewId}::uuid AND status = 'visible' AND user_id <> ${voter.userId}::uuid
    ON CONFLICT (review_id, user_id) DO UPDATE SET is_helpful = excluded.is_helpful`;
  if (written === 0) throw await explainRefusal(db, reviewId, voter);
  return getVoteState(db, reviewId, isHelpful);
}

/** Takes a vote back; there may be none. */
export async function withdrawVote(voter: Voter, reviewId: string, db: Db): Promise<VoteState> {
  await db.reviewVote.deleteMany({ where: { reviewId, userId: voter.userId } });
  return getVoteState(db, reviewId, null);
}
