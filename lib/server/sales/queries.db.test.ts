import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { addDays, toDate } from "@/lib/shared/day";
import type { Actor } from "../auth/actor";
import {
  getPublisherGameForecast,
  getSalesOverview,
  getStoreGameForecast,
  listModelVersions,
  listRecentOrders,
} from "./queries";
import { createActor, createGame, createLiveModel, LAST_DAY } from "./test-world";

const database = useTestDatabase();
let staff: Actor;
let member: Actor;
let shopper: Actor;

async function createOrder(gameId: string, key: string, paidAt: Date | null) {
  return database.db.order.create({
    data: {
      userId: shopper.userId,
      status: paidAt ? "paid" : "pending",
      currency: "USD",
      totalCents: 1000,
      idempotencyKey: key,
      requestHash: key,
      paidAt,
      items: { create: { gameId, listPriceCents: 1000, unitPriceCents: 1000 } },
    },
  });
}

beforeAll(async () => {
  const { db } = database;
  const modelVersionId = await createLiveModel(db);
  [staff, member, shopper] = [
    await createActor(db, "admin"),
    await createActor(db, "publisher"),
    await createActor(db, "shopper"),
  ];
  const own = await createGame(db, { slug: "own", publisher: "one", units: [2, 0, 5], forecast: 10, modelVersionId });
  const other = await createGame(db, { slug: "other", publisher: "two", units: [1], forecast: 20, modelVersionId });
  await createGame(db, { slug: "unforecast", publisher: "two" });
  const pounds = await createGame(db, { slug: "pounds", publisher: "two", units: [4] });
  await db.game.update({ where: { id: pounds.id }, data: { currency: "GBP" } });
  await db.publisherMember.create({ data: { publisherId: own.publisherId, userId: member.userId } });
  await db.promotion.create({
    data: {
      name: "Spring",
      status: "published",
      startsAt: new Date("2026-03-30T10:00:00Z"),
      endsAt: toDate("2026-04-06"),
      games: { create: { gameId: own.id, discountPercent: 25 } },
    },
  });
  await createOrder(own.id, "a", new Date("2026-03-31T23:59:59Z"));
  await createOrder(other.id, "b", new Date("2026-04-01T00:00:00Z"));
  await createOrder(other.id, "c", null);
});

describe("one game's forecast", () => {
  it("has every day up to the last day of data, gaps as 0, and the forecast with its sums", async () => {
    const { actual, dataThrough, forecast } = await getStoreGameForecast(staff, "own", database.db);
    expect(dataThrough).toBe(LAST_DAY);
    expect(actual.map(({ day, units }) => [day, units])).toEqual([
      ["2026-03-29", 5],
      ["2026-03-30", 0],
      ["2026-03-31", 2],
    ]);
    expect(forecast?.madeFrom).toBe(LAST_DAY);
    expect(forecast?.days).toHaveLength(60);
    expect(forecast?.summaries).toEqual([
      { horizonDays: 7, units: 70, lowerUnits: 56, upperUnits: 91 },
      { horizonDays: 30, units: 300, lowerUnits: 240, upperUnits: 390 },
      { horizonDays: 60, units: 600, lowerUnits: 480, upperUnits: 780 },
    ]);
  });

  it("names the days of a discount with both ends included", async () => {
    const { discounts } = await getStoreGameForecast(staff, "own", database.db);
    expect(discounts).toEqual([{ name: "Spring", from: "2026-03-30", to: "2026-04-05", discountPercent: 25 }]);
  });

  it("is null where none was made", async () => {
    const { actual, forecast } = await getStoreGameForecast(staff, "unforecast", database.db);
    expect([actual, forecast]).toEqual([[], null]);
  });

  it("is there for the publisher's member, and for nobody else", async () => {
    const { db } = database;
    expect((await getPublisherGameForecast(member, "own", db)).game.slug).toBe("own");
    const missing = { code: "not_found" };
    await expect(getPublisherGameForecast(member, "other", db)).rejects.toMatchObject(missing);
    await expect(getPublisherGameForecast(staff, "own", db)).rejects.toMatchObject(missing);
    await expect(getPublisherGameForecast(shopper, "own", db)).rejects.toMatchObject(missing);
    await expect(getStoreGameForecast(member, "own", db)).rejects.toMatchObject(missing);
    await expect(getStoreGameForecast(staff, "no-such-game", db)).rejects.toMatchObject(missing);
  });
});

describe("the overview", () => {
  it("counts the window's units and orders, and keeps currencies apart", async () => {
    const { current, previous } = await getSalesOverview(staff, database.db);
    expect(current).toEqual({
      units: 12,
      orders: 1,
      refundedUnits: 0,
      revenue: [
        { currency: "USD", amountCents: 8000 },
        { currency: "GBP", amountCents: 4000 },
      ],
    });
    expect(previous).toEqual({ units: 0, orders: 0, refundedUnits: 0, revenue: [] });
  });

  it("adds the games' bands as independent ones, each that of its running total", async () => {
    const { forecast, forecastGames, forecastDays } = await getSalesOverview(staff, database.db);
    expect(forecastGames).toBe(2);
    const [below, above] = [Math.round(1800 - Math.hypot(120, 120)), Math.round(1800 + Math.hypot(180, 180))];
    expect(forecast).toEqual({ units: 1800, lowerUnits: below, upperUnits: above });
    expect(forecastDays[0]).toEqual({ day: addDays(LAST_DAY, 1), units: 30, lowerUnits: 26, upperUnits: 36 });
  });

  it("shows the live model's held-out scores beside seasonal naive's", async () => {
    const { model } = await getSalesOverview(staff, database.db);
    expect(model?.scores).toEqual({ mase: 0.8, wape: 0.3, coverage: 0.79 });
    expect(model?.naiveScores).toEqual({ mase: 1.2, wape: 0.5, coverage: 0.79 });
  });

  it("lists models, newest first, with what was decided about each", async () => {
    const { db } = database;
    const base = { artefactPrefix: "p", backend: "wasm", seed: 1, trainedThrough: toDate(LAST_DAY) };
    const decision = "MASE .83 on days held out, the live model has .80";
    const createdAt = new Date(Date.now() + 60_000);
    await db.modelVersion.create({ data: { ...base, version: "v2", status: "challenger", decision, createdAt } });
    const models = await listModelVersions(staff, db);
    expect(models.map(({ version, status }) => [version, status])).toEqual([
      ["v2", "challenger"],
      ["v1", "live"],
    ]);
    expect(models[0]).toMatchObject({ decision, scores: null });
    await expect(listModelVersions(member, db)).rejects.toMatchObject({ code: "not_found" });
    await db.modelVersion.delete({ where: { version: "v2" } });
  });

  it("lists top games by units, none without a sale", async () => {
    const { topGames } = await getSalesOverview(staff, database.db);
    expect(topGames.map(({ slug }) => slug)).toEqual(["own", "pounds", "other"]);
  });

  it("counts a day on which an ETL of all games found nothing", async () => {
    const { db } = database;
    const done = { trigger: "cron", state: "succeeded", startedAt: new Date(), finishedAt: new Date() } as const;
    const day = toDate(addDays(LAST_DAY, 1));
    const run = await db.pipelineRun.create({ data: { pipeline: "etl", day, gameSlugs: ["own"], ...done } });
    expect((await getSalesOverview(staff, db)).dataThrough).toBe(LAST_DAY);
    await db.pipelineRun.update({ where: { id: run.id }, data: { gameSlugs: [] } });
    expect((await getSalesOverview(staff, db)).dataThrough).toBe(addDays(LAST_DAY, 1));
    await db.pipelineRun.delete({ where: { id: run.id } });
  });
});

describe("recent orders", () => {
  it("come newest first in keyset pages, by state where asked", async () => {
    const { db } = database;
    const first = await listRecentOrders(staff, { limit: 2 }, db);
    expect(first.items.map(({ titles }) => titles)).toEqual([["OTHER"], ["OTHER"]]);
    const rest = await listRecentOrders(staff, { limit: 2, cursor: first.nextCursor ?? "" }, db);
    expect(rest.items.map(({ titles }) => titles)).toEqual([["OWN"]]);
    expect(rest.nextCursor).toBeNull();
    const pending = await listRecentOrders(staff, { limit: 10, status: "pending" }, db);
    expect(pending.items).toHaveLength(1);
  });

  it("are not there for others, and a broken cursor is refused", async () => {
    const { db } = database;
    await expect(listRecentOrders(member, { limit: 2 }, db)).rejects.toMatchObject({ code: "not_found" });
    await expect(listRecentOrders(staff, { limit: 2, cursor: "x" }, db)).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});
