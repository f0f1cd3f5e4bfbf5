import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { POST as saveForLater } from "@/app/api/cart/items/[gameId]/later/route";
import { POST as addToCart } from "@/app/api/cart/items/route";
import { GET as getCart } from "@/app/api/cart/route";
import { sending, TestBrowser } from "@/app/api/test-browser";
import { useTestDatabase } from "@/jobs/local/test-database";
import { CART_LIMIT } from "@/lib/server/guests/limits";
import { consumeRateLimit } from "@/lib/server/http/rate-limit";
import { createShop } from "@/lib/server/orders/shop-fixture";
import { GET as getIds } from "./ids/route";
import { PATCH as changeWish, DELETE as removeWish } from "./items/[gameId]/route";
import { POST as addWish } from "./items/route";
import { GET as getWishlist } from "./route";
import { POST as moveToCart } from "./to-cart/route";

const database = useTestDatabase();
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});

const wish = (gameId: string, more = {}) => sending("POST", { body: { gameId, ...more } });
const patch = (gameId: string, body: unknown) => sending("PATCH", { body, params: { gameId } });
const remove = (gameId: string) => sending("DELETE", { params: { gameId } });

describe("a guest's wishlist", () => {
  test("shares the cookie of the cart, and both are merged on the first request after signing in", async () => {
    const [guest, wished, carted] = [new TestBrowser(), await shop.createGame(), await shop.createGame()];
    expect((await guest.send(getWishlist)).setCookie).toEqual([]);
    const added = await guest.send(addWish, wish(wished.id));
    expect(added).toMatchObject({ status: 201, body: { gameId: wished.id, note: "", price: { amountCents: 1999 } } });
    expect(added.setCookie.join()).toMatch(/^kratos_guest=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    const again = await guest.send(addToCart, sending("POST", { body: { gameId: carted.id } }));
    expect(again.setCookie).toEqual(added.setCookie);
    expect((await guest.send(getWishlist)).setCookie).toEqual([]);

    await guest.signIn(await shop.createUser());
    const [ids, cart] = await Promise.all([guest.send(getIds), guest.send(getCart)]);
    expect(ids.body).toEqual({ gameIds: [wished.id] });
    expect(cart.body.lines).toMatchObject([{ gameId: carted.id }]);
    expect(guest.cookies.has("kratos_guest")).toBe(false);
    expect(await database.db.guestWish.count({ where: { gameId: wished.id } })).toBe(0);
  });

  test("is nobody else's: a made-up or broken cookie finds nothing and changes nothing", async () => {
    const [guest, game] = [new TestBrowser(), await shop.createGame()];
    await guest.send(addWish, wish(game.id));
    const thief = new TestBrowser();
    for (const value of ["", "x", "'; drop table guest_wishes; --", "a".repeat(43)]) {
      if (value) thief.cookies.set("kratos_guest", value);
      expect((await thief.send(getIds)).body.gameIds).toEqual([]);
      expect((await thief.send(removeWish, remove(game.id))).status).toBe(204);
      expect((await thief.send(changeWish, patch(game.id, { note: "mine" }))).status).toBe(404);
    }
    expect((await guest.send(getWishlist)).body.items).toMatchObject([{ gameId: game.id, note: "" }]);
  });

  test("is changed, moved into the cart and saved for later", async () => {
    const [guest, game, other] = [new TestBrowser(), await shop.createGame(), await shop.createGame()];
    for (const { id } of [game, other]) await guest.send(addWish, wish(id));
    const changed = await guest.send(changeWish, patch(other.id, { note: " soon ", before: game.id }));
    expect(changed).toMatchObject({ status: 200, body: { note: "soon" } });
    expect((await guest.send(getIds)).body.gameIds).toEqual([other.id, game.id]);
    const moved = await guest.send(moveToCart, sending("POST", { body: { gameIds: [game.id, other.id] } }));
    expect(moved.body).toMatchObject({ movedIds: [other.id, game.id], kept: [] });
    expect(moved.body.cart.lines).toHaveLength(2);
    const saved = await guest.send(saveForLater, sending("POST", { params: { gameId: game.id } }));
    expect(saved).toMatchObject({ status: 201, body: { gameId: game.id } });
    expect((await guest.send(getCart)).body.lines).toMatchObject([{ gameId: other.id }]);
    expect((await guest.send(removeWish, remove(game.id))).status).toBe(204);
    expect((await guest.send(getIds)).body.gameIds).toEqual([]);
  });
});

describe("the wishlist's routes", () => {
  test.each([
    { body: {}, status: 422 },
    { body: { gameId: "1" }, status: 422 },
    { body: { gameId: randomUUID(), other: 1 }, status: 422 },
    { body: { gameId: randomUUID(), note: "x".repeat(501) }, status: 422 },
    { body: { gameId: randomUUID(), note: "\u0000" }, status: 422 },
    { body: { gameId: randomUUID() }, status: 404 },
  ])("answer $status to $body, and give no cookie for it", async ({ body, status }) => {
    const answer = await new TestBrowser().send(addWish, sending("POST", { body }));
    expect([answer.status, answer.setCookie]).toEqual([status, []]);
    expect(answer.body.error.message).not.toMatch(/^say:/);
  });

  test("refuse what changes nothing, and wishes that are somebody else's", async () => {
    const [owner, stranger, game] = [new TestBrowser(), new TestBrowser(), await shop.createGame()];
    await owner.signIn(await shop.createUser());
    await stranger.signIn(await shop.createUser());
    await owner.send(addWish, wish(game.id));
    expect((await owner.send(changeWish, patch(game.id, {}))).status).toBe(422);
    expect((await owner.send(changeWish, patch("1", { note: "" }))).status).toBe(404);
    expect((await stranger.send(changeWish, patch(game.id, { note: "mine" }))).status).toBe(404);
    expect((await stranger.send(removeWish, remove(game.id))).status).toBe(204);
    expect((await owner.send(getIds)).body.gameIds).toEqual([game.id]);
    for (const gameIds of [[], ["1"], Array.from({ length: 501 }, () => randomUUID())]) {
      expect((await owner.send(moveToCart, sending("POST", { body: { gameIds } }))).status).toBe(422);
    }
    expect((await stranger.send(saveForLater, sending("POST", { params: { gameId: randomUUID() } }))).status).toBe(404);
  });

  test("say what is wrong in the caller's language", async () => {
    const headers = { "accept-language": "es" };
    const answer = await new TestBrowser().send(addWish, { ...wish(randomUUID()), headers });
    expect(answer.body.error.message).toBe("Ese juego no existe");
  });
});

test("guests who fill carts by the hundred are told to wait, and no further cart is made", async () => {
  const game = await shop.createGame();
  const { points } = CART_LIMIT;
  await Promise.all(Array.from({ length: points }, () => consumeRateLimit(CART_LIMIT, "203.0.113.7")));
  const before = await database.db.cart.count();
  const headers = { "x-forwarded-for": "203.0.113.7" };
  const post = (gameId: string) => ({ ...sending("POST", { body: { gameId } }), headers });
  const refused = await new TestBrowser().send(addToCart, post(game.id));
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0, refused.setCookie]).toEqual([429, true, []]);
  expect(await database.db.cart.count()).toBe(before);
  expect((await new TestBrowser().send(addToCart, sending("POST", { body: { gameId: game.id } }))).status).toBe(201);
});
