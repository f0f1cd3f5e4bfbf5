import { beforeEach, describe, expect, test } from "vitest";
import { extractChanges } from "@/jobs/etl/extract";
import { useTestDatabase } from "@/jobs/local/test-database";
import { toDate, toDay } from "@/lib/shared/day";
import { addCartItem } from "../cart/commands";
import { findCheckout, getCart } from "../cart/queries";
import { placeOrder } from "./commands";
import { createShop, toCheckout } from "./shop-fixture";

const database = useTestDatabase();
const abroad = { EUR: 1899, JPY: 2900 };
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});

const newOwner = async () => ({ ...(await shop.createUser()), guestToken: null });
const totalsOf = async (owner: Awaited<ReturnType<typeof newOwner>>, currency: string) => {
  const { lines } = await getCart(owner, database.db, { currency });
  return lines.map(({ price }) => `${price?.amountCents} ${price?.currency}`).toSorted();
};

/** Units and revenue of the game today, as charts and forecasts see them. */
async function countToday(gameId: string) {
  const { db } = database;
  const today = toDay(new Date());
  await db.$transaction((tx) => extractChanges(tx, { through: today, gameIds: null }, false));
  const row = await db.dailySales.findUnique({ where: { gameId_day: { gameId, day: toDate(today) } } });
  return row && { units: row.units, cents: Number(row.revenueCents), back: Number(row.refundedCents) };
}

describe("a cart", () => {
  test("is priced anew at once when its shopper takes another currency", async () => {
    const { db } = database;
    const [owner, game] = [await newOwner(), await shop.createGame({ abroad })];
    await addCartItem(owner, { gameId: game.id }, db, { currency: "EUR" });
    expect(await totalsOf(owner, "EUR")).toEqual(["1899 EUR"]);
    expect(await totalsOf(owner, "JPY")).toEqual(["2900 JPY"]);
    expect(await totalsOf(owner, "GBP")).toEqual(["1999 USD"]);
  });

  test("that falls apart into two currencies is paid in one at a time", async () => {
    const { db } = database;
    const [owner, worldwide, american] = [await newOwner(), await shop.createGame({ abroad }), await shop.createGame()];
    await addCartItem(owner, { gameId: worldwide.id }, db, { currency: "USD" });
    await addCartItem(owner, { gameId: american.id }, db, { currency: "USD" });
    expect(await totalsOf(owner, "EUR")).toEqual(["1899 EUR", "1999 USD"]);
    const pay = (currency: string) => findCheckout(owner, { currency }, db, { currency: "EUR" });
    expect((await pay("EUR"))?.total).toEqual({ currency: "EUR", amountCents: 1899, gameIds: [worldwide.id] });
    expect((await pay("USD"))?.total).toEqual({ currency: "USD", amountCents: 1999, gameIds: [american.id] });
  });
});

describe("an order", () => {
  test.each([
    { currency: "EUR", totalCents: 1899 },
    { currency: "JPY", totalCents: 2900 },
  ])("in $currency is charged in it, and counts at the game's own price, also when it goes back", async (paid) => {
    const { db } = database;
    const [buyer, game] = [await shop.createUser(), await shop.createGame({ abroad })];
    const order = await placeOrder(buyer, toCheckout([game.id], paid), db);
    expect(order).toMatchObject({ status: "paid", currency: paid.currency, totalCents: paid.totalCents });
    const payment = await db.payment.findFirstOrThrow({ where: { orderId: order.id } });
    expect(payment).toMatchObject({ amountCents: paid.totalCents, currency: paid.currency });
    const item = await db.orderItem.findFirstOrThrow({ where: { orderId: order.id } });
    expect(item).toMatchObject({ unitPriceCents: paid.totalCents, unitBaseCents: 1999 });
    expect(await countToday(game.id)).toEqual({ units: 1, cents: 1999, back: 0 });

    await db.refund.create({ data: { orderId: order.id, amountCents: paid.totalCents, status: "succeeded" } });
    expect(await countToday(game.id)).toEqual({ units: 1, cents: 1999, back: 1999 });
  });

  test("counts with its promotion in both currencies", async () => {
    const { db } = database;
    const [buyer, game] = [await shop.createUser(), await shop.createGame({ abroad })];
    const span = { startsAt: new Date(Date.now() - 60_000), endsAt: new Date(Date.now() + 3_600_000) };
    const games = { create: { gameId: game.id, discountPercent: 25 } };
    await db.promotion.create({ data: { name: "Sale", status: "published", ...span, games } });
    await placeOrder(buyer, toCheckout([game.id], { currency: "JPY", totalCents: 2175 }), db);
    expect(await countToday(game.id)).toEqual({ units: 1, cents: 1499, back: 0 });
  });

  test("in the game's own currency writes no second price", async () => {
    const { db } = database;
    const [buyer, game] = [await shop.createUser(), await shop.createGame({ abroad })];
    const order = await placeOrder(buyer, toCheckout([game.id]), db);
    const item = await db.orderItem.findFirstOrThrow({ where: { orderId: order.id } });
    expect(item).toMatchObject({ unitPriceCents: 1999, unitBaseCents: null });
  });

  test("is refused in a currency that the game has no price in", async () => {
    const [buyer, game] = [await shop.createUser(), await shop.createGame({ abroad })];
    const order = placeOrder(buyer, toCheckout([game.id], { currency: "GBP" }), database.db);
    await expect(order).rejects.toMatchObject({ code: "conflict" });
    expect(await database.db.order.count({ where: { userId: buyer.userId } })).toBe(0);
  });
});
