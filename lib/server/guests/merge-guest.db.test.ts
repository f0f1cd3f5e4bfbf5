import { beforeEach, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { MAX_WISHES } from "@/lib/shared/wishlist";
import { addCartItem } from "../cart/commands";
import { getCart } from "../cart/queries";
import { createShop } from "../orders/shop-fixture";
import { addWish, removeWishes, updateWish } from "../wishlists/commands";
import { getWishlist, listWishIds } from "../wishlists/queries";
import { mergeGuest } from "./merge-guest";
import { createGuestToken, type Shopper } from "./shopper";

const database = useTestDatabase({ maxConnections: 20 });
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});

const newGuest = () => ({ userId: null, guestToken: createGuestToken() });
const newUser = async () => ({ ...(await shop.createUser()), guestToken: null });
const createGameIds = async (count: number) =>
  (await Promise.all(Array.from({ length: count }, () => shop.createGame()))).map(({ id }) => id);

async function wishFor(shopper: Shopper, gameIds: string[]): Promise<void> {
  for (const gameId of gameIds) await addWish(shopper, { gameId }, database.db);
}

describe("signing in as a guest with wishes and a cart", () => {
  test("hands both over once, however many tabs do it at once, in the guest's order behind the user's", async () => {
    const { db } = database;
    const [guest, user] = [newGuest(), await newUser()];
    const [a = "", b = "", c = "", d = "", owned = ""] = await createGameIds(5);
    await wishFor(user, [a, b]);
    await wishFor(guest, [owned, d, b, c]);
    await updateWish(guest, c, { before: d }, db);
    await addCartItem(guest, { gameId: a }, db);
    await db.entitlement.create({ data: { userId: user.userId, gameId: owned } });

    const before = await listWishIds({ ...user, guestToken: guest.guestToken }, db);
    expect(before).toEqual([a, b, c, d]);
    await Promise.all(Array.from({ length: 10 }, () => mergeGuest(user.userId, guest.guestToken, db)));

    expect(await listWishIds(user, db)).toEqual([a, b, c, d]);
    expect((await getCart(user, db)).lines.map(({ gameId }) => gameId)).toEqual([a]);
    expect(await db.guestWish.count({ where: { gameId: { in: [a, b, c, d, owned] } } })).toBe(0);
    await wishFor(user, await createGameIds(1));
    expect((await listWishIds(user, db)).slice(0, 4)).toEqual([a, b, c, d]);
  });

  test("keeps the notes of both and the day of the first wish", async () => {
    const { db } = database;
    const [guest, user] = [newGuest(), await newUser()];
    const [both = "", same = "", mine = "", theirs = ""] = await createGameIds(4);
    await wishFor(guest, [both, same, mine, theirs]);
    await wishFor(user, [both, same, mine]);
    const addedAt = new Date("2026-02-03T04:05:06Z");
    await db.guestWish.updateMany({ where: { gameId: theirs }, data: { addedAt } });
    await db.guestWish.updateMany({ where: { gameId: both }, data: { addedAt } });
    const note = (shopper: Shopper, gameId: string, text: string) => updateWish(shopper, gameId, { note: text }, db);
    await Promise.all([note(user, both, "gift for Kim"), note(guest, both, "x".repeat(500))]);
    await Promise.all([note(user, same, "soon"), note(guest, same, "soon")]);
    await Promise.all([note(user, mine, "mine"), note(guest, theirs, "theirs")]);

    await mergeGuest(user.userId, guest.guestToken, db);
    const { items } = await getWishlist(user, db);
    expect(items.map(({ gameId, note }) => [gameId, note.slice(0, 15), note.length])).toEqual([
      [both, "gift for Kim\nxx", 500],
      [same, "soon", 4],
      [mine, "mine", 4],
      [theirs, "theirs", 6],
    ]);
    const dates = new Map(items.map((item) => [item.gameId, item.addedAt]));
    expect([dates.get(both), dates.get(theirs)]).toEqual([addedAt.toISOString(), addedAt.toISOString()]);
  });

  test("wishes again for what the user had withdrawn, at the end of the list", async () => {
    const { db } = database;
    const [guest, user] = [newGuest(), await newUser()];
    const [a = "", b = ""] = await createGameIds(2);
    await wishFor(user, [a, b]);
    await removeWishes(user, [a], db);
    await wishFor(guest, [a]);
    await mergeGuest(user.userId, guest.guestToken, db);
    expect(await listWishIds(user, db)).toEqual([b, a]);
    expect(await db.wishlistItem.count({ where: { userId: user.userId } })).toBe(2);
  });

  test("two people with one cookie cannot both get the guest's wishes", async () => {
    const { db } = database;
    const [guest, first, second] = [newGuest(), await newUser(), await newUser()];
    const [gameId = ""] = await createGameIds(1);
    await wishFor(guest, [gameId]);
    await Promise.all([first, second].map(({ userId }) => mergeGuest(userId, guest.guestToken, db)));
    expect([...(await listWishIds(first, db)), ...(await listWishIds(second, db))]).toEqual([gameId]);
  });

  test("fills the user's list up to its limit, first wishes first", async () => {
    const { db } = database;
    const [guest, user] = [newGuest(), await newUser()];
    const gameIds = await createGameIds(MAX_WISHES + 2);
    const data = gameIds.slice(3).map((gameId, position) => ({ userId: user.userId, gameId, position }));
    await db.wishlistItem.createMany({ data });
    await wishFor(guest, [gameIds[4] ?? "", ...gameIds.slice(0, 3)]);
    await mergeGuest(user.userId, guest.guestToken, db);
    const wishIds = await listWishIds(user, db);
    expect(wishIds).toHaveLength(MAX_WISHES);
    expect(wishIds.at(-1)).toBe(gameIds[0]);
  });
});
