import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks } from "@/jobs/pipelines/test-context";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { toDay } from "@/lib/shared/day";
import { EXAMPLE_DAY, openExampleShop } from "./example-shop";
import { etlTasks } from "./tasks";
import type { TestShop } from "./test-shop";

const database = useTestDatabase();
let shop: TestShop;

const runEtl = (isForced = false) => {
  const around = { db: database.db, storage: new MemoryStorage(), day: EXAMPLE_DAY, isForced };
  return runTasks(PIPELINE_TASKS.etl, etlTasks, around);
};

beforeAll(async () => {
  shop = await openExampleShop(database.db);
});

it("has the days of sale, and refunds on the day of the refund", async () => {
  await runEtl();
  const rows = await database.db.dailySales.findMany({ where: { gameId: shop.id("saga") }, orderBy: { day: "asc" } });
  const shown = rows.map((row) => [toDay(row.day).slice(-2), row.units, Number(row.revenueCents), row.refundedUnits]);
  expect(shown).toEqual([
    ["02", 2, 4000, 0],
    ["03", 1, 2000, 0],
    ["06", 1, 1500, 0],
    ["08", 0, 0, 1],
    ["10", 1, 750, 0],
  ]);
  expect(Number(rows[3]?.refundedCents)).toBe(1500);
  const saga = await database.db.game.findUniqueOrThrow({ where: { slug: "saga" } });
  expect(saga).toMatchObject({ popularity: 5, reviewCount: 3, positiveCount: 1 });
  expect(Number(saga.ratingAverage)).toBe(2.33);
});

it("pays the items of a refunded order back one after the other, to the cent; units return with the last one", async () => {
  const { db } = database;
  const order = await shop.sell({ game: "saga", at: "2026-03-04T12:00:00Z", cents: 100, status: "refunded" });
  const early = { orderId: order.id, gameId: shop.id("early"), listPriceCents: 201, unitPriceCents: 201 };
  await db.orderItem.create({ data: early });
  const refund = { orderId: order.id, status: "succeeded" } as const;
  await db.refund.create({ data: { ...refund, amountCents: 150, createdAt: new Date("2026-03-04T13:00:00Z") } });
  await db.refund.create({ data: { ...refund, amountCents: 151, createdAt: new Date("2026-03-05T13:00:00Z") } });
  await db.refund.create({
    data: { ...refund, status: "failed", amountCents: 99, createdAt: new Date("2026-03-05") },
  });
  await runEtl();
  const days = { in: [new Date("2026-03-04"), new Date("2026-03-05")] };
  const rows = await db.dailySales.findMany({
    where: { day: days },
    orderBy: [{ day: "asc" }, { refundedCents: "asc" }],
  });
  await db.refund.deleteMany({ where: { orderId: order.id } });
  await db.order.delete({ where: { id: order.id } });
  await runEtl();
  const slugs = new Map([...shop.gameIds].map(([slug, id]) => [id, slug]));
  expect(rows.map((row) => [slugs.get(row.gameId), Number(row.refundedCents), row.refundedUnits])).toEqual([
    ["early", 50, 0],
    ["saga", 100, 1],
    ["early", 151, 1],
  ]);
});

it("takes away rows that are no longer true and leaves later days alone", async () => {
  const stale = { gameId: shop.id("early"), units: 9, revenueCents: 9n };
  const days = [new Date("2026-03-09"), new Date("2026-03-20")];
  await database.db.dailySales.createMany({ data: days.map((day) => ({ ...stale, day })) });
  await runEtl(true);
  const rows = await database.db.dailySales.findMany({ where: { gameId: stale.gameId }, orderBy: { day: "asc" } });
  expect(rows.map(({ day }) => toDay(day))).toEqual(["2026-03-07", "2026-03-20"]);
  await database.db.dailySales.deleteMany({ where: { day: new Date("2026-03-20") } });
});

it("leaves an imported game the review counts it came with, until it is reviewed here", async () => {
  const counts = { reviewCount: 100, positiveCount: 90 };
  const where = { id: shop.id("unsold") };
  await database.db.game.update({ where, data: { source: "steam", sourceId: "1", ...counts } });
  await runEtl();
  expect(await database.db.game.findUnique({ where })).toMatchObject(counts);
  const none = { source: null, sourceId: null, reviewCount: 0, positiveCount: 0 };
  await database.db.game.update({ where, data: none });
});
