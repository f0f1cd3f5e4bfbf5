import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Role } from "@/prisma/generated/enums";
import { createActor } from "../sales/test-world";
import { refusalOf } from "../test-refusal";
import { decideReview, undoDecision } from "./decisions";
import { countModerationQueues, listModeratedReviews, listPublisherReviews, listReviewedGames } from "./queries";
import { deleteReply, saveReply } from "./replies";
import { reportReview } from "./reports";
import { createReviewWorld } from "./test-reviews";

const database = useTestDatabase({ maxConnections: 12 });
let world: ReturnType<typeof createReviewWorld>;
let game: { id: string; slug: string; publisherId: string };

const actor = (role: Role) => createActor(database.db, role, `${role}-${randomUUID()}`);

beforeEach(async () => {
  world = createReviewWorld(database.db);
  game = await world.createGame();
});

describe("a publisher's reply", () => {
  const reply = (member: { userId: string }, reviewId: string, body = "Thank you!", version: string | null = null) =>
    saveReply(member, reviewId, { body, version }, database.db);

  it("is one a review, changed and deleted by owners and managers", async () => {
    const { review } = await world.createReviewed(game);
    const [owner, manager] = [
      await world.createMember(game.publisherId, "owner"),
      await world.createMember(game.publisherId, "manager"),
    ];
    const first = await reply(owner, review.id);
    expect(first).toMatchObject({ publisher: "Lantern", body: "Thank you!", updatedAt: first.createdAt });
    const second = await reply(manager, review.id, "Thank you again!", first.updatedAt);
    expect(second).toMatchObject({ body: "Thank you again!", createdAt: first.createdAt });
    expect(second.updatedAt > first.updatedAt).toBe(true);
    await deleteReply(manager, review.id, database.db);
    await deleteReply(manager, review.id, database.db);
    expect(await database.db.reviewReply.count({ where: { reviewId: review.id } })).toBe(0);
  });

  it("is not for analysts, and there is nothing for strangers", async () => {
    const { review, author } = await world.createReviewed(game);
    const analyst = await world.createMember(game.publisherId, "analyst");
    await expect(reply(analyst, review.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteReply(analyst, review.id, database.db)).rejects.toMatchObject({ code: "forbidden" });
    const other = await world.createMember((await world.createGame()).publisherId, "owner");
    for (const stranger of [other, author]) {
      await expect(reply(stranger, review.id)).rejects.toMatchObject({ code: "not_found" });
      await expect(deleteReply(stranger, review.id, database.db)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("does not write over what a colleague wrote meanwhile", async () => {
    const { review } = await world.createReviewed(game);
    const owner = await world.createMember(game.publisherId, "owner");
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => reply(owner, review.id, `Reply ${index}`)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason.code).toBe("conflict");
  });

  it("is mailed to the reviewer once, in their language, where they want it and the address is theirs", async () => {
    const { db } = database;
    const owner = await world.createMember(game.publisherId, "owner");
    const { author, review } = await world.createReviewed(game);
    await db.user.update({ where: { id: author.userId }, data: { locale: "es", emailVerifiedAt: new Date() } });
    const first = await reply(owner, review.id, "¡Gracias! <b>De verdad</b>");
    await reply(owner, review.id, "Gracias", first.updatedAt);
    await deleteReply(owner, review.id, db);
    await reply(owner, review.id, "Otra vez");
    const mails = await db.mail.findMany({ where: { userId: author.userId } });
    expect(mails).toMatchObject([
      { kind: "reviews.reply", locale: "es", subject: "Lantern ha respondido a tu reseña de Ember Tide" },
    ]);
    expect(mails[0]?.text).toContain(`/es/games/${game.slug}#reviews`);
    expect(mails[0]?.html).not.toContain("<b>De verdad");
    expect(mails[0]?.unsubscribeUrl).not.toBeNull();

    for (const data of [{ wantsReplies: false, emailVerifiedAt: new Date() }, { emailVerifiedAt: null }]) {
      const quiet = await world.createReviewed(game);
      await db.user.update({ where: { id: quiet.author.userId }, data });
      await reply(owner, quiet.review.id);
      expect(await db.mail.count({ where: { userId: quiet.author.userId } })).toBe(0);
    }
  });
});

describe("the publisher's list", () => {
  it("has the reviews of their own games, filtered, newest first, page by page", async () => {
    const { db } = database;
    const second = await world.createGame({ publisherId: game.publisherId });
    await world.createReviewed(await world.createGame());
    const publisher = await actor("publisher");
    await db.publisherMember.create({
      data: { publisherId: game.publisherId, userId: publisher.userId, role: "manager" },
    });
    const written: { id: string }[] = [];
    for (const place of [game, second, game, second]) written.push((await world.createReviewed(place)).review);
    await saveReply(publisher, written[1]?.id ?? "", { body: "Thanks", version: null }, db);
    const list = async (query: object) =>
      (await listPublisherReviews(publisher, { limit: 10, ...query }, db)).items.map(({ id }) =>
        written.findIndex((review) => review.id === id),
      );
    expect(await list({})).toEqual([3, 2, 1, 0]);
    expect(await list({ reply: "without" })).toEqual([3, 2, 0]);
    expect(await list({ reply: "with" })).toEqual([1]);
    expect(await list({ game: second.slug })).toEqual([3, 1]);
    expect(await list({ recommended: false })).toEqual([]);
    const page = await listPublisherReviews(publisher, { limit: 3 }, db);
    expect(page.items[0]).toMatchObject({ canReply: true, game: { slug: second.slug } });
    expect(await list({ cursor: page.nextCursor })).toEqual([0]);
    expect((await listReviewedGames(publisher, db)).map(({ slug }) => slug).toSorted()).toEqual(
      [game.slug, second.slug].toSorted(),
    );
  });

  it("shows analysts the reviews but not the reply's form, and strangers nothing", async () => {
    const { db } = database;
    await world.createReviewed(game);
    const analyst = await actor("shopper");
    await db.publisherMember.create({
      data: { publisherId: game.publisherId, userId: analyst.userId, role: "analyst" },
    });
    expect((await listPublisherReviews(analyst, { limit: 5 }, db)).items).toMatchObject([{ canReply: false }]);
    await expect(listPublisherReviews(await actor("shopper"), { limit: 5 }, db)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("staff's queues", () => {
  const hide = { decision: "hide", reason: "Abuse of others" } as const;
  const standing = async (id: string) => {
    const { status, statusReason } = await database.db.review.findUniqueOrThrow({ where: { id } });
    return [status, statusReason];
  };

  it("hold what waits, what was reported and what is hidden, each as long as it is so", async () => {
    const { db } = database;
    await db.review.deleteMany();
    const staff = await actor("staff");
    const held = await world.createReviewed(game, { body: "Cheaper at https://keys.example now." });
    const [first, second] = [await world.createReviewed(game), await world.createReviewed(game)];
    for (const { review } of [second, first]) {
      await reportReview(await world.createUser("Vera"), review.id, { reason: "spoiler", detail: "The end!" }, db);
    }
    const queue = async (name: "held" | "reported" | "hidden") =>
      (await listModeratedReviews(staff, { queue: name, limit: 10 }, db)).items;
    expect((await queue("held")).map(({ id }) => id)).toEqual([held.review.id]);
    expect(await queue("reported")).toMatchObject([
      { id: second.review.id, reports: [{ reason: "spoiler", detail: "The end!", reporter: "Vera" }] },
      { id: first.review.id },
    ]);
    expect(await countModerationQueues(staff, db)).toEqual({ held: 1, reported: 2, hidden: 0 });
    await decideReview(staff, second.review.id, { decision: "keep" }, db);
    await decideReview(staff, first.review.id, hide, db);
    expect(await countModerationQueues(staff, db)).toEqual({ held: 1, reported: 0, hidden: 1 });
    const page = await listModeratedReviews(staff, { queue: "hidden", limit: 1 }, db);
    expect(page).toMatchObject({ items: [{ reason: { by: "staff", text: "Abuse of others" } }], nextCursor: null });
  });

  it.each([9e15, -1, 1.5, "1"])("refuse a cursor whose moment is %j, which no calendar has", async (moment) => {
    const staff = await actor("staff");
    const cursor = Buffer.from(JSON.stringify(["held", moment, randomUUID()])).toString("base64url");
    const page = listModeratedReviews(staff, { queue: "held", limit: 5, cursor }, database.db);
    expect((await refusalOf(page)).code).toBe("invalid_input");
  });

  it("are for staff only", async () => {
    for (const role of ["shopper", "publisher"] as const) {
      const stranger = await actor(role);
      await expect(listModeratedReviews(stranger, { queue: "held", limit: 5 }, database.db)).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(countModerationQueues(stranger, database.db)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("write every decision down, and take the last one back with its reports", async () => {
    const { db } = database;
    const staff = await actor("staff");
    const { review } = await world.createReviewed(game);
    await reportReview(await world.createUser(), review.id, { reason: "abuse", detail: "" }, db);
    const decided = await decideReview(staff, review.id, hide, db);
    expect(decided).toMatchObject({ status: "hidden", reason: { by: "staff", text: "Abuse of others" } });
    expect(await world.countersOf(game.id)).toMatchObject({ reviewCount: 0 });
    expect(await undoDecision(staff, review.id, decided.decisionId, db)).toMatchObject({
      status: "visible",
      reason: null,
    });
    expect(await world.countersOf(game.id)).toMatchObject({ reviewCount: 1 });
    expect(await db.reviewReport.count({ where: { reviewId: review.id, resolvedAt: null } })).toBe(1);
    const entries = await db.auditLog.findMany({
      where: { entity: "review", entityId: review.id },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["review.hidden", staff.userId],
      ["review.decision_undone", staff.userId],
    ]);
    await expect(undoDecision(staff, review.id, decided.decisionId, db)).rejects.toMatchObject({ code: "conflict" });
  });

  it("take a decision back only while the review stands where it left it", async () => {
    const { db } = database;
    const staff = await actor("admin");
    const { review } = await world.createReviewed(game);
    const first = await decideReview(staff, review.id, hide, db);
    await decideReview(staff, review.id, { decision: "approve" }, db);
    await decideReview(staff, review.id, hide, db);
    await expect(undoDecision(staff, review.id, first.decisionId, db)).rejects.toMatchObject({ code: "conflict" });
    await expect(undoDecision(staff, review.id, "1", db)).rejects.toMatchObject({ code: "not_found" });
    const { review: other } = await world.createReviewed(game);
    await expect(undoDecision(staff, other.id, first.decisionId, db)).rejects.toMatchObject({ code: "not_found" });
    expect(await standing(review.id)).toEqual(["hidden", "Abuse of others"]);
  });

  it("let one of two colleagues decide", async () => {
    const { review } = await world.createReviewed(game, { body: "Cheaper at https://keys.example now." });
    const staff = await Promise.all([actor("staff"), actor("staff")]);
    const results = await Promise.allSettled([
      decideReview(staff[0], review.id, { decision: "approve" }, database.db),
      decideReview(staff[1], review.id, { decision: "approve" }, database.db),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(decideReview(staff[0], randomUUID(), hide, database.db)).rejects.toMatchObject({ code: "not_found" });
    await expect(decideReview(staff[0], review.id, { decision: "approve" }, database.db)).rejects.toMatchObject({
      code: "conflict",
      fields: { reason: "stale" },
    });
  });
});
