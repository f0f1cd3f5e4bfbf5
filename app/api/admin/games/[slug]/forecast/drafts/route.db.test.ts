import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as publisherDraft from "@/app/api/publisher/games/[slug]/forecast/drafts/[id]/route";
import * as publisherDrafts from "@/app/api/publisher/games/[slug]/forecast/drafts/route";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "@/lib/server/auth/actor";
import { listCurrentPrices } from "@/lib/server/catalogue/prices";
import { createActor, createGame, requestAs } from "@/lib/server/sales/test-world";
import { addDays, toDate, toDay } from "@/lib/shared/day";
import { draftPromotionSchema, draftPromotionsSchema, type PricePlan } from "@/lib/shared/forecast-plan";
import * as storeDraft from "./[id]/route";
import * as storeDrafts from "./route";

const database = useTestDatabase();
const actors: Record<string, Actor> = {};
const today = toDay(new Date());
const plan: PricePlan = { discountPercent: 40, from: today, through: addDays(today, 6) };
let gameId: string;

type Who = "staff" | "member" | "outsider" | "shopper" | null;
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

async function call(route: Route, who: Who, params: Record<string, string>, body?: unknown) {
  const request = await requestAs(who ? (actors[who] ?? null) : null, "/");
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await route(new Request(request, init), { params: Promise.resolve(params) });
  return { status: response.status, body: response.status === 204 ? null : await response.json() };
}

const save = (who: Who, change: Partial<PricePlan> = {}, name = "Spring") =>
  call(
    (who === "staff" ? storeDrafts : publisherDrafts).POST,
    who,
    { slug: "own" },
    { name, plan: { ...plan, ...change } },
  );
const list = async (who: Who) => {
  const { body } = await call((who === "staff" ? storeDrafts : publisherDrafts).GET, who, { slug: "own" });
  return draftPromotionsSchema.parse(body).items.map(({ name }) => name);
};

beforeAll(async () => {
  const { db } = database;
  const { id, publisherId } = await createGame(db, { slug: "own", publisher: "one" });
  const other = await createGame(db, { slug: "other", publisher: "two" });
  gameId = id;
  await db.gamePrice.create({ data: { gameId, currency: "USD", priceCents: 2000 } });
  actors.staff = await createActor(db, "staff");
  actors.member = await createActor(db, "publisher", "member");
  actors.outsider = await createActor(db, "publisher", "outsider");
  actors.shopper = await createActor(db, "shopper");
  await db.publisherMember.create({ data: { publisherId, userId: actors.member.userId } });
  await db.publisherMember.create({ data: { publisherId: other.publisherId, userId: actors.outsider.userId } });
});
beforeEach(() => database.db.promotion.deleteMany());

describe("saving a draft", () => {
  it("keeps the plan, writes down who saved it and touches no price", async () => {
    const { status, body } = await save("member", { discountPercent: 0, priceCents: 1200 });
    expect(status).toBe(201);
    const draft = draftPromotionSchema.parse(body);
    expect(draft).toMatchObject({ name: "Spring", discountPercent: 40, from: today, through: plan.through });
    const audit = await database.db.auditLog.findMany({ where: { entityId: draft.id } });
    expect(audit).toMatchObject([{ action: "promotion.drafted", actorId: actors.member?.userId }]);
    const noon = new Date(toDate(today).getTime() + 12 * 3_600_000);
    expect((await listCurrentPrices(database.db, [gameId], { now: noon, currency: "USD" })).get(gameId)).toMatchObject({
      amountCents: 2000,
      discountPercent: 0,
    });
  });

  it("is one draft, however often and however parallel it is sent", async () => {
    const answers = await Promise.all([save("member"), save("member"), save("member")]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    await save("member", { discountPercent: 50 });
    expect(await database.db.promotion.count()).toBe(2);
  });

  it("refuses days that are over or out of reach, and prices that are no discount", async () => {
    const yesterday = addDays(today, -1);
    for (const [change, field] of [
      [{ from: yesterday }, "plan.from"],
      [{ through: yesterday }, "plan.through"],
      [{ through: "9999-12-31" }, "plan.through"],
      [{ discountPercent: 91 }, "plan.discountPercent"],
      [{ discountPercent: 0 }, "plan.discountPercent"],
      [{ discountPercent: 0, priceCents: 2500 }, "plan.priceCents"],
    ] as const) {
      const { status, body } = await save("member", change);
      expect([status, body.error.code, Object.keys(body.error.fields)]).toEqual([422, "invalid_input", [field]]);
    }
    expect((await save("member", {}, "  ")).status).toBe(422);
    expect(await database.db.promotion.count()).toBe(0);
  });

  it("ends at 50 drafts", async () => {
    const drafts = Array.from({ length: 50 }, (_, index) => ({
      ...{ name: `Draft ${index}`, startsAt: toDate(today), endsAt: toDate(addDays(today, 1)) },
      publisherId: null,
    }));
    for (const data of drafts) {
      await database.db.promotion.create({ data: { ...data, games: { create: { gameId, discountPercent: 10 } } } });
    }
    expect((await save("staff")).body.error).toMatchObject({ code: "conflict" });
    expect((await save("member")).status).toBe(201);
  });
});

describe("who sees and deletes what", () => {
  it("shows a publisher its own drafts and staff all of them", async () => {
    await save("member", {}, "Ours");
    await save("staff", {}, "The store's");
    expect(await list("member")).toEqual(["Ours"]);
    expect((await list("staff")).toSorted()).toEqual(["Ours", "The store's"]);
  });

  it("deletes one's own draft once, and nobody else's", async () => {
    const ours = (await save("member", {}, "Ours")).body;
    const theirs = (await save("staff", {}, "The store's")).body;
    const remove = (route: { DELETE: Route }, who: Who, id: string) => call(route.DELETE, who, { slug: "own", id });
    expect((await remove(publisherDraft, "member", theirs.id)).status).toBe(404);
    expect((await remove(publisherDraft, "outsider", ours.id)).status).toBe(404);
    expect((await remove(publisherDraft, null, ours.id)).status).toBe(401);
    expect((await remove(publisherDraft, "member", ours.id)).status).toBe(204);
    expect((await remove(publisherDraft, "member", ours.id)).status).toBe(404);
    expect((await remove(storeDraft, "staff", theirs.id)).status).toBe(204);
    expect((await remove(storeDraft, "staff", "not-an-id")).status).toBe(404);
    expect(await database.db.auditLog.count({ where: { action: "promotion.draft_deleted" } })).toBe(2);
  });

  it("neither shows nor deletes a published promotion or one of several games", async () => {
    const span = { startsAt: toDate(today), endsAt: toDate(addDays(today, 7)) };
    const games = { create: { gameId, discountPercent: 10 } };
    const published = await database.db.promotion.create({
      data: { name: "Live", status: "published", ...span, games },
    });
    const wide = await database.db.promotion.create({ data: { name: "Wide", ...span, games } });
    const other = await database.db.game.findUniqueOrThrow({ where: { slug: "other" } });
    await database.db.promotionGame.create({ data: { promotionId: wide.id, gameId: other.id, discountPercent: 10 } });
    expect(await list("staff")).toEqual([]);
    for (const { id } of [published, wide]) {
      expect((await call(storeDraft.DELETE, "staff", { slug: "own", id })).status).toBe(404);
    }
  });

  it("is 401 signed out, 404 for a shopper, another publisher and a game that is not there", async () => {
    expect((await save(null)).status).toBe(401);
    expect((await save("shopper")).status).toBe(404);
    expect((await save("outsider")).status).toBe(404);
    expect((await call(storeDrafts.POST, "member", { slug: "own" }, { name: "x", plan })).status).toBe(404);
    expect((await call(storeDrafts.GET, "staff", { slug: "nope" })).status).toBe(404);
    expect((await call(publisherDrafts.GET, "outsider", { slug: "own" })).status).toBe(404);
  });
});
