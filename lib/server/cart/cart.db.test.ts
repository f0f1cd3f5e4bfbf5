import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { MAX_CART_LINES } from "@/lib/shared/cart";
import { computeCartTotals } from "@/lib/shared/cart-totals";
import { say } from "@/lib/shared/say";
import { mergeGuest } from "../guests/merge-guest";
import { createGuestToken, hashGuestToken, type Shopper } from "../guests/shopper";
import { placeOrder } from "../orders/commands";
import { createShop, toCheckout } from "../orders/shop-fixture";
import { addCartItem, removeCartItem } from "./commands";
import { getCart } from "./queries";

const database = useTestDatabase({ maxConnections: 20 });
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});

const newGuest = (): Shopper & { guestToken: string } => ({ userId: null, guestToken: createGuestToken() });
const asOwner = ({ userId }: { userId: string }): Shopper => ({ userId, guestToken: null });
const idsOf = async (owner: Shopper) =>
  (await getCart(owner, database.db)).lines.map(({ gameId }) => gameId).toSorted();

describe("a cart", () => {
  test("keeps a guest's games by the hash of the cookie, and shows them to nobody else", async () => {
    const { db } = database;
    const [guest, game] = [newGuest(), await shop.createGame()];
    const line = await addCartItem(guest, { slug: game.slug }, db);
    expect(line).toMatchObject({ gameId: game.id, price: { amountCents: 1999, currency: "USD" }, unavailable: null });
    expect(await getCart(guest, db)).toEqual({ lines: [line] });
    expect(await getCart(newGuest(), db)).toEqual({ lines: [] });
    expect(await getCart(asOwner(await shop.createUser()), db)).toEqual({ lines: [] });
    const stored = await db.cart.findFirstOrThrow({ where: { items: { some: { gameId: game.id } } } });
    expect(stored.guestTokenHash).toBe(hashGuestToken(guest.guestToken));
    expect(JSON.stringify(stored)).not.toContain(guest.guestToken);
  });

  test("holds a game once, however many tabs add it at once, and forgets it by one removal", async () => {
    const { db } = database;
    const [owner, game, other] = [asOwner(await shop.createUser()), await shop.createGame(), await shop.createGame()];
    const adds = Array.from({ length: 20 }, (_, index) =>
      addCartItem(owner, { gameId: index % 2 ? game.id : other.id }, db),
    );
    await Promise.all(adds);
    expect(await idsOf(owner)).toEqual([game.id, other.id].toSorted());
    await removeCartItem(owner, game.id, db);
    await removeCartItem(owner, game.id, db);
    expect(await idsOf(owner)).toEqual([other.id]);
  });

  test("holds no more games than an order may, also when they are added at once", async () => {
    const { db } = database;
    const owner = asOwner(await shop.createUser());
    const games = await Promise.all(Array.from({ length: MAX_CART_LINES + 3 }, () => shop.createGame()));
    const results = await Promise.allSettled(games.map(({ id }) => addCartItem(owner, { gameId: id }, db)));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(3);
    expect(await idsOf(owner)).toHaveLength(MAX_CART_LINES);
  });

  test.each([
    { state: "not out yet", game: { releaseDate: new Date("2999-01-01") }, message: "errors.notReleased" },
    { state: "no longer sold", game: { status: "delisted" }, message: "errors.notSold" },
  ] as const)("takes no game that is $state", async ({ game: input, message }) => {
    const game = await shop.createGame(input);
    const attempt = addCartItem(newGuest(), { gameId: game.id }, database.db);
    await expect(attempt).rejects.toMatchObject({ code: "conflict", message: say(message, { title: "Ember Tide" }) });
  });

  test("knows no draft and no game that does not exist", async () => {
    const draft = await shop.createGame({ status: "draft" });
    for (const input of [{ gameId: draft.id }, { slug: draft.slug }, { gameId: randomUUID() }, { slug: "nothing" }]) {
      await expect(addCartItem(newGuest(), input, database.db)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("takes no game that is owned, none that is sold out, and none in another currency", async () => {
    const { db } = database;
    const [first, buyer] = [await shop.createUser(), await shop.createUser()];
    const [owned, pool] = [await shop.createGame(), await shop.createGame({ keys: 1 })];
    const [dollars, pounds] = [await shop.createGame(), await shop.createGame({ currency: "GBP" })];
    await db.entitlement.create({ data: { ...buyer, gameId: owned.id } });
    await placeOrder(first, toCheckout([pool.id]), db);
    const add = (gameId: string) => addCartItem(asOwner(buyer), { gameId }, db);
    await expect(add(owned.id)).rejects.toMatchObject({ message: expect.stringContaining("errors.owned") });
    await expect(add(pool.id)).rejects.toMatchObject({ message: expect.stringContaining("errors.soldOut") });
    await add(dollars.id);
    await expect(add(pounds.id)).rejects.toMatchObject({ message: expect.stringContaining("errors.otherCurrency") });
    expect(await idsOf(asOwner(buyer))).toEqual([dollars.id]);
  });

  test("shows what can no longer be bought as such, without a price, and lets it be removed", async () => {
    const { db } = database;
    const [guest, game] = [newGuest(), await shop.createGame()];
    await addCartItem(guest, { gameId: game.id }, db);
    await db.game.update({ where: { id: game.id }, data: { status: "delisted" } });
    const { lines } = await getCart(guest, db);
    expect(lines).toMatchObject([{ gameId: game.id, price: null, unavailable: "not_sold" }]);
    expect(computeCartTotals(lines)).toEqual([]);
    await removeCartItem(guest, game.id, db);
    expect(await idsOf(guest)).toEqual([]);
  });
});

test("a cart keeps a game without a price as such, and forgets one that is deleted", async () => {
  const { db } = database;
  const [guest, unpriced, deleted] = [newGuest(), await shop.createGame(), await shop.createGame()];
  for (const { id } of [unpriced, deleted]) await addCartItem(guest, { gameId: id }, db);
  await db.gamePrice.deleteMany({ where: { gameId: unpriced.id } });
  await db.game.delete({ where: { id: deleted.id } });
  expect((await getCart(guest, db)).lines).toMatchObject([
    { gameId: unpriced.id, price: null, unavailable: "not_sold" },
  ]);
});

describe("signing in with a guest's cart", () => {
  test("merges it once, however many tabs do it at once, and drops what is owned", async () => {
    const { db } = database;
    const [buyer, guest] = [await shop.createUser(), newGuest()];
    const [owned, both, mine, theirs] = await Promise.all(Array.from({ length: 4 }, () => shop.createGame()));
    if (!owned || !both || !mine || !theirs) throw new Error("four games");
    for (const game of [owned, both, theirs]) await addCartItem(guest, { gameId: game.id }, db);
    for (const game of [both, mine]) await addCartItem(asOwner(buyer), { gameId: game.id }, db);
    await db.entitlement.create({ data: { ...buyer, gameId: owned.id } });

    const expected = [both.id, mine.id, theirs.id].toSorted();
    expect(await idsOf({ ...buyer, guestToken: guest.guestToken })).toEqual(expected);
    await Promise.all(Array.from({ length: 10 }, () => mergeGuest(buyer.userId, guest.guestToken, db)));

    expect(await idsOf(asOwner(buyer))).toEqual(expected);
    expect(await idsOf(guest)).toEqual([]);
    expect(await db.cart.count({ where: { guestTokenHash: hashGuestToken(guest.guestToken) } })).toBe(0);
  });

  test("keeps games of another currency, each currency with a total of its own", async () => {
    const { db } = database;
    const [buyer, guest] = [await shop.createUser(), newGuest()];
    const [dollars, pounds] = [await shop.createGame(), await shop.createGame({ currency: "GBP", priceCents: 500 })];
    await addCartItem(asOwner(buyer), { gameId: dollars.id }, db);
    await addCartItem(guest, { gameId: pounds.id }, db);
    await mergeGuest(buyer.userId, guest.guestToken, db);
    const { lines } = await getCart(asOwner(buyer), db);
    const totals = computeCartTotals(lines).map(({ currency, amountCents }) => `${currency} ${amountCents}`);
    expect(totals.toSorted()).toEqual(["GBP 500", "USD 1999"]);
  });

  test("two people with one cookie cannot both get the guest's cart", async () => {
    const { db } = database;
    const [first, second, guest] = [await shop.createUser(), await shop.createUser(), newGuest()];
    const game = await shop.createGame();
    await addCartItem(guest, { gameId: game.id }, db);
    await Promise.all([first, second].map(({ userId }) => mergeGuest(userId, guest.guestToken, db)));
    const held = [...(await idsOf(asOwner(first))), ...(await idsOf(asOwner(second)))];
    expect(held).toEqual([game.id]);
  });
});
