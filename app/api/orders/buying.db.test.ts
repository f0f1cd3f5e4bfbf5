import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { DELETE as removeItem } from "@/app/api/cart/items/[gameId]/route";
import { POST as addItem } from "@/app/api/cart/items/route";
import { GET as getCart } from "@/app/api/cart/route";
import { GET as getLibrary } from "@/app/api/library/route";
import { sending, TestBrowser } from "@/app/api/test-browser";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createShop, toCheckout } from "@/lib/server/orders/shop-fixture";
import { GET as getOrder } from "./[id]/route";
import { GET as listOrders, POST as placeOrder } from "./route";

const database = useTestDatabase();
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});

const post = (body: unknown) => sending("POST", { body });

describe("a guest's cart", () => {
  test("is kept by a cookie that no script can read, and is merged on the first request after signing in", async () => {
    const [guest, game] = [new TestBrowser(), await shop.createGame()];
    expect((await guest.send(getCart)).setCookie).toEqual([]);
    const added = await guest.send(addItem, post({ slug: game.slug }));
    expect(added).toMatchObject({ status: 201, body: { gameId: game.id, price: { amountCents: 1999 } } });
    expect(added.setCookie.join()).toMatch(/^kratos_guest=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    expect((await guest.send(getCart)).body.lines).toHaveLength(1);

    await guest.signIn(await shop.createUser());
    expect((await guest.send(getCart)).body.lines).toMatchObject([{ gameId: game.id }]);
    expect(guest.cookies.has("kratos_guest")).toBe(false);
    expect((await guest.send(removeItem, { method: "DELETE", params: { gameId: game.id } })).status).toBe(204);
    expect((await guest.send(getCart)).body.lines).toEqual([]);
  });

  test("is nobody else's: a made-up or broken cookie finds nothing", async () => {
    const [guest, game] = [new TestBrowser(), await shop.createGame()];
    await guest.send(addItem, post({ gameId: game.id }));
    const thief = new TestBrowser();
    for (const value of ["x", "'; drop table carts; --", "a".repeat(43)]) {
      thief.cookies.set("kratos_guest", value);
      expect((await thief.send(getCart)).body.lines).toEqual([]);
      expect((await thief.send(removeItem, { method: "DELETE", params: { gameId: game.id } })).status).toBe(204);
    }
    expect((await guest.send(getCart)).body.lines).toHaveLength(1);
  });

  test.each([
    { body: {}, status: 422 },
    { body: { gameId: "1" }, status: 422 },
    { body: { gameId: randomUUID() }, status: 404 },
    { body: { slug: "<script>" }, status: 422 },
    { body: { slug: "nothing" }, status: 404 },
  ])("answers $status to $body", async ({ body, status }) => {
    const answer = await new TestBrowser().send(addItem, post(body));
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toEqual(expect.any(String));
    expect(answer.setCookie).toEqual([]);
  });
});

describe("an order", () => {
  test("is placed once by a click sent twice, found by its buyer and by nobody else", async () => {
    const [buyer, game] = [await new TestBrowser().signIn(await shop.createUser()), await shop.createGame({ keys: 1 })];
    const checkout = toCheckout([game.id]);
    const [first, second] = await Promise.all([
      buyer.send(placeOrder, post(checkout)),
      buyer.send(placeOrder, post(checkout)),
    ]);
    expect(first).toMatchObject({ status: 201, body: { status: "paid", totalCents: 1999 } });
    expect(second.body).toEqual(first.body);
    const params = { id: first.body.id };
    expect((await buyer.send(getOrder, { params })).body.items[0].licenceKeys).toHaveLength(1);
    expect((await buyer.send(listOrders)).body.items).toHaveLength(1);
    expect((await buyer.send(getLibrary)).body.items).toMatchObject([{ gameId: game.id, hasPage: true }]);

    const stranger = await new TestBrowser().signIn(await shop.createUser());
    expect((await stranger.send(getOrder, { params })).status).toBe(404);
    expect((await stranger.send(listOrders)).body.items).toEqual([]);
    expect((await stranger.send(getLibrary)).body.items).toEqual([]);
    expect((await new TestBrowser().send(getOrder, { params })).status).toBe(401);
  });

  test("is for who is signed in", async () => {
    const guest = new TestBrowser();
    expect((await guest.send(placeOrder, post(toCheckout([randomUUID()])))).status).toBe(401);
    expect((await guest.send(listOrders)).status).toBe(401);
    expect((await guest.send(getLibrary)).status).toBe(401);
  });

  test("says what is wrong with it", async () => {
    const buyer = await new TestBrowser().signIn(await shop.createUser());
    const game = await shop.createGame();
    const good = toCheckout([game.id]);
    const bad: [unknown, number][] = [
      [{ ...good, idempotencyKey: "again" }, 422],
      [{ ...good, gameIds: [] }, 422],
      [{ ...good, gameIds: [game.id, game.id] }, 422],
      [{ ...good, expectedTotalCents: -1 }, 422],
      [{ ...good, currency: "dollars" }, 422],
      [{ ...good, payment: { provider: "test", token: "gold" } }, 422],
      [{ ...good, payment: undefined }, 422],
      [{ ...good, expectedTotalCents: 1 }, 409],
      [{ ...good, gameIds: [randomUUID()] }, 404],
    ];
    for (const [body, status] of bad)
      expect([body, (await buyer.send(placeOrder, post(body))).status]).toEqual([body, status]);
    expect((await buyer.send(getOrder, { params: { id: "1" } })).status).toBe(404);
    for (const query of ["?limit=0", "?limit=1000000000", "?cursor=broken"]) {
      expect([query, (await buyer.send(listOrders, { query })).status]).toEqual([query, 422]);
      expect([query, (await buyer.send(getLibrary, { query })).status]).toEqual([query, 422]);
    }
    expect(await database.db.order.count()).toBe(1);
  });
});
