import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { gameSalesQuerySchema } from "@/lib/shared/sales";
import { say } from "@/lib/shared/say";
import type { Actor } from "../auth/actor";
import { refusalOf } from "../test-refusal";
import { listPublisherGameSales, listStoreGameSales } from "./queries";
import { createActor, createGame, createLiveModel } from "./test-world";

const database = useTestDatabase();
const query = (input: Record<string, unknown> = {}) => gameSalesQuerySchema.parse(input);
let staff: Actor;
let member: Actor;

const steady = (units: number) => Array.from({ length: 56 }, () => units);

beforeAll(async () => {
  const { db } = database;
  const modelVersionId = await createLiveModel(db);
  staff = await createActor(db, "staff");
  member = await createActor(db, "publisher");
  const rising = [...steady(6).slice(28), ...steady(3).slice(28)];
  const own = await createGame(db, { slug: "alpha", publisher: "one", units: rising, forecast: 5, modelVersionId });
  await createGame(db, { slug: "beta", publisher: "two", units: steady(2), forecast: 9, modelVersionId });
  await createGame(db, { slug: "gamma-100", publisher: "two", units: [0, 0, 7] });
  await createGame(db, { slug: "delta", publisher: "one" });
  const draft = await createGame(db, { slug: "secret", publisher: "one" });
  await db.game.update({ where: { id: draft.id }, data: { status: "draft" } });
  await db.publisherMember.create({ data: { publisherId: own.publisherId, userId: member.userId } });
});

async function slugs(input: Record<string, unknown>, actor = staff): Promise<string[]> {
  const list = actor === staff ? listStoreGameSales : listPublisherGameSales;
  return (await list(actor, query(input), database.db)).items.map(({ slug }) => slug);
}

describe("a row", () => {
  it("has both windows, the trend, the days of the sparkline and the forecast's sum", async () => {
    const { items } = await listStoreGameSales(staff, query({ q: "alpha" }), database.db);
    expect(items[0]).toMatchObject({
      units: 28 * 6,
      previousUnits: 28 * 3,
      revenueCents: 28 * 6000,
      trend: 1,
      forecast: { units: 300, lowerUnits: 180, upperUnits: 480 },
    });
    expect(items[0]?.sparkline).toEqual(Array(28).fill(6));
  });

  it("has 0 on days without a sale, no trend and no forecast where there is nothing", async () => {
    const { items } = await listStoreGameSales(staff, query({ q: "gamma" }), database.db);
    expect(items[0]).toMatchObject({ units: 7, trend: null, forecast: null });
    expect(items[0]?.sparkline).toEqual([...Array(25).fill(0), 7, 0, 0]);
  });
});

describe("what is out and what is to come", () => {
  it("goes by the release date; a game without one is yet to come", async () => {
    const { db } = database;
    await db.game.update({ where: { slug: "alpha" }, data: { releaseDate: new Date("2024-05-01") } });
    await db.game.update({ where: { slug: "beta" }, data: { releaseDate: new Date("2099-05-01") } });
    expect(await slugs({ state: "out" })).toEqual(["alpha"]);
    expect((await slugs({ state: "coming" })).toSorted()).toEqual(["beta", "delta", "gamma-100"]);
    expect(await slugs({ state: "coming" }, member)).toEqual(["delta"]);
  });
});

describe("the order", () => {
  it("puts games without the number last in both directions", async () => {
    expect(await slugs({ sort: "forecast" })).toEqual(expect.arrayContaining(["alpha", "beta"]));
    expect((await slugs({ sort: "forecast" })).slice(0, 2)).toEqual(["beta", "alpha"]);
    expect((await slugs({ sort: "forecast", order: "asc" })).slice(0, 2)).toEqual(["alpha", "beta"]);
    expect((await slugs({ sort: "trend", order: "asc" })).slice(0, 2)).toEqual(["beta", "alpha"]);
  });

  it.each(["units", "revenue", "forecast", "trend", "title"])(
    "by %s: pages of one hold each game once",
    async (sort) => {
      for (const order of ["asc", "desc"]) {
        const whole = await slugs({ sort, order });
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await listStoreGameSales(staff, query({ sort, order, limit: 1, cursor }), database.db);
          seen.push(...page.items.map(({ slug }) => slug));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(seen).toEqual(whole);
        expect(seen).toHaveLength(4);
      }
    },
  );

  it.each(["garbage", "W10", Buffer.from('["units.desc",1,"no-uuid"]').toString("base64url")])(
    "refuses the cursor %s",
    async (cursor) => {
      await expect(listStoreGameSales(staff, query({ cursor }), database.db)).rejects.toMatchObject({
        code: "invalid_input",
      });
    },
  );

  it("refuses a title that the database cannot hold, in the reader's language", async () => {
    const cursor = Buffer.from(JSON.stringify(["title.asc", "a\0", crypto.randomUUID()])).toString("base64url");
    const refusal = await refusalOf(listStoreGameSales(staff, query({ sort: "title", cursor }), database.db));
    expect(refusal).toMatchObject({ code: "invalid_input", message: say("errors.pageGone") });
  });

  it("refuses the cursor of another sort", async () => {
    const { nextCursor } = await listStoreGameSales(staff, query({ limit: 1 }), database.db);
    const other = query({ limit: 1, sort: "title", cursor: nextCursor });
    await expect(listStoreGameSales(staff, other, database.db)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("the search", () => {
  it("finds by part of the title or the publisher, without drafts", async () => {
    expect(await slugs({ q: "ALPH" })).toEqual(["alpha"]);
    expect((await slugs({ q: "one" })).toSorted()).toEqual(["alpha", "delta"]);
    expect(await slugs({ q: "secret" })).toEqual([]);
  });

  it("takes wildcards and SQL as text", async () => {
    expect(await slugs({ q: "%" })).toEqual([]);
    expect(await slugs({ q: "_" })).toEqual([]);
    expect(await slugs({ q: "'; DROP TABLE games; --" })).toEqual([]);
  });
});

describe("who may see", () => {
  it("a publisher's member sees their own games only", async () => {
    expect((await slugs({}, member)).toSorted()).toEqual(["alpha", "delta"]);
    expect(await slugs({ q: "beta" }, member)).toEqual([]);
  });

  it.each(["shopper", "publisher"] as const)("the store's table is not there for a %s", async (role) => {
    const actor = { ...member, role };
    await expect(listStoreGameSales(actor, query(), database.db)).rejects.toMatchObject({ code: "not_found" });
  });

  it("staff without a membership have no publisher's table", async () => {
    await expect(listPublisherGameSales(staff, query(), database.db)).rejects.toMatchObject({ code: "not_found" });
  });
});
