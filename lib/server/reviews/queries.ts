import type { Page } from "@/lib/shared/page";
import type {
  ModeratedReview,
  ModerationQuery,
  PublisherReview,
  PublisherReviewsQuery,
  QueueSizes,
} from "@/lib/shared/review-desk";
import type { OwnReviewBody, Review, ReviewQuery, ReviewRevision, ReviewsSummary } from "@/lib/shared/reviews";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Actor } from "../auth/actor";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { listOwnedGameIds } from "../library/queries";
import { memberScope, storeScope, toScopeWhere } from "../sales/scope";
import { selectModerationQueue, selectQueueSizes } from "./moderation-queue";
import { selectPublisherReviews } from "./publisher-reviews";
import { selectReviewIds } from "./review-page";
import { findOwn, loadReviews, type Reader } from "./review-rows";
import { loadSummary } from "./summary";

/** Wordings that a history shows at most. */
const MAX_REVISIONS = 50;

/** A published game's id and counters; throws `not_found`. */
async function getReviewedGame(db: Db, slug: string) {
  const select = { id: true, reviewCount: true, positiveCount: true, ratingAverage: true } as const;
  const game = await db.game.findFirst({ where: { slug, status: "published" }, select });
  if (!game) throw new AppError("not_found", say("errors.noSuchGame"));
  return game;
}

async function findOwnId(db: Db, gameId: string, reader: Reader): Promise<string | null> {
  if (!reader) return null;
  const where = { gameId_userId: { gameId, userId: reader.userId } };
  return (await db.review.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/** One page of a game's reviews, the reader's own apart; throws `not_found`, or `invalid_input` for a foreign cursor. */
export async function listReviews(
  slug: string,
  query: ReviewQuery,
  reader: Reader = null,
  db: Db = getDb(),
): Promise<Page<Review>> {
  const game = await getReviewedGame(db, slug);
  const ids = await selectReviewIds(db, game.id, query, await findOwnId(db, game.id, reader));
  return { items: await loadReviews(db, ids.items, reader), nextCursor: ids.nextCursor };
}

/** What all reviews of a game say together; throws `not_found`. */
export async function getReviewsSummary(slug: string, now = new Date(), db: Db = getDb()): Promise<ReviewsSummary> {
  return loadSummary(db, await getReviewedGame(db, slug), now);
}

/** What the reader wrote of a game, and whether they may write; throws `not_found`. */
export async function getOwnReview(slug: string, reader: Reader, db: Db = getDb()): Promise<OwnReviewBody> {
  const game = await getReviewedGame(db, slug);
  if (!reader) return { canWrite: false, review: null };
  const [owned, review] = await Promise.all([
    listOwnedGameIds(db, reader.userId, [game.id]),
    findOwn(db, game.id, reader),
  ]);
  return { canWrite: owned.has(game.id), review };
}

/** Who may read the history of a review: everybody of one that is shown; its writer and staff of any. */
function toReadable(reader: Pick<Actor, "userId" | "role"> | null): Prisma.ReviewWhereInput {
  if (!reader) return { status: "visible" };
  if (reader.role === "staff" || reader.role === "admin") return {};
  return { OR: [{ status: "visible" }, { userId: reader.userId }] };
}

/** Earlier wordings of a review that the reader may see, latest first; throws `not_found`. */
export async function listRevisions(
  reviewId: string,
  reader: Pick<Actor, "userId" | "role"> | null,
  db: Db = getDb(),
): Promise<ReviewRevision[]> {
  const review = await db.review.findFirst({
    where: { id: reviewId, ...toReadable(reader) },
    select: { revisions: { orderBy: [{ writtenAt: "desc" }, { id: "desc" }], take: MAX_REVISIONS } },
  });
  if (!review) throw new AppError("not_found", say("errors.noSuchReview"));
  return review.revisions.map(({ isRecommended, stars, body, writtenAt }) => ({
    isRecommended,
    stars,
    body,
    writtenAt: writtenAt.toISOString(),
  }));
}

/** Reviews of the games of the publishers that the actor is a member of, newest first. */
export async function listPublisherReviews(
  actor: Actor,
  query: PublisherReviewsQuery,
  db: Db = getDb(),
): Promise<Page<PublisherReview>> {
  return selectPublisherReviews(db, await memberScope(actor, db), actor, query);
}

/** Games of the actor's publishers that have reviews, by title. */
export async function listReviewedGames(actor: Actor, db: Db = getDb()): Promise<{ slug: string; title: string }[]> {
  const where = { ...toScopeWhere(await memberScope(actor, db)), reviews: { some: { status: "visible" as const } } };
  return db.game.findMany({ where, orderBy: { title: "asc" }, select: { slug: true, title: true } });
}

/** Reviews that wait for a decision of staff, were reported or are hidden; for staff. */
export async function listModeratedReviews(
  actor: Actor,
  query: ModerationQuery,
  db: Db = getDb(),
): Promise<Page<ModeratedReview>> {
  storeScope(actor);
  return selectModerationQueue(db, query);
}

/** How many reviews each queue of staff has, up to a hundred. */
export async function countModerationQueues(actor: Actor, db: Db = getDb()): Promise<QueueSizes> {
  storeScope(actor);
  return selectQueueSizes(db);
}
