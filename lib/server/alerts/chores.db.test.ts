import { expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createShop } from "../orders/shop-fixture";
import { doDailyChores } from "./chores";

const database = useTestDatabase();
const NOW = new Date("2026-11-20T12:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

test("what guests left and what shoppers were told is cleared in time, and what users have stays", async () => {
  const { db } = database;
  const shop = createShop(db);
  const [{ id: gameId }, { userId }] = [await shop.createGame(), await shop.createUser()];
  for (const [guestTokenHash, addedAt] of [
    ["gone", daysAgo(91)],
    ["here", daysAgo(89)],
  ] as const) {
    await db.guestWish.create({ data: { guestTokenHash, gameId, addedAt } });
    await db.cart.create({ data: { guestTokenHash, updatedAt: addedAt } });
  }
  const { id: laterGameId } = await shop.createGame();
  for (const [wished, addedAt] of [
    [gameId, daysAgo(300)],
    [laterGameId, daysAgo(1)],
  ] as const) {
    await db.guestWish.create({ data: { guestTokenHash: "back again", gameId: wished, addedAt } });
  }
  await db.wishlistItem.create({ data: { userId, gameId, addedAt: daysAgo(400) } });
  await db.cart.create({ data: { userId, updatedAt: daysAgo(400) } });
  const notice = { userId, gameId, kind: "price_drop" } as const;
  await db.wishNotice.create({ data: { ...notice, cause: "old", sentAt: daysAgo(91) } });
  await db.wishNotice.create({ data: { ...notice, cause: "new", sentAt: daysAgo(1) } });

  await Promise.all(Array.from({ length: 4 }, () => doDailyChores(db, NOW)));
  const kept = await db.guestWish.findMany({ orderBy: { addedAt: "asc" } });
  expect(kept.map(({ guestTokenHash }) => guestTokenHash)).toEqual(["back again", "here", "back again"]);
  expect(await db.cart.count()).toBe(2);
  expect(await db.wishlistItem.count()).toBe(1);
  expect(await db.wishNotice.findMany()).toMatchObject([{ cause: "new" }]);
});

test("sessions of who does not come back end with the addresses in them", async () => {
  const { db } = database;
  const { userId } = await createShop(db).createUser();
  await db.chore.deleteMany();
  await db.session.create({ data: { userId, ip: "198.51.100.1", expiresAt: daysAgo(1) } });
  const open = await db.session.create({ data: { userId, expiresAt: daysAgo(-1) } });
  await doDailyChores(db, NOW);
  expect(await db.session.findMany()).toMatchObject([{ id: open.id }]);
});
