import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { say } from "@/lib/shared/say";
import { MAX_WISHES } from "@/lib/shared/wishlist";
import { createGuestToken, type Shopper } from "../guests/shopper";
import { placeOrder } from "../orders/commands";
import { createShop, toCheckout } from "../orders/shop-fixture";
import { addWish, removeWishes, updateWish } from "./commands";
import { getWishlist, listWishIds } from "./queries";

const database = useTestDatabase({ maxConnections: 20 });
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});

const newGuest = (): Shopper => ({ userId: null, guestToken: createGuestToken() });
const newUser = async (): Promise<Shopper & { userId: string }> => ({ ...(await shop.createUser()), guestToken: null });
const createGames = (count: number) => Promise.all(Array.from({ length: count }, () => shop.createGame()));
const idsOf = (shopper: Shopper) => listWishIds(shopper, database.db);

/** A shopper with that many wishes, and their games in order. */
async function createWisher(shopper: Shopper, count: number): Promise<string[]> {
  const gameIds = (await createGames(count)).map(({ id }) => id);
  for (const gameId of gameIds) await addWish(shopper, { gameId }, database.db);
  return gameIds;
}

describe.each([
  { who: "a guest", create: async () => newGuest() },
  { who: "a user", create: () => newUser() },
])("the wishlist of $who", ({ create }) => {
  test("keeps games in the order they came, each once, and shows them to nobody else", async () => {
    const shopper = await create();
    const [first = "", second = ""] = await createWisher(shopper, 2);
    const again = await addWish(shopper, { gameId: first }, database.db);
    expect(again).toMatchObject({ gameId: first, price: { amountCents: 1999 }, note: "", releaseDate: "2026-01-15" });
    expect(await idsOf(shopper)).toEqual([first, second]);
    expect(await idsOf(newGuest())).toEqual([]);
    expect(await idsOf(await newUser())).toEqual([]);
  });

  test("moves a game before another one or to the end", async () => {
    const shopper = await create();
    const [a = "", b = "", c = ""] = await createWisher(shopper, 3);
    await updateWish(shopper, c, { before: a }, database.db);
    expect(await idsOf(shopper)).toEqual([c, a, b]);
    await updateWish(shopper, c, { before: null }, database.db);
    expect(await idsOf(shopper)).toEqual([a, b, c]);
    await updateWish(shopper, a, { before: a }, database.db);
    expect((await idsOf(shopper)).toSorted()).toEqual([a, b, c].toSorted());
  });

  test("loses and doubles no game when many are moved at once", async () => {
    const shopper = await create();
    const gameIds = await createWisher(shopper, 12);
    const moves = gameIds.map((gameId, index) =>
      updateWish(shopper, gameId, { before: gameIds[(index * 7 + 3) % gameIds.length] ?? null }, database.db),
    );
    await Promise.all([...moves, addWish(shopper, { gameId: (await shop.createGame()).id }, database.db)]);
    const left = await idsOf(shopper);
    expect(left).toHaveLength(13);
    expect(new Set(left).size).toBe(13);
  });

  test("keeps notes, also through an undone removal, which puts the game back where it stood", async () => {
    const shopper = await create();
    const [a = "", b = "", c = ""] = await createWisher(shopper, 3);
    const { note } = await updateWish(shopper, b, { note: "for the <b>winter</b> 🎄" }, database.db);
    expect(note).toBe("for the <b>winter</b> 🎄");
    await removeWishes(shopper, [b], database.db);
    await removeWishes(shopper, [b, randomUUID()], database.db);
    expect(await idsOf(shopper)).toEqual([a, c]);
    await addWish(shopper, { gameId: b, note, before: c }, database.db);
    expect(await idsOf(shopper)).toEqual([a, b, c]);
    expect((await getWishlist(shopper, database.db)).items[1]).toMatchObject({ gameId: b, note });
  });

  test("refuses what is not on it, what is gone from it, and what does not exist", async () => {
    const { db } = database;
    const [shopper, stranger] = [await create(), await create()];
    const [own = ""] = await createWisher(shopper, 1);
    const [theirs = ""] = await createWisher(stranger, 1);
    for (const change of [{ note: "mine?" }, { before: null }]) {
      await expect(updateWish(shopper, theirs, change, db)).rejects.toMatchObject({ code: "not_found" });
    }
    await removeWishes(shopper, [theirs], db);
    expect((await getWishlist(stranger, db)).items).toMatchObject([{ gameId: theirs, note: "" }]);
    await expect(updateWish(shopper, own, { before: theirs }, db)).rejects.toMatchObject({ code: "conflict" });
    const draft = await shop.createGame({ status: "draft" });
    for (const gameId of [randomUUID(), draft.id]) {
      await expect(addWish(shopper, { gameId }, db)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("shows what is delisted, unpriced or not out as such, and forgets a game that is deleted", async () => {
    const { db } = database;
    const shopper = await create();
    const [delisted = "", unpriced = "", gone = ""] = await createWisher(shopper, 3);
    const coming = await shop.createGame({ releaseDate: new Date("2999-02-01") });
    await addWish(shopper, { gameId: coming.id }, db);
    await db.game.update({ where: { id: delisted }, data: { status: "delisted" } });
    await db.gamePrice.deleteMany({ where: { gameId: unpriced } });
    await db.game.delete({ where: { id: gone } });
    expect((await getWishlist(shopper, db)).items).toMatchObject([
      { gameId: delisted, price: null, unavailable: "not_sold" },
      { gameId: unpriced, price: null, unavailable: "not_sold" },
      { gameId: coming.id, price: null, unavailable: "not_released", releaseDate: "2999-02-01" },
    ]);
  });
});

describe("a wishlist", () => {
  test("holds no more than its limit, also when games are added at once", async () => {
    const { db } = database;
    const user = await newUser();
    const games = await createGames(MAX_WISHES + 4);
    const data = games.slice(4 + 2).map(({ id: gameId }, position) => ({ userId: user.userId, gameId, position }));
    await db.wishlistItem.createMany({ data });
    const added = await Promise.allSettled(games.slice(0, 6).map(({ id }) => addWish(user, { gameId: id }, db)));
    const refusals = added.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refusals).toHaveLength(4);
    expect(refusals[0]).toMatchObject({ code: "conflict", message: say("errors.wishlistFull", { max: MAX_WISHES }) });
    expect(await idsOf(user)).toHaveLength(MAX_WISHES);
  });

  test("keeps a withdrawn wish as the row that forecasts count, and wishes again from the day of the first time", async () => {
    const { db } = database;
    const user = await newUser();
    const [gameId = ""] = await createWisher(user, 1);
    const addedAt = new Date("2026-03-01T10:00:00Z");
    await db.wishlistItem.updateMany({ where: { gameId }, data: { addedAt } });
    await updateWish(user, gameId, { note: "with Kim" }, db);
    await removeWishes(user, [gameId], db, new Date("2026-04-01"));
    const kept = await db.wishlistItem.findFirstOrThrow({ where: { gameId } });
    expect(kept).toMatchObject({ addedAt, removedAt: new Date("2026-04-01") });
    expect(await addWish(user, { gameId }, db)).toMatchObject({ addedAt: addedAt.toISOString(), note: "with Kim" });
    expect(await db.wishlistItem.findMany({ where: { gameId } })).toMatchObject([{ addedAt, removedAt: null }]);
  });

  test("takes no game that is owned, and drops a game when it is bought or given", async () => {
    const { db } = database;
    const user = await newUser();
    const [bought = "", given = "", kept = ""] = await createWisher(user, 3);
    await placeOrder(user, toCheckout([bought]), db);
    expect(await idsOf(user)).toEqual([given, kept]);
    const ended = await db.wishlistItem.findFirstOrThrow({ where: { userId: user.userId, gameId: bought } });
    expect(ended.removedAt).not.toBeNull();
    await db.entitlement.create({ data: { userId: user.userId, gameId: given, source: "gift" } });
    expect((await getWishlist(user, db)).items.map(({ gameId }) => gameId)).toEqual([kept]);
    expect(await idsOf(user)).toEqual([kept]);
    const message = say("errors.owned", { title: "Ember Tide" });
    await expect(addWish(user, { gameId: bought }, db)).rejects.toMatchObject({ code: "conflict", message });
  });

  test("stays whole when its owner moves, withdraws and buys at once", async () => {
    const { db } = database;
    const user = await newUser();
    const gameIds = await createWisher(user, 8);
    const [a = "", b = "", c = "", ...rest] = gameIds;
    await Promise.all([
      placeOrder(user, toCheckout([c, a]), db),
      ...rest.map((gameId) => updateWish(user, gameId, { before: null }, db)),
      removeWishes(user, [b], db),
    ]);
    expect((await idsOf(user)).toSorted()).toEqual(rest.toSorted());
  });
});
