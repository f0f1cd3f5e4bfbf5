import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { CartLine } from "@/lib/shared/cart";
import { createGuestToken } from "../guests/shopper";
import { placeOrder } from "../orders/commands";
import { createShop, toCheckout } from "../orders/shop-fixture";
import { addCartItem, removeCartItem } from "./commands";
import { getCart } from "./queries";

const database = useTestDatabase({ maxConnections: 20 });
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function createFamily() {
  const base = await shop.createGame({ title: "Ember Tide" });
  const dlc = await shop.createGame({ title: "Ember Tide: Ashes", kind: "dlc", baseGameId: base.id });
  const edition = await shop.createGame({ title: "Ember Tide Gold", kind: "edition", baseGameId: base.id });
  return { base, dlc, edition };
}

const newGuest = () => ({ userId: null, guestToken: createGuestToken() });
const reasonsOf = (lines: CartLine[]) => lines.map(({ title, unavailable }) => [title, unavailable]);
const own = (userId: string, gameId: string) => database.db.entitlement.create({ data: { userId, gameId } });

describe("a DLC in the cart", () => {
  test("is refused alone, and taken beside its base game, whoever asks", async () => {
    const { db } = database;
    const [{ base, dlc }, guest] = [await createFamily(), newGuest()];
    await expect(addCartItem(guest, { gameId: dlc.id }, db)).rejects.toMatchObject({
      code: "conflict",
      fields: { reason: "needs_base" },
    });
    await addCartItem(guest, { gameId: base.id }, db);
    const line = await addCartItem(guest, { slug: dlc.slug }, db);
    expect(line).toMatchObject({ unavailable: null, base: { gameId: base.id, slug: base.slug, title: "Ember Tide" } });
  });

  test("waits without a price when its base game is taken out, and is back with it", async () => {
    const { db } = database;
    const [{ base, dlc }, guest] = [await createFamily(), newGuest()];
    for (const { id: gameId } of [base, dlc]) await addCartItem(guest, { gameId }, db);
    await removeCartItem(guest, base.id, db);
    const { lines } = await getCart(guest, db);
    expect(lines).toMatchObject([
      { gameId: dlc.id, unavailable: "needs_base", price: null, base: { gameId: base.id } },
    ]);
    await addCartItem(guest, { gameId: base.id }, db);
    expect(reasonsOf((await getCart(guest, db)).lines)).toEqual([
      ["Ember Tide: Ashes", null],
      ["Ember Tide", null],
    ]);
  });

  test("waits as well when its base game is no longer sold", async () => {
    const { db } = database;
    const [{ base, dlc }, guest] = [await createFamily(), newGuest()];
    for (const { id: gameId } of [base, dlc]) await addCartItem(guest, { gameId }, db);
    await db.game.update({ where: { id: base.id }, data: { status: "delisted" } });
    expect(reasonsOf((await getCart(guest, db)).lines)).toEqual([
      ["Ember Tide", "not_sold"],
      ["Ember Tide: Ashes", "needs_base"],
    ]);
  });

  test("is taken from who owns the base game or an edition of it, not from who did", async () => {
    const { db } = database;
    const { base, dlc, edition } = await createFamily();
    const add = ({ userId }: { userId: string }) => addCartItem({ userId, guestToken: null }, { gameId: dlc.id }, db);
    const [owner, collector, former] = await Promise.all([1, 2, 3].map(() => shop.createUser()));
    if (!owner || !collector || !former) throw new Error("three users");
    await own(owner.userId, base.id);
    await own(collector.userId, edition.id);
    const data = { userId: former.userId, gameId: base.id, revokedAt: new Date() };
    await db.entitlement.create({ data });
    expect((await add(owner)).unavailable).toBeNull();
    expect((await add(collector)).unavailable).toBeNull();
    await expect(add(former)).rejects.toMatchObject({ fields: { reason: "needs_base" } });
  });
});

describe("a DLC in an order", () => {
  test("is refused without its base game, and sold in one order with it or to who owns it", async () => {
    const { db } = database;
    const [{ base, dlc }, buyer, owner] = [await createFamily(), await shop.createUser(), await shop.createUser()];
    await expect(placeOrder(buyer, toCheckout([dlc.id]), db)).rejects.toMatchObject({
      code: "conflict",
      fields: { gameId: dlc.id, reason: "needs_base" },
    });
    expect(await db.order.count({ where: { userId: buyer.userId } })).toBe(0);
    expect((await placeOrder(buyer, toCheckout([dlc.id, base.id]), db)).status).toBe("paid");
    await own(owner.userId, base.id);
    expect((await placeOrder(owner, toCheckout([dlc.id]), db)).status).toBe("paid");
  });

  test("is refused while its base game is being paid for: the payment may fail", async () => {
    const { db } = database;
    const [{ base, dlc }, buyer] = [await createFamily(), await shop.createUser()];
    await placeOrder(buyer, toCheckout([base.id], { card: "delay" }), db);
    await expect(placeOrder(buyer, toCheckout([dlc.id]), db)).rejects.toMatchObject({
      fields: { reason: "needs_base" },
    });
  });

  test("is never owned without its base game, in whatever order two tabs come through", async () => {
    const { db } = database;
    for (let round = 0; round < 12; round += 1) {
      const [{ base, dlc }, buyer] = [await createFamily(), await shop.createUser()];
      const card = round % 3 === 0 ? "decline" : "approve";
      const results = await Promise.allSettled([
        placeOrder(buyer, toCheckout([dlc.id]), db),
        placeOrder(buyer, toCheckout([base.id], { card }), db),
      ]);
      const owned = await db.entitlement.findMany({ where: buyer, select: { gameId: true } });
      const ids = owned.map(({ gameId }) => gameId);
      expect(ids.includes(dlc.id) && !ids.includes(base.id)).toBe(false);
      expect(results[1]?.status).toBe("fulfilled");
    }
  });
});
