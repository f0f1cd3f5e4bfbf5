import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sending, TestBrowser } from "@/app/api/test-browser";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createReviewWorld, toWording } from "@/lib/server/reviews/test-reviews";
import { errorBodySchema } from "@/lib/shared/errors";
import { ownReviewSchema, reviewPageSchema, reviewsSummarySchema } from "@/lib/shared/reviews";
import { POST as decide } from "../admin/reviews/[id]/decision/route";
import { POST as undo } from "../admin/reviews/[id]/undo/route";
import { GET as listModerated } from "../admin/reviews/route";
import { GET as getMine } from "../games/[slug]/reviews/mine/route";
import { POST as createReview, GET as listReviews } from "../games/[slug]/reviews/route";
import { GET as getSummary } from "../games/[slug]/reviews/summary/route";
import { DELETE as deleteReply, PUT as saveReply } from "../publisher/reviews/[id]/reply/route";
import { GET as listPublisherReviews } from "../publisher/reviews/route";
import { POST as report } from "./[id]/reports/route";
import { GET as listRevisions } from "./[id]/revisions/route";
import { DELETE as deleteReview, PATCH as editReview } from "./[id]/route";
import { PUT as vote, DELETE as withdrawVote } from "./[id]/vote/route";

const database = useTestDatabase();
let world: ReturnType<typeof createReviewWorld>;
let game: Awaited<ReturnType<typeof world.createGame>>;
const guest = new TestBrowser();

beforeAll(() => {
  world = createReviewWorld(database.db);
});
beforeEach(async () => {
  game = await world.createGame();
});

const open = (user: { userId: string }) => new TestBrowser().signIn(user);
const ofGame = (slug = game.slug) => ({ params: { slug } });
const ofReview = (id: string) => ({ params: { id } });

async function openStaff() {
  const user = await world.createUser("Staff");
  await database.db.user.update({ where: { id: user.userId }, data: { role: "staff" } });
  return open(user);
}

async function openOwner() {
  const owner = await world.createOwner(game.id, "Ada <b>& Co</b>");
  return { owner, browser: await open(owner) };
}

async function write(browser: TestBrowser, body: object = toWording()) {
  return browser.send(createReview, sending("POST", { ...ofGame(), body }));
}

describe("an owner's review over the API", () => {
  it("is written, read by all, changed, and deleted", async () => {
    const { browser } = await openOwner();
    const written = await write(browser);
    expect(written.status).toBe(201);
    const review = ownReviewSchema.parse(written.body);
    const page = await guest.send(listReviews, ofGame());
    expect(reviewPageSchema.parse(page.body).items).toMatchObject([{ id: review.id, author: "Ada <b>& Co</b>" }]);
    expect(JSON.stringify(page.body)).not.toContain("@example.test");
    expect((await browser.send(listReviews, ofGame())).body.items).toEqual([]);
    expect((await browser.send(getMine, ofGame())).body).toMatchObject({ canWrite: true, review: { id: review.id } });

    const changed = { ...toWording({ stars: 1 }), version: review.version };
    const edited = await browser.send(editReview, sending("PATCH", { ...ofReview(review.id), body: changed }));
    expect([edited.status, edited.body.stars]).toEqual([200, 1]);
    const stale = await browser.send(editReview, sending("PATCH", { ...ofReview(review.id), body: changed }));
    expect([stale.status, stale.body.error.fields.reason]).toEqual([409, "stale"]);
    const history = await guest.send(listRevisions, ofReview(review.id));
    expect(history.body.items).toMatchObject([{ stars: 4 }]);
    const summary = await guest.send(getSummary, ofGame());
    expect(reviewsSummarySchema.parse(summary.body).allTime.count).toBe(1);

    expect((await browser.send(deleteReview, sending("DELETE", ofReview(review.id)))).status).toBe(204);
    expect((await browser.send(deleteReview, sending("DELETE", ofReview(review.id)))).status).toBe(404);
    expect((await guest.send(listRevisions, ofReview(review.id))).status).toBe(404);
  });

  it("is refused without a session, without the game, twice, and of an unknown game", async () => {
    expect((await write(guest)).status).toBe(401);
    expect((await guest.send(getMine, ofGame())).status).toBe(401);
    expect((await write(await open(await world.createUser()))).status).toBe(403);
    const { browser } = await openOwner();
    expect((await write(browser)).status).toBe(201);
    expect((await write(browser)).status).toBe(409);
    for (const slug of ["no-such-game", "../etc", "A"]) {
      expect((await browser.send(createReview, sending("POST", { ...ofGame(slug), body: toWording() }))).status).toBe(
        404,
      );
      expect((await guest.send(listReviews, ofGame(slug))).status).toBe(404);
    }
  });

  it.each([
    [{ stars: 0 }, "stars"],
    [{ stars: 6 }, "stars"],
    [{ stars: 2.5 }, "stars"],
    [{ stars: "5" }, "stars"],
    [{ stars: null }, "stars"],
    [{ isRecommended: "yes" }, "isRecommended"],
    [{ isRecommended: undefined }, "isRecommended"],
    [{ body: "Too short" }, "body"],
    [{ body: " \u200B\u2060 ".repeat(40) }, "body"],
    [{ body: "x".repeat(8001) }, "body"],
    [{ body: "A text with a NUL \u0000 in it" }, "body"],
    [{ body: 12 }, "body"],
    [{ locale: "xx" }, "locale"],
    [{ locale: "en'; drop table reviews" }, "locale"],
  ])("refuses %o by its field, in the reader's language", async (change, field) => {
    const { browser } = await openOwner();
    const init = { ...ofGame(), body: { ...toWording(), ...change }, headers: { "accept-language": "es" } };
    const answer = await browser.send(createReview, sending("POST", init));
    expect(answer.status).toBe(422);
    const { fields = {} } = errorBodySchema.parse(answer.body).error;
    expect(Object.keys(fields)).toEqual([field]);
    expect(fields[field]).not.toMatch(/^say:|Write at least|Use at most/);
  });

  it.each([
    "<script>alert(document.cookie)</script>",
    "<img src=x onerror=alert(1)> and </textarea><svg onload=alert(1)>",
    "'; DROP TABLE reviews; -- and \\x00 %s #{7*7} {{7*7}}",
    "👩‍👩‍👧‍👦🏳️‍🌈 family of emoji 🇪🇸",
    "עברית מימין לשמאל, וגם English באמצע",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘! ten marks a letter",
    "𝕋𝕙𝕖 𝕢𝕦𝕚𝕔𝕜 outside of the basic plane",
    'quote " backslash \\ percent % under_score tab\there',
  ])("gives %j back as it was written", async (body) => {
    const { browser } = await openOwner();
    expect((await write(browser, toWording({ body }))).status).toBe(201);
    const { items } = reviewPageSchema.parse((await guest.send(listReviews, ofGame())).body);
    expect(items[0]?.body).toBe(body.normalize("NFC"));
  });

  it("takes no more than is asked for, and gives no more than is promised", async () => {
    const { browser, owner } = await openOwner();
    const sly = { ...toWording(), status: "visible", helpfulCount: 999, userId: randomUUID(), createdAt: "2000-01-01" };
    const { body } = await write(browser, { ...sly, body: "Cheaper at https://keys.example now." });
    expect(body).toMatchObject({ status: "held", helpfulCount: 0 });
    expect(body).not.toHaveProperty("userId");
    expect(await database.db.review.count({ where: owner })).toBe(1);
    expect((await guest.send(listRevisions, ofReview(body.id))).status).toBe(404);
    expect((await browser.send(listRevisions, ofReview(body.id))).status).toBe(200);
  });
});

describe("reading over the API", () => {
  it.each([
    "sort=best",
    "stars=0",
    "stars=x",
    "recommended=yes",
    "language=xx",
    "from=2026-02-30",
    "from=0000-01-01",
    "through=0000-12-31",
    "limit=0",
    "limit=101",
    "cursor=x",
  ])("refuses ?%s by its field", async (query) => {
    const answer = await guest.send(listReviews, { ...ofGame(), query: `?${query}` });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.error.fields)).toEqual([query.split("=")[0]]);
  });
});

describe("a desk's list over the API", () => {
  const cursorAt = (sort: string, key: number) =>
    Buffer.from(JSON.stringify([sort, key, randomUUID()])).toString("base64url");
  const NEVER = Number.MAX_SAFE_INTEGER;

  it.each([
    ["game", "%00"],
    ["game", "no/slug"],
    ["cursor", cursorAt("publisher", NEVER)],
  ])("refuses a publisher's ?%s=%s", async (name, value) => {
    const manager = await open(await world.createMember(game.publisherId, "manager"));
    const answer = await manager.send(listPublisherReviews, { query: `?${name}=${value}` });
    expect([answer.status, Object.keys(answer.body.error.fields)]).toEqual([422, [name]]);
  });

  it("refuses staff's cursor of no moment, and undoes no decision that cannot be", async () => {
    const staff = await openStaff();
    const page = await staff.send(listModerated, { query: `?cursor=${cursorAt("held", NEVER)}` });
    expect(page.status).toBe(422);
    const { review } = await world.createReviewed(game);
    for (const [decisionId, status] of [["9".repeat(19), 422] as const, ["9".repeat(18), 404] as const]) {
      const answer = await staff.send(undo, sending("POST", { ...ofReview(review.id), body: { decisionId } }));
      expect([decisionId, answer.status]).toEqual([decisionId, status]);
    }
  });
});

describe("a reader over the API", () => {
  it("votes and reports, each where they may", async () => {
    const { review, author } = await world.createReviewed(game);
    const reader = await open(await world.createUser());
    const put = (browser: TestBrowser, body: unknown = { isHelpful: true }, id = review.id) =>
      browser.send(vote, sending("PUT", { ...ofReview(id), body }));
    expect((await put(reader)).body).toEqual({ vote: true, helpfulCount: 1, unhelpfulCount: 0 });
    const taken = await reader.send(withdrawVote, sending("DELETE", ofReview(review.id)));
    expect(taken.body).toEqual({ vote: null, helpfulCount: 0, unhelpfulCount: 0 });
    expect((await put(reader, { isHelpful: "very" })).status).toBe(422);
    expect((await put(guest)).status).toBe(401);
    expect((await put(await open(author))).status).toBe(403);
    expect((await put(reader, { isHelpful: true }, randomUUID())).status).toBe(404);
    expect((await put(reader, { isHelpful: true }, "not-an-id")).status).toBe(404);

    const tell = (browser: TestBrowser, body: unknown) =>
      browser.send(report, sending("POST", { ...ofReview(review.id), body }));
    expect((await tell(reader, { reason: "boring" })).status).toBe(422);
    expect((await tell(reader, { reason: "other", detail: "x".repeat(1001) })).status).toBe(422);
    expect((await tell(guest, { reason: "spam" })).status).toBe(401);
    expect((await tell(reader, { reason: "spam" })).status).toBe(204);
    expect((await tell(reader, { reason: "abuse" })).status).toBe(204);
  });
});

describe("the desks over the API", () => {
  it("take a publisher's reply, and nobody else's", async () => {
    const { review } = await world.createReviewed(game);
    const manager = await open(await world.createMember(game.publisherId, "manager"));
    const send = (browser: TestBrowser, body: unknown) =>
      browser.send(saveReply, sending("PUT", { ...ofReview(review.id), body }));
    const reply = { body: "Thank you for playing!", version: null };
    expect((await send(guest, reply)).status).toBe(401);
    expect((await send(await open(await world.createUser()), reply)).status).toBe(404);
    expect((await send(manager, { ...reply, body: " " })).status).toBe(422);
    expect((await send(manager, { ...reply, version: "yesterday" })).status).toBe(422);
    expect((await send(manager, reply)).body).toMatchObject({ publisher: "Lantern", body: reply.body });
    expect((await send(manager, reply)).status).toBe(409);
    expect((await manager.send(listPublisherReviews)).body.items).toMatchObject([{ id: review.id, canReply: true }]);
    expect((await (await open(await world.createUser())).send(listPublisherReviews)).status).toBe(404);
    expect((await manager.send(deleteReply, sending("DELETE", ofReview(review.id)))).status).toBe(204);
  });

  it("let staff decide and take it back, and are not there for others", async () => {
    const { review, author } = await world.createReviewed(game);
    const staff = await openStaff();
    const send = (browser: TestBrowser, body: unknown) =>
      browser.send(decide, sending("POST", { ...ofReview(review.id), body }));
    const hide = { decision: "hide", reason: "Off topic" };
    expect((await send(guest, hide)).status).toBe(401);
    expect((await send(await open(author), hide)).status).toBe(404);
    expect((await (await open(author)).send(listModerated)).status).toBe(404);
    for (const body of [{ decision: "hide" }, { decision: "hide", reason: "  " }, { decision: "burn" }, {}]) {
      expect((await send(staff, body)).status).toBe(422);
    }
    const decided = await send(staff, hide);
    expect([decided.status, decided.body.status]).toEqual([201, "hidden"]);
    expect((await staff.send(listModerated, { query: "?queue=hidden" })).body.items).toMatchObject([{ id: review.id }]);
    const takeBack = (decisionId: string) =>
      staff.send(undo, sending("POST", { ...ofReview(review.id), body: { decisionId } }));
    expect((await takeBack("x")).status).toBe(422);
    expect((await takeBack(decided.body.decisionId)).body).toMatchObject({ status: "visible", reason: null });
    expect((await takeBack(decided.body.decisionId)).status).toBe(409);
  });
});
