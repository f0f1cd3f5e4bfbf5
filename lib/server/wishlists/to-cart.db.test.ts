import { beforeEach, describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { MAX_CART_LINES } from "@/lib/shared/cart";
import { addCartItem } from "../cart/commands";
import { getCart } from "../cart/queries";
import { createGuestToken, type Shopper } from "../guests/shopper";
import { createShop } from "../orders/shop-fixture";
import { addWish, updateWish } from "./commands";
import { getWishlist, listWishIds } from "./queries";
import { saveForLater } from "./save-for-later";
import { moveWishesToCart } from "./to-cart";

const database = useTestDatabase({ maxConnections: 20 });
let shop: ReturnType<typeof createShop>;

beforeEach(() => {
  shop = createShop(database.db);
});

const newUser = async (): Promise<Shopper> => ({ ...(await shop.createUser()), guestToken: null });
const cartOf = async (shopper: Shopper) => (await getCart(shopper, database.db)).lines.map(({ gameId }) => gameId);

async function wishForNew(shopper: Shopper, count: number): Promise<string[]> {
  const games = await Promise.all(Array.from({ length: count }, () => shop.createGame()));
  for (const { id } of games) await addWish(shopper, { gameId: id }, database.db);
  return games.map(({ id }) => id);
}

describe("moving wishes into the cart", () => {
  test("moves what can be bought, and says why the rest stays a wish", async () => {
    const { db } = database;
    const user = await newUser();
    const [a = "", held = "", delisted = ""] = await wishForNew(user, 3);
    const coming = await shop.createGame({ releaseDate: null });
    await addWish(user, { gameId: coming.id }, db);
    await addCartItem(user, { gameId: held }, db);
    await db.game.update({ where: { id: delisted }, data: { status: "delisted" } });
    const foreign = await shop.createGame();

    const moved = await moveWishesToCart(user, [foreign.id, coming.id, delisted, held, a], db);
    expect(moved).toMatchObject({
      movedIds: [a, held],
      kept: [
        { gameId: delisted, reason: "not_sold" },
        { gameId: coming.id, reason: "not_released" },
      ],
    });
    expect(moved.cart.lines.map(({ gameId }) => gameId)).toEqual([held, a]);
    expect(await listWishIds(user, db)).toEqual([delisted, coming.id]);
  });

  test("fills the cart to its limit from the top of the list, and twice at once no further", async () => {
    const { db } = database;
    const user = await newUser();
    const wishes = await wishForNew(user, MAX_CART_LINES + 2);
    const both = await Promise.all([moveWishesToCart(user, wishes, db), moveWishesToCart(user, wishes, db)]);
    expect(both.map(({ movedIds }) => movedIds.length).toSorted()).toEqual([0, MAX_CART_LINES]);
    expect(both.flatMap(({ kept }) => kept)).toEqual(
      [...wishes.slice(-2), ...wishes.slice(-2)].map((gameId) => ({ gameId, reason: "cart_full" })),
    );
    expect((await cartOf(user)).toSorted()).toEqual(wishes.slice(0, MAX_CART_LINES).toSorted());
    expect(await listWishIds(user, db)).toEqual(wishes.slice(-2));
  });
});

describe("saving for later", () => {
  test.each(["a user", "a guest"])(
    "moves a game from the cart of %s to the wishlist, and back with its note",
    async (who) => {
      const { db } = database;
      const shopper = who === "a user" ? await newUser() : { userId: null, guestToken: createGuestToken() };
      const game = await shop.createGame();
      await addCartItem(shopper, { gameId: game.id }, db);
      await Promise.all(Array.from({ length: 5 }, () => saveForLater(shopper, game.id, db)));
      expect(await cartOf(shopper)).toEqual([]);
      await updateWish(shopper, game.id, { note: "in spring" }, db);
      await saveForLater(shopper, game.id, db);
      expect((await getWishlist(shopper, db)).items).toMatchObject([{ gameId: game.id, note: "in spring" }]);
      await moveWishesToCart(shopper, [game.id], db);
      expect(await cartOf(shopper)).toEqual([game.id]);
      expect(await listWishIds(shopper, db)).toEqual([]);
    },
  );
});
