import { beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { toDay } from "@/lib/shared/day";
import { extractChanges } from "./extract";
import { TestShop } from "./test-shop";

const database = useTestDatabase();
let shop: TestShop;
let made = 0;

beforeEach(async () => {
  const { db } = database;
  if (made === 0) shop = await new TestShop(db).open();
  made += 1;
  await shop.game({ slug: game(), release: "2026-03-01" });
});

const game = () => `game-${made}`;

/** What the roll-up has of the game: day, units, revenue, units and cents given back. */
async function extract(isForced = false) {
  const { db } = database;
  await db.$transaction((tx) => extractChanges(tx, { through: "2026-03-31", gameIds: null }, isForced));
  const rows = await db.dailySales.findMany({ where: { gameId: shop.id(game()) }, orderBy: { day: "asc" } });
  return rows.map(({ day, units, revenueCents, refundedUnits, refundedCents }) => [
    toDay(day).slice(-2),
    ...[units, Number(revenueCents), refundedUnits, Number(refundedCents)],
  ]);
}

async function refund(orderId: string, amountCents: number, day: string, orderItemId: bigint | null = null) {
  const createdAt = new Date(`2026-03-${day}T12:00:00Z`);
  await database.db.refund.create({ data: { orderId, orderItemId, amountCents, status: "succeeded", createdAt } });
}

describe("an order in another currency", () => {
  it("counts at what its units cost in the game's own, beside orders in that", async () => {
    await shop.sell({ game: game(), at: "2026-03-02T10:00:00Z", cents: 2000 });
    await shop.sell({ game: game(), at: "2026-03-02T11:00:00Z", cents: 1899, currency: "EUR", baseCents: 2000 });
    await shop.sell({
      game: game(),
      at: "2026-03-03T11:00:00Z",
      cents: 2900,
      currency: "JPY",
      baseCents: 1999,
      quantity: 2,
    });
    const counted = [
      ["02", 2, 4000, 0, 0],
      ["03", 2, 3998, 0, 0],
    ];
    expect(await extract()).toEqual(counted);
    expect(await extract(true)).toEqual(counted);
  });

  it("gives back by the item's own two prices, to the cent of what it counted for, however often", async () => {
    const sale = { game: game(), at: "2026-03-02T10:00:00Z", cents: 2900, currency: "JPY", baseCents: 1999 };
    const order = await shop.sell(sale);
    for (const [yen, day] of [
      [1, "04"],
      [1449, "05"],
      [1450, "06"],
    ] as const) {
      await refund(order.id, yen, day);
    }
    const rows = [
      ["02", 1, 1999, 0, 0],
      ["04", 0, 0, 0, 1],
      ["05", 0, 0, 0, 999],
      ["06", 0, 0, 1, 999],
    ];
    expect(await extract()).toEqual(rows);
    expect(await extract(true)).toEqual(rows);
  });

  it("gives one item of an order back at its own rate", async () => {
    const order = await shop.sell({
      game: game(),
      at: "2026-03-02T10:00:00Z",
      cents: 1899,
      currency: "EUR",
      baseCents: 2000,
    });
    await refund(order.id, 1899, "07", order.items[0]?.id ?? null);
    expect(await extract()).toEqual([
      ["02", 1, 2000, 0, 0],
      ["07", 0, 0, 1, 2000],
    ]);
  });

  it("returns the unit of a game that was free in the currency, and no money", async () => {
    const order = await shop.sell({
      game: game(),
      at: "2026-03-02T10:00:00Z",
      cents: 0,
      currency: "BRL",
      baseCents: 0,
    });
    await refund(order.id, 0, "08");
    expect(await extract()).toEqual([
      ["02", 1, 0, 0, 0],
      ["08", 0, 0, 1, 0],
    ]);
  });

  it("is counted again, with its refunds, when the price in the game's own currency is mended", async () => {
    const order = await shop.sell({
      game: game(),
      at: "2026-03-02T10:00:00Z",
      cents: 1899,
      currency: "EUR",
      baseCents: 2,
    });
    await refund(order.id, 1899, "09");
    await extract();
    const where = { id: order.items[0]?.id ?? 0n };
    await database.db.orderItem.update({ where, data: { unitBaseCents: 2000 } });
    expect(await extract()).toEqual([
      ["02", 1, 2000, 0, 0],
      ["09", 0, 0, 1, 2000],
    ]);
  });
});
