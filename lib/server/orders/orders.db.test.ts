import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { addCartItem } from "../cart/commands";
import { getCart } from "../cart/queries";
import { listLibrary } from "../library/queries";
import { TEST_DELAY_MS, testProvider } from "../payments/test-provider";
import { placeOrder, refreshOrder } from "./commands";
import { getOrder, listOrders } from "./queries";
import { settlePendingOrders } from "./settle";
import { createShop, toCheckout } from "./shop-fixture";

const database = useTestDatabase();
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const cartOf = (userId: string) => getCart({ userId, guestToken: null }, database.db);
const library = async (buyer: { userId: string }) =>
  (await listLibrary(buyer, { limit: 100, sort: "recent" }, database.db)).items.map(({ gameId }) => gameId);

describe("a checkout", () => {
  test("pays the order, hands over the games and takes only them out of the cart", async () => {
    const { db } = database;
    const buyer = await shop.createUser();
    const [game, other] = [await shop.createGame(), await shop.createGame()];
    const owner = { ...buyer, guestToken: null };
    await addCartItem(owner, { gameId: game.id }, db);
    await addCartItem(owner, { gameId: other.id }, db);

    const order = await placeOrder(buyer, toCheckout([game.id]), db);

    expect(order).toMatchObject({
      status: "paid",
      totalCents: 1999,
      payment: { provider: "test", status: "succeeded" },
    });
    expect(order.paidAt).not.toBeNull();
    expect(await library(buyer)).toEqual([game.id]);
    expect((await cartOf(buyer.userId)).lines.map(({ gameId }) => gameId)).toEqual([other.id]);
    expect(await db.auditLog.count({ where: { action: "order.paid", entityId: order.id } })).toBe(1);
  });

  test("writes list price, discount and price paid of the moment", async () => {
    const { db } = database;
    const [buyer, game] = [await shop.createUser(), await shop.createGame()];
    await db.promotion.create({
      data: {
        name: "Sale",
        status: "published",
        startsAt: new Date(Date.now() - 60_000),
        endsAt: new Date(Date.now() + 60_000),
        games: { create: { gameId: game.id, discountPercent: 25 } },
      },
    });
    const order = await placeOrder(buyer, toCheckout([game.id], { totalCents: 1499 }), db);
    expect(order.items).toMatchObject([{ listPriceCents: 1999, discountPercent: 25, unitPriceCents: 1499 }]);
  });

  test("orders nothing where the price changed since it was shown, and says the new total", async () => {
    const { db } = database;
    const [buyer, game] = [await shop.createUser(), await shop.createGame()];
    await db.gamePrice.updateMany({ where: { gameId: game.id }, data: { priceCents: 2499 } });
    const attempt = placeOrder(buyer, toCheckout([game.id]), db);
    await expect(attempt).rejects.toMatchObject({
      code: "conflict",
      fields: { reason: "price_changed", totalCents: "2499" },
    });
    expect(await db.order.count({ where: { userId: buyer.userId } })).toBe(0);
  });

  test("gives a free game without a card, and wants a card for any other", async () => {
    const { db } = database;
    const buyer = await shop.createUser();
    const [free, paid] = [await shop.createGame({ priceCents: 0 }), await shop.createGame()];
    const order = await placeOrder(buyer, toCheckout([free.id], { totalCents: 0 }), db);
    expect(order).toMatchObject({ status: "paid", totalCents: 0, payment: { provider: "free" } });
    expect(await library(buyer)).toEqual([free.id]);
    const { payment: _payment, ...withoutCard } = toCheckout([paid.id]);
    await expect(placeOrder(buyer, withoutCard, db)).rejects.toMatchObject({ code: "invalid_input" });
    const asFree = toCheckout([paid.id], { totalCents: 0 });
    await expect(placeOrder(buyer, asFree, db)).rejects.toMatchObject({ fields: { reason: "price_changed" } });
  });

  test.each([
    { state: "not released", game: { releaseDate: new Date("2999-01-01") }, reason: "not_released" },
    { state: "without a date", game: { releaseDate: null }, reason: "not_released" },
    { state: "delisted", game: { status: "delisted" }, reason: "not_sold" },
    { state: "a draft", game: { status: "draft" }, reason: "not_sold" },
  ] as const)("refuses a game that is $state", async ({ game: input, reason }) => {
    const [buyer, game] = [await shop.createUser(), await shop.createGame(input)];
    const attempt = placeOrder(buyer, toCheckout([game.id]), database.db);
    await expect(attempt).rejects.toMatchObject({ code: "conflict", fields: { reason } });
  });

  test("refuses a game that does not exist and one in another currency", async () => {
    const [buyer, game] = [await shop.createUser(), await shop.createGame({ currency: "GBP" })];
    const unknown = placeOrder(buyer, toCheckout([randomUUID()]), database.db);
    await expect(unknown).rejects.toMatchObject({ code: "not_found" });
    const inDollars = placeOrder(buyer, toCheckout([game.id]), database.db);
    await expect(inDollars).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("GBP") });
  });
});

describe("a payment that does not succeed at once", () => {
  test("declined: the order fails, the library stays empty, the cart stays, a new key works", async () => {
    const { db } = database;
    const [buyer, game] = [await shop.createUser(), await shop.createGame({ keys: 1 })];
    await addCartItem({ ...buyer, guestToken: null }, { gameId: game.id }, db);

    const declined = toCheckout([game.id], { card: "decline" });
    const failed = await placeOrder(buyer, declined, db);
    expect(failed).toMatchObject({ status: "failed", paidAt: null, payment: { failureCode: "card_declined" } });
    expect(await placeOrder(buyer, declined, db)).toEqual(failed);
    expect(await library(buyer)).toEqual([]);
    expect((await cartOf(buyer.userId)).lines).toHaveLength(1);

    const paid = await placeOrder(buyer, toCheckout([game.id]), db);
    expect(paid.status).toBe("paid");
    expect(paid.items[0]?.licenceKeys).toHaveLength(1);
  });

  test("delayed: pending without game or key, settled by asking once the provider confirms", async () => {
    const { db } = database;
    const [buyer, game] = [await shop.createUser(), await shop.createGame({ keys: 1 })];
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-01T12:00:00Z") });

    const order = await placeOrder(buyer, toCheckout([game.id], { card: "delay" }), db);
    expect(order).toMatchObject({ status: "pending", paidAt: null });
    expect(order.items[0]?.licenceKeys).toEqual([]);
    expect(await library(buyer)).toEqual([]);
    expect((await refreshOrder(buyer, order.id, db)).status).toBe("pending");
    const second = placeOrder(buyer, toCheckout([game.id]), db);
    await expect(second).rejects.toMatchObject({ fields: { reason: "payment_pending", orderId: order.id } });

    vi.setSystemTime(Date.now() + TEST_DELAY_MS);
    const settled = await Promise.all(Array.from({ length: 8 }, () => refreshOrder(buyer, order.id, db)));
    expect(settled.map(({ status }) => status)).toEqual(Array(8).fill("paid"));
    expect(settled[0]?.items[0]?.licenceKeys).toHaveLength(1);
    expect(await db.auditLog.count({ where: { action: "order.paid", entityId: order.id } })).toBe(1);
  });

  test("a process killed before, or during, the charge leaves an order that is settled later, charged once", async () => {
    const { db } = database;
    const [buyer, game] = [await shop.createUser(), await shop.createGame()];
    const charge = vi.spyOn(testProvider, "charge").mockRejectedValue(new Error("the line is dead"));
    const checkout = toCheckout([game.id]);
    const lost = await placeOrder(buyer, checkout, db);
    expect(lost.status).toBe("pending");
    expect(await settlePendingOrders(db, buyer)).toBe(1);
    charge.mockRestore();

    const [retried, pending] = await Promise.all([placeOrder(buyer, checkout, db), settlePendingOrders(db, buyer)]);
    expect(retried).toMatchObject({ id: lost.id, status: "paid" });
    expect(pending).toBe(0);
    expect(await db.payment.count({ where: { order: { userId: buyer.userId } } })).toBe(1);
    expect(await library(buyer)).toEqual([game.id]);
  });
});

test("an order names a game that the store shows no more, but leads to no page of it", async () => {
  const { db } = database;
  const [buyer, gone, game] = [await shop.createUser(), await shop.createGame(), await shop.createGame()];
  const { id } = await placeOrder(buyer, toCheckout([gone.id, game.id]), db);
  await db.game.update({ where: { id: gone.id }, data: { status: "delisted" } });
  const { items } = await getOrder(buyer, id, db);
  expect(new Map(items.map(({ gameId, hasPage }) => [gameId, hasPage]))).toEqual(
    new Map([
      [gone.id, false],
      [game.id, true],
    ]),
  );
});

describe("somebody else", () => {
  test("does not find the order, by its id or in the list", async () => {
    const { db } = database;
    const [buyer, stranger, game] = [await shop.createUser(), await shop.createUser(), await shop.createGame()];
    const order = await placeOrder(buyer, toCheckout([game.id]), db);
    await expect(getOrder(stranger, order.id, db)).rejects.toMatchObject({ code: "not_found" });
    await expect(refreshOrder(stranger, order.id, db)).rejects.toMatchObject({ code: "not_found" });
    await expect(getOrder(buyer, "not-an-id", db)).rejects.toMatchObject({ code: "not_found" });
    expect((await listOrders(stranger, { limit: 10 }, db)).items).toEqual([]);
  });

  test("may use the same key for an order of their own", async () => {
    const { db } = database;
    const [first, second, game] = [await shop.createUser(), await shop.createUser(), await shop.createGame()];
    const checkout = toCheckout([game.id]);
    const orders = [await placeOrder(first, checkout, db), await placeOrder(second, checkout, db)];
    expect(new Set(orders.map(({ id }) => id)).size).toBe(2);
  });
});

test("the list of orders pages through all of them, latest first", async () => {
  const { db } = database;
  const buyer = await shop.createUser();
  const placed: string[] = [];
  for (let count = 0; count < 5; count++) {
    const game = await shop.createGame();
    placed.unshift((await placeOrder(buyer, toCheckout([game.id]), db)).id);
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listOrders(buyer, { limit: 2, cursor }, db);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(placed);
  await expect(listOrders(buyer, { limit: 2, cursor: "x" }, db)).rejects.toMatchObject({ code: "invalid_input" });
});
