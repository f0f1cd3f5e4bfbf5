import pLimit from "p-limit";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Order } from "@/lib/shared/orders";
import { AppError } from "../errors";
import { testProvider } from "../payments/test-provider";
import { placeOrder } from "./commands";
import { createShop, toCheckout } from "./shop-fixture";

const SESSIONS = 40;
const database = useTestDatabase({ maxConnections: SESSIONS });
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const isOrder = (result: PromiseSettledResult<Order>): result is PromiseFulfilledResult<Order> =>
  result.status === "fulfilled";

function codesOf(results: PromiseSettledResult<Order>[]): string[] {
  return results.flatMap((result) => {
    if (isOrder(result)) return [];
    if (result.reason instanceof AppError) return [result.reason.code];
    throw result.reason;
  });
}

describe("at the same time", () => {
  test("50 checkouts with one key make one order, one payment and one charge", async () => {
    const { db } = database;
    const buyer = await shop.createUser();
    const games = [await shop.createGame({ keys: 60 }), await shop.createGame()];
    const charge = vi.spyOn(testProvider, "charge");
    const checkout = toCheckout(games.map(({ id }) => id));

    const orders = await Promise.all(Array.from({ length: 50 }, () => placeOrder(buyer, checkout, db)));

    expect(new Set(orders.map(({ id }) => id)).size).toBe(1);
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(["paid"]));
    expect(await db.order.count({ where: { userId: buyer.userId } })).toBe(1);
    expect(await db.orderItem.count({ where: { order: { userId: buyer.userId } } })).toBe(2);
    expect(await db.payment.count({ where: { order: { userId: buyer.userId } } })).toBe(1);
    expect(new Set(charge.mock.calls.map(([reference]) => reference)).size).toBe(1);
    expect(await db.entitlement.count({ where: buyer })).toBe(2);
    expect(await db.licenceKey.count({ where: { gameId: games[0]?.id ?? "", status: "sold" } })).toBe(1);
  });

  test("one key with two contents makes one order and a conflict", async () => {
    const { db } = database;
    const [buyer, game, other] = [await shop.createUser(), await shop.createGame(), await shop.createGame()];
    const first = toCheckout([game.id]);
    const second = toCheckout([other.id], { key: first.idempotencyKey });
    const results = await Promise.allSettled([placeOrder(buyer, first, db), placeOrder(buyer, second, db)]);
    expect(codesOf(results)).toEqual(["conflict"]);
    expect(await db.order.count({ where: { userId: buyer.userId } })).toBe(1);
    await expect(placeOrder(buyer, { ...first, currency: "EUR" }, db)).rejects.toMatchObject({ code: "conflict" });
  });

  test("two tabs buying one game make one paid order, one charge and one entitlement", async () => {
    const { db } = database;
    const charge = vi.spyOn(testProvider, "charge");
    for (let round = 0; round < 10; round++) {
      charge.mockClear();
      const [buyer, game, extra] = [await shop.createUser(), await shop.createGame(), await shop.createGame()];
      const results = await Promise.allSettled([
        placeOrder(buyer, toCheckout([game.id]), db),
        placeOrder(buyer, toCheckout([game.id, extra.id]), db),
      ]);
      expect(results.filter(isOrder).map(({ value }) => value.status)).toEqual(["paid"]);
      expect(codesOf(results)).toEqual(["conflict"]);
      expect(await db.order.count({ where: { userId: buyer.userId } })).toBe(1);
      expect(await db.entitlement.count({ where: { ...buyer, gameId: game.id } })).toBe(1);
      expect(new Set(charge.mock.calls.map(([reference]) => reference)).size).toBe(1);
    }
  });

  test("200 buyers, 150 keys: exactly 150 are sold, each once, and nobody else is charged", async () => {
    const { db } = database;
    const game = await shop.createGame({ keys: 150 });
    const buyers = await Promise.all(Array.from({ length: 200 }, () => shop.createUser()));
    const charge = vi.spyOn(testProvider, "charge");

    // As many at once as there are connections: what waits for one in this process races with nobody.
    const queue = pLimit(SESSIONS);
    const results = await Promise.allSettled(
      buyers.map((buyer) => queue(() => placeOrder(buyer, toCheckout([game.id]), db))),
    );

    const keys = results.filter(isOrder).flatMap(({ value }) => value.items.flatMap(({ licenceKeys }) => licenceKeys));
    expect(keys).toHaveLength(150);
    expect(new Set(keys).size).toBe(150);
    expect(codesOf(results)).toEqual(Array(50).fill("conflict"));
    expect(await db.licenceKey.count({ where: { gameId: game.id, status: "available" } })).toBe(0);
    expect(await db.order.count({ where: { items: { some: { gameId: game.id } } } })).toBe(150);
    expect(new Set(charge.mock.calls.map(([reference]) => reference)).size).toBe(150);
  });
});
