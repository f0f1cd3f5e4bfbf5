import { formatReason, REPORTS_TO_HOLD } from "@/lib/shared/review-moderation";
import type { ReportReviewInput } from "@/lib/shared/reviews";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, inTransaction } from "../db";
import { AppError } from "../errors";
import { queueForGame, refreshGameCounters } from "./game-counters";
import { toHeld } from "./rules";

type Tx = Prisma.TransactionClient;

/** Lets a review wait for staff once many readers find fault with it. */
async function holdIfMany(tx: Tx, reviewId: string, gameId: string): Promise<void> {
  const open = await tx.reviewReport.count({ where: { reviewId, resolvedAt: null } });
  if (open < REPORTS_TO_HOLD) return;
  const { status, reason } = toHeld("reports");
  await tx.$executeRaw`
    UPDATE reviews SET status = ${status}::review_status, status_reason = ${formatReason(reason)}
    WHERE id = ${reviewId}::uuid`;
  await refreshGameCounters(tx, gameId);
}

/**
 * Tells staff of a review; a reader's first report of it stands. One's own is `forbidden`, one that is not shown is
 * `not_found`.
 */
export function reportReview(
  reporter: Pick<Actor, "userId">,
  reviewId: string,
  { reason, detail }: ReportReviewInput,
  db: Db,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const place = await tx.review.findUnique({ where: { id: reviewId }, select: { gameId: true, userId: true } });
    if (place?.userId === reporter.userId) throw new AppError("forbidden", say("errors.reviewOwn"));
    if (place) await queueForGame(tx, place.gameId);
    const review = await tx.review.findFirst({ where: { id: reviewId, status: "visible" }, select: { gameId: true } });
    if (!review) throw new AppError("not_found", say("errors.noSuchReview"));
    const data = { reviewId, userId: reporter.userId, reason, detail };
    const { count } = await tx.reviewReport.createMany({ data, skipDuplicates: true });
    if (count > 0) await holdIfMany(tx, reviewId, review.gameId);
  });
}
