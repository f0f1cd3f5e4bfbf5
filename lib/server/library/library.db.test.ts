import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { placeOrder } from "../orders/commands";
import { createShop, toCheckout } from "../orders/shop-fixture";
import { listLibrary, listOwnedGameIds } from "./queries";

const database = useTestDatabase();

async function createLibrary(titles: string[]) {
  const { db } = database;
  const shop = createShop(db);
  const owner = await shop.createUser();
  const gameIds: string[] = [];
  for (const [index, title] of titles.entries()) {
    const { id } = await shop.createGame({ title });
    await db.entitlement.create({ data: { ...owner, gameId: id, grantedAt: new Date(Date.UTC(2026, 0, 1, index)) } });
    gameIds.push(id);
  }
  return { db, shop, owner, gameIds };
}

describe("a library", () => {
  test("pages through all games, latest first, each once", async () => {
    const { db, owner, gameIds } = await createLibrary(["A", "B", "C", "D", "E"]);
    const moment = new Date("2026-02-01");
    await db.entitlement.updateMany({
      where: { ...owner, gameId: { in: gameIds.slice(1, 4) } },
      data: { grantedAt: moment },
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listLibrary(owner, { limit: 2, cursor }, db);
      seen.push(...page.items.map(({ gameId }) => gameId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([...gameIds.slice(1, 4).toSorted(), gameIds[4], gameIds[0]]);
    for (const broken of ["1", "x.y", `${"9".repeat(30)}.${gameIds[0]}`]) {
      const attempt = listLibrary(owner, { limit: 2, cursor: broken }, db);
      await expect(attempt).rejects.toMatchObject({ code: "invalid_input" });
    }
  });

  test("finds by title whatever the case, and takes wildcards literally", async () => {
    const { db, owner } = await createLibrary(["Ember Tide", "Half_Light", "100% Orange"]);
    const titles = async (q: string) =>
      (await listLibrary(owner, { limit: 10, q }, db)).items.map(({ title }) => title);
    expect(await titles("ember")).toEqual(["Ember Tide"]);
    expect(await titles("_")).toEqual(["Half_Light"]);
    expect(await titles("%")).toEqual(["100% Orange"]);
    expect(await titles("\\")).toEqual([]);
  });

  test("shows neither what was revoked nor what others own; buying it again brings it back", async () => {
    const { db, shop, owner, gameIds } = await createLibrary(["Ember Tide"]);
    const [gameId = ""] = gameIds;
    await db.entitlement.updateMany({ where: owner, data: { revokedAt: new Date() } });
    expect((await listLibrary(owner, { limit: 10 }, db)).items).toEqual([]);
    expect(await listOwnedGameIds(db, owner.userId, gameIds)).toEqual(new Set());
    expect((await listLibrary(await shop.createUser(), { limit: 10 }, db)).items).toEqual([]);

    const order = await placeOrder(owner, toCheckout([gameId]), db);
    expect((await listLibrary(owner, { limit: 10 }, db)).items).toMatchObject([{ gameId, orderId: order.id }]);
    expect(await listOwnedGameIds(db, owner.userId, gameIds)).toEqual(new Set(gameIds));
  });
});
