import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { copyRows } from "@/jobs/simulate/load/copy";
import { toDay } from "@/lib/shared/day";
import { TestShop } from "./test-shop";

const database = useTestDatabase();
let shop: TestShop;

beforeAll(async () => {
  shop = await new TestShop(database.db).open();
  for (const slug of ["saga", "quest", "other"]) await shop.game({ slug, release: "2026-03-01" });
});

/** What was logged since the last look, without repetitions. */
async function takeLog(): Promise<string[]> {
  const slugs = new Map([...shop.gameIds].map(([slug, id]) => [id, slug]));
  const rows = await database.db.changedSalesDay.findMany();
  await database.db.changedSalesDay.deleteMany();
  return [...new Set(rows.map(({ gameId, day }) => `${slugs.get(gameId)} ${toDay(day)}`))].sort();
}

/** An order of two items on the last moment of a UTC day. */
async function sellBoth(at = "2026-03-10T23:59:59.999Z") {
  const order = await shop.sell({ game: "saga", at, cents: 1000 });
  const data = { orderId: order.id, gameId: shop.id("quest"), listPriceCents: 500, unitPriceCents: 500 };
  const second = await database.db.orderItem.create({ data });
  return { order, items: [...order.items, second] };
}

describe("the change log", () => {
  it("has the UTC day of a paid order's items, and nothing of one that is not paid", async () => {
    await takeLog();
    await sellBoth();
    expect(await takeLog()).toEqual(["quest 2026-03-10", "saga 2026-03-10"]);
    const pending = await shop.sell({ game: "other", at: "2026-03-10T10:00:00Z", status: "pending" });
    expect(await takeLog()).toEqual([]);
    await database.db.order.update({
      where: { id: pending.id },
      data: { status: "paid", paidAt: new Date("2026-03-11T00:00:00Z") },
    });
    expect(await takeLog()).toEqual(["other 2026-03-11"]);
  });

  it("has both days where a payment moves, and none where only the status changes", async () => {
    const { order } = await sellBoth();
    await takeLog();
    await database.db.order.update({ where: { id: order.id }, data: { status: "refunded" } });
    expect(await takeLog()).toEqual([]);
    await database.db.order.update({ where: { id: order.id }, data: { paidAt: new Date("2026-03-12T01:00:00Z") } });
    expect(await takeLog()).toEqual(["quest 2026-03-10", "quest 2026-03-12", "saga 2026-03-10", "saga 2026-03-12"]);
    await database.db.order.update({ where: { id: order.id }, data: { status: "failed", paidAt: null } });
    expect(await takeLog()).toEqual(["quest 2026-03-12", "saga 2026-03-12"]);
  });

  it("has a changed or deleted item, also where the whole order is deleted", async () => {
    const { order, items } = await sellBoth();
    await takeLog();
    const [first, second] = items;
    await database.db.orderItem.update({ where: { id: first?.id ?? 0n }, data: { gameId: shop.id("other") } });
    expect(await takeLog()).toEqual(["other 2026-03-10", "saga 2026-03-10"]);
    await database.db.orderItem.delete({ where: { id: second?.id ?? 0n } });
    expect(await takeLog()).toEqual(["quest 2026-03-10"]);
    await database.db.order.delete({ where: { id: order.id } });
    expect(await takeLog()).toEqual(["other 2026-03-10"]);
  });

  it("has each refund day of an order for all of its items, whatever of them changes", async () => {
    const { order, items } = await sellBoth();
    await takeLog();
    const refund = { orderId: order.id, amountCents: 100, status: "succeeded" } as const;
    const early = await database.db.refund.create({ data: { ...refund, createdAt: new Date("2026-03-12T00:00:00Z") } });
    expect(await takeLog()).toEqual(["quest 2026-03-12", "saga 2026-03-12"]);
    await database.db.refund.create({ data: { ...refund, createdAt: new Date("2026-03-13T23:30:00Z") } });
    const both = ["quest 2026-03-12", "quest 2026-03-13", "saga 2026-03-12", "saga 2026-03-13"];
    expect(await takeLog()).toEqual(both);
    await database.db.orderItem.update({ where: { id: items[0]?.id ?? 0n }, data: { quantity: 2 } });
    expect(await takeLog()).toEqual([...both, "saga 2026-03-10"].sort());
    await database.db.refund.delete({ where: { id: early.id } });
    expect(await takeLog()).toEqual(both);
  });

  it("does not make sales of the same game wait for each other", async () => {
    const order = await shop.sell({ game: "other", at: "2026-03-14T10:00:00Z" });
    await takeLog();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const first = database.db.$transaction(async (tx) => {
      const data = { orderId: order.id, gameId: shop.id("saga"), listPriceCents: 1, unitPriceCents: 1 };
      await tx.orderItem.create({ data });
      await held;
    });
    await shop.sell({ game: "saga", at: "2026-03-14T11:00:00Z" });
    expect(await takeLog()).toEqual(["saga 2026-03-14"]);
    letGo();
    await first;
    expect(await takeLog()).toEqual(["saga 2026-03-14"]);
  });

  it("sees a bulk load that skips the checks of references", async () => {
    const order = await shop.sell({ game: "other", at: "2026-03-15T10:00:00Z" });
    await takeLog();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("SET session_replication_role = replica");
    const columns = ["order_id", "game_id", "list_price_cents", "unit_price_cents"];
    await copyRows(client, "order_items", columns, [
      [order.id, shop.id("saga"), 100, 100],
      [order.id, shop.id("quest"), 100, 100],
    ]);
    await client.end();
    expect(await takeLog()).toEqual(["quest 2026-03-15", "saga 2026-03-15"]);
  });
});
