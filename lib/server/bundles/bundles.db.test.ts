import { beforeEach, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { addBundle, addCartItem, removeCartItem } from "../cart/commands";
import { getCart } from "../cart/queries";
import { createGuestToken, type Shopper } from "../guests/shopper";
import { placeOrder } from "../orders/commands";
import { createShop, toCheckout } from "../orders/shop-fixture";
import { findBundle, listBundles, listBundlesOfGame } from "./queries";

const database = useTestDatabase({ maxConnections: 30 });
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});

const newGuest = (): Shopper => ({ userId: null, guestToken: createGuestToken() });
const asShopper = ({ userId }: { userId: string }): Shopper => ({ userId, guestToken: null });
const own = (userId: string, gameId: string) => database.db.entitlement.create({ data: { userId, gameId } });
const viewOf = (userId: string | null = null) => ({ userId, now: new Date(), currency: "USD" });
const amountsOf = async (shopper: Shopper) =>
  (await getCart(shopper, database.db)).lines.map(({ price, bundle }) => [price?.amountCents, bundle?.percent]);

/** Three games of 20, 10 and 5 dollars, 20 % off together. */
async function createSet() {
  const games = await Promise.all([2000, 1000, 500].map((priceCents) => shop.createGame({ priceCents })));
  const ids = games.map(({ id }) => id);
  const [a = "", b = "", c = ""] = ids;
  return { ids, a, b, c, bundle: await shop.createBundle(ids, 20) };
}

describe("a bundle in the cart", () => {
  test("makes its games cheaper once all are there, and no longer when one is taken out", async () => {
    const { db } = database;
    const [{ a, b, c, bundle }, guest] = [await createSet(), newGuest()];
    for (const gameId of [a, b]) await addCartItem(guest, { gameId }, db);
    expect(await amountsOf(guest)).toEqual([
      [2000, undefined],
      [1000, undefined],
    ]);
    const line = await addCartItem(guest, { gameId: c }, db);
    expect(line).toMatchObject({ price: { amountCents: 400 }, bundle: { slug: bundle.slug, percent: 20 } });
    expect(await amountsOf(guest)).toEqual([
      [1600, 20],
      [800, 20],
      [400, 20],
    ]);
    await removeCartItem(guest, b, db);
    expect(await amountsOf(guest)).toEqual([
      [2000, undefined],
      [500, undefined],
    ]);
  });

  test("comes whole by one request, also where some of it is there already", async () => {
    const { db } = database;
    const [{ ids, b, bundle }, guest] = [await createSet(), newGuest()];
    await addCartItem(guest, { gameId: b }, db);
    const lines = await addBundle(guest, bundle.slug, db);
    expect(lines.map(({ gameId, price }) => [gameId, price?.amountCents])).toEqual([
      [ids[0], 1600],
      [ids[1], 800],
      [ids[2], 400],
    ]);
    expect((await getCart(guest, db)).lines).toHaveLength(3);
  });

  test("leaves out what is owned, and is refused to who owns all of it", async () => {
    const { db } = database;
    const [{ ids, a, b, c, bundle }, buyer] = [await createSet(), await shop.createUser()];
    await own(buyer.userId, a);
    const lines = await addBundle(asShopper(buyer), bundle.slug, db);
    expect(lines.map(({ gameId }) => gameId)).toEqual([b, c]);
    const collector = await shop.createUser();
    for (const gameId of ids) await own(collector.userId, gameId);
    await expect(addBundle(asShopper(collector), bundle.slug, db)).rejects.toMatchObject({ code: "conflict" });
  });

  test("comes not at all where one of its games cannot be bought", async () => {
    const { db } = database;
    const [{ b, bundle }, guest] = [await createSet(), newGuest()];
    await db.game.update({ where: { id: b }, data: { status: "delisted" } });
    const attempt = addBundle(guest, bundle.slug, db);
    await expect(attempt).rejects.toMatchObject({ code: "conflict", fields: { gameId: b, reason: "not_sold" } });
    expect((await getCart(guest, db)).lines).toEqual([]);
  });

  test("that is a draft, withdrawn or unknown does nothing", async () => {
    const { db } = database;
    const [first, second, guest] = [await shop.createGame(), await shop.createGame(), newGuest()];
    for (const status of ["draft", "withdrawn"] as const) {
      const { slug } = await shop.createBundle([first.id, second.id], 50, status);
      await expect(addBundle(guest, slug, db)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(addBundle(guest, "nothing", db)).rejects.toMatchObject({ code: "not_found" });
    for (const { id: gameId } of [first, second]) await addCartItem(guest, { gameId }, db);
    expect(await amountsOf(guest)).toEqual([
      [1999, undefined],
      [1999, undefined],
    ]);
  });
});

describe("a bundle's offer", () => {
  test("is priced by what the shopper owns", async () => {
    const { db } = database;
    const [{ ids, a, b, bundle }, owner, collector] = [
      await createSet(),
      await shop.createUser(),
      await shop.createUser(),
    ];
    await own(owner.userId, a);
    for (const gameId of ids) await own(collector.userId, gameId);
    expect(await findBundle(bundle.slug, viewOf(), db)).toMatchObject({
      state: "offered",
      total: { amountCents: 2800, singlyCents: 3500, currency: "USD" },
    });
    const offer = await findBundle(bundle.slug, viewOf(owner.userId), db);
    expect(offer?.total).toEqual({ amountCents: 1200, singlyCents: 1500, currency: "USD" });
    expect(offer?.lines.map(({ unavailable }) => unavailable)).toEqual(["owned", null, null]);
    const owned = await findBundle(bundle.slug, viewOf(collector.userId), db);
    expect(owned).toMatchObject({ state: "owned", total: null });
    expect(await listBundlesOfGame(b, viewOf(collector.userId), db)).toEqual([]);
    expect((await listBundlesOfGame(b, viewOf(), db)).map(({ slug }) => slug)).toEqual([bundle.slug]);
  });

  test("is not made while a game of it cannot be bought, and nobody sees a draft", async () => {
    const { db } = database;
    const { a, b, bundle } = await createSet();
    await db.game.update({ where: { id: a }, data: { status: "delisted" } });
    expect(await findBundle(bundle.slug, viewOf(), db)).toMatchObject({ state: "unavailable", total: null });
    expect(await listBundlesOfGame(b, viewOf(), db)).toEqual([]);
    await db.game.update({ where: { id: a }, data: { status: "draft" } });
    expect(await findBundle(bundle.slug, viewOf(), db)).toBeNull();
    expect((await listBundles(viewOf(), db)).map(({ slug }) => slug)).not.toContain(bundle.slug);
  });
});

test("a bundle that lost its games is neither owned nor on offer", async () => {
  const { db } = database;
  const { a, b, c, bundle } = await createSet();
  await db.game.deleteMany({ where: { id: { in: [a, b] } } });
  expect(await findBundle(bundle.slug, viewOf(), db)).toMatchObject({ state: "unavailable", total: null });
  await db.game.delete({ where: { id: c } });
  expect(await findBundle(bundle.slug, viewOf(), db)).toMatchObject({ state: "unavailable", total: null });
});

describe("an order with a bundle", () => {
  test("is charged and written at the bundle's price, on top of a promotion", async () => {
    const { db } = database;
    const [{ ids, a, bundle }, buyer] = [await createSet(), await shop.createUser()];
    const [startsAt, endsAt] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
    const games = { create: { gameId: a, discountPercent: 50 } };
    await db.promotion.create({ data: { name: "Sale", status: "published", startsAt, endsAt, games } });
    const order = await placeOrder(buyer, toCheckout(ids, { totalCents: 2000 }), db);
    expect(order).toMatchObject({ status: "paid", totalCents: 2000 });
    expect(order.items).toMatchObject([
      { listPriceCents: 2000, discountPercent: 50, unitPriceCents: 800, bundlePercent: 20 },
      { listPriceCents: 1000, discountPercent: 0, unitPriceCents: 800, bundlePercent: 20 },
      { listPriceCents: 500, discountPercent: 0, unitPriceCents: 400, bundlePercent: 20 },
    ]);
    const stored = await db.orderItem.findMany({ where: { orderId: order.id }, select: { bundleId: true } });
    expect(new Set(stored.map(({ bundleId }) => bundleId))).toEqual(new Set([bundle.id]));
    await db.bundle.delete({ where: { id: bundle.id } });
    expect(await db.orderItem.count({ where: { orderId: order.id, bundlePercent: 20, bundleId: null } })).toBe(3);
  });

  test("is refused at the bundle's price where the bundle is not complete, or gone", async () => {
    const { db } = database;
    const [{ ids, a, b, bundle }, buyer] = [await createSet(), await shop.createUser()];
    const changed = { code: "conflict", fields: { reason: "price_changed" } };
    await expect(placeOrder(buyer, toCheckout([a, b], { totalCents: 2400 }), db)).rejects.toMatchObject(changed);
    await db.bundle.update({ where: { id: bundle.id }, data: { status: "withdrawn" } });
    await expect(placeOrder(buyer, toCheckout(ids, { totalCents: 2800 }), db)).rejects.toMatchObject(changed);
    expect((await placeOrder(buyer, toCheckout(ids, { totalCents: 3500 }), db)).items[0]?.bundlePercent).toBe(0);
  });

  test("of two tabs with bundles that share a game is paid once, each game with one discount", async () => {
    const { db } = database;
    for (let round = 0; round < 10; round += 1) {
      const [{ ids, a }, buyer, other] = [
        await createSet(),
        await shop.createUser(),
        await shop.createGame({ priceCents: 1000 }),
      ];
      await shop.createBundle([a, other.id], 10);
      const results = await Promise.allSettled([
        placeOrder(buyer, toCheckout(ids, { totalCents: 2800 }), db),
        placeOrder(buyer, toCheckout([a, other.id], { totalCents: 2700 }), db),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const items = await db.orderItem.findMany({ where: { order: buyer } });
      expect(items.filter(({ gameId }) => gameId === a)).toHaveLength(1);
      const paid = items.reduce((sum, { unitPriceCents }) => sum + unitPriceCents, 0);
      expect([2800, 2700]).toContain(paid);
    }
  });

  test("of two tabs that buy a bundle in parts gives the discount to the part that completes it", async () => {
    const { db } = database;
    for (let round = 0; round < 10; round += 1) {
      const [{ ids, a, b, c }, buyer] = [await createSet(), await shop.createUser()];
      const parts = [
        { gameIds: [a], totals: { single: 2000, bundled: 1600 } },
        { gameIds: [b, c], totals: { single: 1500, bundled: 1200 } },
      ];
      const attempts = parts.flatMap(({ gameIds, totals }) =>
        Object.values(totals).map((totalCents) => placeOrder(buyer, toCheckout(gameIds, { totalCents }), db)),
      );
      await Promise.allSettled(attempts);
      const items = await db.orderItem.findMany({ where: { order: buyer } });
      const bundled = items.filter(({ bundlePercent }) => bundlePercent > 0).map(({ gameId }) => gameId);
      // At most one part can find the other one owned: never both are bundled.
      expect(bundled.includes(a) && bundled.includes(b)).toBe(false);
      expect(new Set(items.map(({ gameId }) => gameId)).size).toBe(items.length);
      expect(items.length).toBeLessThanOrEqual(ids.length);
    }
  });
});

test("a bundle's request is safe to repeat at once", async () => {
  const { db } = database;
  const [{ ids, bundle }, guest] = [await createSet(), newGuest()];
  await Promise.all(Array.from({ length: 12 }, () => addBundle(guest, bundle.slug, db)));
  expect((await getCart(guest, db)).lines.map(({ gameId }) => gameId).toSorted()).toEqual(ids.toSorted());
});
