import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { addDays, toDate } from "@/lib/shared/day";
import { addBulkDay, loadBulkShop } from "./load-bulk-shop";

const DAY = "2025-12-31";
const size = { games: 150, items: 20_000, shoppers: 1_000 };
const database = useTestDatabase();

async function count(sql: string): Promise<number> {
  const [row] = await database.db.$queryRawUnsafe<{ count: bigint }[]>(`SELECT count(*) FROM ${sql}`);
  return Number(row?.count);
}

/** Indexes and triggers of the large tables, which are taken away and brought back. */
function listRules(): Promise<unknown> {
  return database.db.$queryRaw`
    SELECT indexname::text AS name, '' AS state FROM pg_indexes WHERE tablename IN ('orders', 'order_items', 'refunds')
    UNION ALL
    SELECT tgname::text, tgenabled::text FROM pg_trigger
    WHERE tgrelid IN ('orders'::regclass, 'order_items'::regclass, 'refunds'::regclass) AND NOT tgisinternal
    ORDER BY name`;
}

let rules: unknown;

beforeAll(async () => {
  rules = await listRules();
  await loadBulkShop({ databaseUrl: database.url, day: DAY, size });
});

describe("a bulk shop", () => {
  it("has about as much as it was asked for, hits and a long tail", async () => {
    expect(await count("games")).toBe(150);
    const items = await count("order_items");
    expect(items / size.items).toBeCloseTo(1, 0.5);
    const best = await database.db.orderItem.groupBy({
      by: "gameId",
      _count: true,
      orderBy: { _count: { gameId: "desc" } },
    });
    const top = best.slice(0, 15).reduce((sum, { _count }) => sum + _count, 0);
    expect(top / items).toBeGreaterThan(0.2);
    for (const table of ["refunds", "reviews", "wishlist_items", "promotion_games"]) {
      expect(await count(table)).toBeGreaterThan(50);
    }
  });

  it("keeps every reference and constraint that was not checked while it was loaded", async () => {
    expect(await count("order_items i LEFT JOIN orders o ON o.id = i.order_id WHERE o.id IS NULL")).toBe(0);
    expect(await count("orders o LEFT JOIN users u ON u.id = o.user_id WHERE u.id IS NULL")).toBe(0);
    expect(await count("orders o WHERE NOT EXISTS (SELECT FROM order_items i WHERE i.order_id = o.id)")).toBe(0);
    expect(await count("reviews r LEFT JOIN users u ON u.id = r.user_id WHERE u.id IS NULL")).toBe(0);
    expect(await count("wishlist_items w LEFT JOIN games g ON g.id = w.game_id WHERE g.id IS NULL")).toBe(0);
    expect(await listRules()).toEqual(rules);
  });

  it("leaves the last day to be sold with every trigger, whose changes are in the log", async () => {
    const paidAt = { gte: toDate(DAY) };
    expect(await database.db.order.count({ where: { paidAt } })).toBe(0);
    expect(await database.db.changedSalesDay.count()).toBe(0);
    await addBulkDay({ databaseUrl: database.url, day: DAY, size });
    expect(await database.db.order.count({ where: { paidAt } })).toBeGreaterThan(5);
    const logged = await database.db.changedSalesDay.groupBy({ by: "day" });
    expect(logged.map(({ day }) => day)).toContainEqual(toDate(DAY));
    expect(await database.db.order.count({ where: { paidAt: { gte: toDate(addDays(DAY, 1)) } } })).toBe(0);
  });
});
