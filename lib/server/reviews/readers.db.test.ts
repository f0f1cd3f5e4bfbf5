import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { REPORTS_TO_HOLD } from "@/lib/shared/review-moderation";
import { decideReview } from "./decisions";
import { getOwnReview, listReviews } from "./queries";
import { reportReview } from "./reports";
import { createReviewWorld } from "./test-reviews";
import { castVote, withdrawVote } from "./votes";

const SESSIONS = 30;
const database = useTestDatabase({ maxConnections: SESSIONS });
let world: ReturnType<typeof createReviewWorld>;
let game: { id: string; slug: string };
let review: { id: string };
let author: { userId: string };

beforeEach(async () => {
  world = createReviewWorld(database.db);
  game = await world.createGame();
  ({ author, review } = await world.createReviewed(game));
});

const vote = (voter: { userId: string }, isHelpful: boolean) => castVote(voter, review.id, isHelpful, database.db);
const spam = { reason: "spam", detail: "" } as const;
const report = (reader: { userId: string }, input: Parameters<typeof reportReview>[2] = spam) =>
  reportReview(reader, review.id, input, database.db);
const read = async (reader: { userId: string } | null) =>
  (await listReviews(game.slug, { sort: "newest", limit: 10 }, reader, database.db)).items[0];
const hide = async () =>
  decideReview(await world.createUser("Staff"), review.id, { decision: "hide", reason: "No" }, database.db);

async function countVotes() {
  const [truth] = await database.db.$queryRaw<object[]>`
    SELECT (count(*) FILTER (WHERE is_helpful))::int AS "helpfulCount",
      (count(*) FILTER (WHERE NOT is_helpful))::int AS "unhelpfulCount"
    FROM review_votes WHERE review_id = ${review.id}::uuid`;
  return truth;
}

describe("a vote", () => {
  it("counts once each, can be changed and taken back", async () => {
    const voter = await world.createUser();
    expect(await vote(voter, true)).toEqual({ vote: true, helpfulCount: 1, unhelpfulCount: 0 });
    expect(await vote(voter, true)).toEqual({ vote: true, helpfulCount: 1, unhelpfulCount: 0 });
    expect(await vote(voter, false)).toEqual({ vote: false, helpfulCount: 0, unhelpfulCount: 1 });
    expect((await read(voter))?.vote).toBe(false);
    expect((await read(null))?.vote).toBeNull();
    expect(await withdrawVote(voter, review.id, database.db)).toEqual({
      vote: null,
      helpfulCount: 0,
      unhelpfulCount: 0,
    });
    expect(await withdrawVote(voter, review.id, database.db)).toMatchObject({ helpfulCount: 0 });
  });

  it("is not for one's own review, nor for one that is gone or not shown", async () => {
    await expect(vote(author, true)).rejects.toMatchObject({ code: "forbidden" });
    const voter = await world.createUser();
    await expect(castVote(voter, randomUUID(), true, database.db)).rejects.toMatchObject({ code: "not_found" });
    await hide();
    await expect(vote(voter, true)).rejects.toMatchObject({ code: "not_found" });
    expect(await countVotes()).toEqual({ helpfulCount: 0, unhelpfulCount: 0 });
  });

  it("is counted right while 30 voters change their minds at the same time", async () => {
    const voters = await Promise.all(Array.from({ length: SESSIONS }, () => world.createUser()));
    await Promise.all(
      voters.flatMap((voter, index) => [
        vote(voter, index % 2 === 0),
        vote(voter, index % 3 === 0),
        ...(index % 5 === 0 ? [withdrawVote(voter, review.id, database.db)] : []),
        vote(voter, index % 2 === 1),
      ]),
    );
    expect(await read(null)).toMatchObject((await countVotes()) ?? {});
  });

  it("of one voter, sent 20 times at once, counts once", async () => {
    const voter = await world.createUser();
    await Promise.all(Array.from({ length: 20 }, () => vote(voter, true)));
    expect(await read(null)).toMatchObject({ helpfulCount: 1, unhelpfulCount: 0 });
  });

  it("goes with its voter's account, and leaves the writer's version alone", async () => {
    const voter = await world.createUser();
    const before = (await getOwnReview(game.slug, author, database.db)).review?.version;
    await vote(voter, true);
    await database.db.user.delete({ where: { id: voter.userId } });
    expect(await read(null)).toMatchObject({ helpfulCount: 0, unhelpfulCount: 0 });
    expect((await getOwnReview(game.slug, author, database.db)).review?.version).toBe(before);
  });
});

describe("a report", () => {
  it("is kept once a reader, as first made", async () => {
    const reader = await world.createUser();
    await report(reader, { reason: "abuse", detail: "Names me" });
    await Promise.all(Array.from({ length: 10 }, () => report(reader)));
    const kept = await database.db.reviewReport.findMany({ where: { reviewId: review.id } });
    expect(kept).toMatchObject([{ reason: "abuse", detail: "Names me", userId: reader.userId, resolvedAt: null }]);
    expect((await read(reader))?.isReported).toBe(true);
    expect((await read(null))?.isReported).toBe(false);
  });

  it("is not for one's own review, nor for one that is gone or not shown", async () => {
    await expect(report(author)).rejects.toMatchObject({ code: "forbidden" });
    const reader = await world.createUser();
    await expect(reportReview(reader, randomUUID(), spam, database.db)).rejects.toMatchObject({ code: "not_found" });
    await hide();
    await expect(report(reader)).rejects.toMatchObject({ code: "not_found" });
  });

  it("by many readers at once lets the review wait for staff, whose word then stands against the same readers", async () => {
    const readers = await Promise.all(Array.from({ length: REPORTS_TO_HOLD }, () => world.createUser()));
    await Promise.all(readers.slice(1).map((reader) => report(reader)));
    expect((await getOwnReview(game.slug, author, database.db)).review?.status).toBe("visible");
    await report(readers[0] ?? author);
    expect((await getOwnReview(game.slug, author, database.db)).review).toMatchObject({
      status: "held",
      reason: { by: "rule", rule: "reports" },
    });
    expect(await world.countersOf(game.id)).toMatchObject({ reviewCount: 0 });
    await decideReview(await world.createUser("Staff"), review.id, { decision: "approve" }, database.db);
    await Promise.all(readers.map((reader) => report(reader)));
    expect((await getOwnReview(game.slug, author, database.db)).review?.status).toBe("visible");
    expect(await world.countersOf(game.id)).toMatchObject({ reviewCount: 1 });
  });
});
