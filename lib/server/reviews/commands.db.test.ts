import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { refreshGames } from "@/jobs/etl/refresh-games";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createReview, deleteReview, updateReview } from "./commands";
import { decideReview } from "./decisions";
import { getOwnReview, listRevisions } from "./queries";
import { createReviewWorld, toWording } from "./test-reviews";

const database = useTestDatabase({ maxConnections: 20 });
let world: ReturnType<typeof createReviewWorld>;
let game: Awaited<ReturnType<ReturnType<typeof createReviewWorld>["createGame"]>>;

beforeEach(async () => {
  world = createReviewWorld(database.db);
  game = await world.createGame();
});

const write = (author: { userId: string }, change = {}) =>
  createReview(author, game.slug, toWording(change), database.db);
const own = async (author: { userId: string }) => (await getOwnReview(game.slug, author, database.db)).review;
const staff = () => world.createUser("Staff");

describe("writing a review", () => {
  it("is for owners: not for others, and not once the game is taken back", async () => {
    const { db } = database;
    await expect(write(await world.createUser())).rejects.toMatchObject({ code: "forbidden" });
    const owner = await world.createOwner(game.id);
    await db.entitlement.updateMany({ where: owner, data: { revokedAt: new Date() } });
    await expect(write(owner)).rejects.toMatchObject({ code: "forbidden" });
    expect(await getOwnReview(game.slug, owner, db)).toEqual({ canWrite: false, review: null });
    expect(await world.countersOf(game.id)).toEqual({ reviewCount: 0, positiveCount: 0, average: null });
  });

  it("needs a game that the shop shows", async () => {
    const owner = await world.createOwner(game.id);
    await expect(createReview(owner, "no-such-game", toWording(), database.db)).rejects.toMatchObject({
      code: "not_found",
    });
    await database.db.game.update({ where: { id: game.id }, data: { status: "draft" } });
    await expect(write(owner)).rejects.toMatchObject({ code: "not_found" });
  });

  it("gives its writer the review with its version, and counts it", async () => {
    const owner = await world.createOwner(game.id, "Ada");
    const review = await write(owner, { isRecommended: false, stars: 2, locale: "es" });
    expect(review).toMatchObject({ author: "Ada", status: "visible", reason: null, editedAt: null, locale: "es" });
    expect(await own(owner)).toEqual(review);
    expect(await world.countersOf(game.id)).toEqual({ reviewCount: 1, positiveCount: 0, average: 2 });
  });

  it("works once: of 20 at the same time one is written and counted", async () => {
    const owner = await world.createOwner(game.id);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => write(owner, { body: `Version ${index} of the same review.` })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason.code).toBe("conflict");
    expect(await world.countersOf(game.id)).toMatchObject({ reviewCount: 1 });
  });

  it("keeps the counters true while 40 owners write at once", async () => {
    const owners = await Promise.all(Array.from({ length: 40 }, () => world.createOwner(game.id)));
    await Promise.all(
      owners.map((owner, index) => write(owner, { isRecommended: index % 4 > 0, stars: 1 + (index % 5) })),
    );
    expect(await world.countersOf(game.id)).toEqual({ reviewCount: 40, positiveCount: 30, average: 3 });
  });

  it("gives the counters that the night's ETL gives", async () => {
    const imported = await world.createGame({ source: "steam" });
    await database.db.game.update({ where: { id: imported.id }, data: { reviewCount: 900, positiveCount: 800 } });
    await world.createReviewed(imported, { stars: 3 });
    const afterWrite = await world.countersOf(imported.id);
    await refreshGames(database.db, { through: "2026-03-31", gameIds: [imported.id, game.id] } as Parameters<
      typeof refreshGames
    >[1]);
    expect(await world.countersOf(imported.id)).toEqual(afterWrite);
    expect(afterWrite).toEqual({ reviewCount: 1, positiveCount: 1, average: 3 });
  });

  it("takes nothing from the counts that an imported game came with while it is not shown", async () => {
    const imported = await world.createGame({ source: "steam" });
    await database.db.game.update({ where: { id: imported.id }, data: { reviewCount: 900, positiveCount: 800 } });
    const { author, review } = await world.createReviewed(imported, { body: "Cheaper at https://keys.example now." });
    expect(review.status).toBe("held");
    expect(await world.countersOf(imported.id)).toEqual({ reviewCount: 900, positiveCount: 800, average: null });
    await updateReview(author, review.id, { ...toWording(), version: review.version }, database.db);
    expect(await world.countersOf(imported.id)).toEqual({ reviewCount: 1, positiveCount: 1, average: 4 });
    await deleteReview(author, review.id, database.db);
    expect(await world.countersOf(imported.id)).toEqual({ reviewCount: 0, positiveCount: 0, average: null });
  });

  it("waits for staff where a rule objects, and counts nowhere meanwhile", async () => {
    const owner = await world.createOwner(game.id);
    const review = await write(owner, { body: "Cheaper at https://keys.example than here." });
    expect(review).toMatchObject({ status: "held", reason: { by: "rule", rule: "links" } });
    expect(await world.countersOf(game.id)).toMatchObject({ reviewCount: 0 });
  });
});

describe("changing a review", () => {
  it("keeps what it said, each wording with its moment", async () => {
    const { author, review } = await world.createReviewed(game, { stars: 2, isRecommended: false });
    const second = await updateReview(
      author,
      review.id,
      { ...toWording({ stars: 3 }), version: review.version },
      database.db,
    );
    const third = await updateReview(
      author,
      review.id,
      { ...toWording({ stars: 5, body: "After the patch it is superb." }), version: second.version },
      database.db,
    );
    expect(third).toMatchObject({ stars: 5, body: "After the patch it is superb.", createdAt: review.createdAt });
    expect(third.editedAt).not.toBeNull();
    expect(await listRevisions(review.id, null, database.db)).toEqual([
      { isRecommended: true, stars: 3, body: review.body, writtenAt: second.editedAt },
      { isRecommended: false, stars: 2, body: review.body, writtenAt: review.createdAt },
    ]);
    expect(await world.countersOf(game.id)).toEqual({ reviewCount: 1, positiveCount: 1, average: 5 });
  });

  it("is a conflict where it was changed since, and loses neither wording", async () => {
    const { author, review } = await world.createReviewed(game);
    const change = (body: string) =>
      updateReview(author, review.id, { ...toWording({ body }), version: review.version }, database.db);
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => change(`Wording number ${index}, at once.`)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(change("Too late, from an old tab.")).rejects.toMatchObject({
      code: "conflict",
      fields: { reason: "stale" },
    });
    expect(await listRevisions(review.id, null, database.db)).toHaveLength(1);
  });

  it("that changes nothing leaves no trace", async () => {
    const { author, review } = await world.createReviewed(game);
    const same = await updateReview(author, review.id, { ...toWording(), version: review.version }, database.db);
    expect(same).toEqual(review);
    expect(await listRevisions(review.id, null, database.db)).toEqual([]);
  });

  it("is not for somebody else, nor for who no longer owns the game", async () => {
    const { author, review } = await world.createReviewed(game);
    const input = { ...toWording({ stars: 1 }), version: review.version };
    const stranger = await world.createOwner(game.id);
    for (const id of [review.id, randomUUID()]) {
      await expect(updateReview(stranger, id, input, database.db)).rejects.toMatchObject({ code: "not_found" });
    }
    await database.db.entitlement.updateMany({ where: author, data: { revokedAt: new Date() } });
    await expect(updateReview(author, review.id, input, database.db)).rejects.toMatchObject({ code: "forbidden" });
    expect(await own(author)).toEqual(review);
  });

  it("sets one free that its own wording held, and sends a hidden one back to staff", async () => {
    const { author, review } = await world.createReviewed(game, { body: "Cheaper at https://keys.example now." });
    const mended = await updateReview(author, review.id, { ...toWording(), version: review.version }, database.db);
    expect(mended).toMatchObject({ status: "visible", reason: null });
    await decideReview(await staff(), review.id, { decision: "hide", reason: "Off topic" }, database.db);
    expect(await own(author)).toMatchObject({ status: "hidden", reason: { by: "staff", text: "Off topic" } });
    const again = await updateReview(
      author,
      review.id,
      { ...toWording({ stars: 5 }), version: mended.version },
      database.db,
    );
    expect(again).toMatchObject({ status: "held", reason: { by: "rule", rule: "rewritten" } });
    expect(await world.countersOf(game.id)).toMatchObject({ reviewCount: 0 });
  });
});

describe("deleting a review", () => {
  it("takes it and its history away, once, and lets its writer write anew", async () => {
    const { author, review } = await world.createReviewed(game);
    await updateReview(author, review.id, { ...toWording({ stars: 1 }), version: review.version }, database.db);
    const attempts = await Promise.allSettled(
      Array.from({ length: 5 }, () => deleteReview(author, review.id, database.db)),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.db.reviewRevision.count({ where: { reviewId: review.id } })).toBe(0);
    expect(await world.countersOf(game.id)).toEqual({ reviewCount: 0, positiveCount: 0, average: null });
    expect(await write(author)).toMatchObject({ status: "visible" });
  });

  it("is not for somebody else", async () => {
    const { review } = await world.createReviewed(game);
    await expect(deleteReview(await world.createOwner(game.id), review.id, database.db)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("does not get around staff: what they hid and was written anew waits for them, however often", async () => {
    const { author, review } = await world.createReviewed(game);
    await decideReview(await staff(), review.id, { decision: "hide", reason: "Abuse" }, database.db);
    let id = review.id;
    for (let round = 0; round < 2; round++) {
      await deleteReview(author, id, database.db);
      const again = await write(author, { body: `Now I write it anew, round ${round}.` });
      expect(again).toMatchObject({ status: "held", reason: { by: "rule", rule: "rewritten" } });
      id = again.id;
    }
  });
});

it("writers, editors, staff and deleters at once leave true counters and no deadlock", async () => {
  const { db } = database;
  const moderator = await staff();
  const reviewed = await Promise.all(Array.from({ length: 24 }, () => world.createReviewed(game)));
  await Promise.allSettled(
    reviewed.flatMap(({ author, review }, index) => [
      updateReview(
        author,
        review.id,
        { ...toWording({ stars: 1, isRecommended: false }), version: review.version },
        db,
      ),
      ...(index % 3 === 0 ? [deleteReview(author, review.id, db)] : []),
      ...(index % 3 === 1 ? [decideReview(moderator, review.id, { decision: "hide", reason: "No" }, db)] : []),
    ]),
  ).then((results) => {
    const failures = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(failures.filter(({ code }) => code !== "not_found")).toEqual([]);
  });
  const [truth] = await db.$queryRaw<object[]>`
    SELECT count(*)::int AS "reviewCount", (count(*) FILTER (WHERE is_recommended))::int AS "positiveCount",
      round(avg(stars), 2)::float8 AS average
    FROM reviews WHERE game_id = ${game.id}::uuid AND status = 'visible'`;
  expect(await world.countersOf(game.id)).toEqual(truth);
});
