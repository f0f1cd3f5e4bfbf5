import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { type LibraryQuery, libraryQuerySchema } from "@/lib/shared/library";
import { placeOrder } from "../orders/commands";
import { toCheckout } from "../orders/shop-fixture";
import { createCollection } from "./commands";
import { getOwnedGame } from "./owned-game";
import { getLibraryFacets, listLibrary, listOwnedGameIds } from "./queries";
import { createBuild, createLibrary } from "./test-library";

const database = useTestDatabase();
const toQuery = (query: Partial<LibraryQuery> = {}): LibraryQuery => libraryQuerySchema.parse(query);

type Owner = { userId: string };

/** Titles of all pages of that size, one after the other. */
async function walk(owner: Owner, query: Partial<LibraryQuery>): Promise<string[]> {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listLibrary(owner, toQuery({ ...query, ...(cursor && { cursor }) }), database.db);
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return titles;
}

describe("a library", () => {
  test("pages through all games, latest first, each once, also those of one moment", async () => {
    const { owner, gameIds } = await createLibrary(database.db, ["A", "B", "C", "D", "E"]);
    await database.db.entitlement.updateMany({
      where: { ...owner, gameId: { in: gameIds.slice(1, 4) } },
      data: { grantedAt: new Date("2026-02-01") },
    });
    const titles = await walk(owner, { limit: 2 });
    expect(titles.slice(0, 3).toSorted()).toEqual(["B", "C", "D"]);
    expect(titles.slice(3)).toEqual(["E", "A"]);
  });

  test("pages by title whatever the case, and refuses cursors of other lists", async () => {
    const { db } = database;
    const { owner } = await createLibrary(db, ["beta", "Alpha", "Gamma", "Beta", "Ångström"]);
    const titles = await walk(owner, { sort: "title", limit: 2 });
    expect(titles).toHaveLength(5);
    expect(titles.map((title) => title.toLowerCase()).filter((title) => title === "beta")).toHaveLength(2);
    expect(titles.indexOf("Alpha")).toBeLessThan(titles.indexOf("beta"));
    const { nextCursor } = await listLibrary(owner, toQuery({ sort: "title", limit: 2 }), db);
    for (const cursor of ["1", "x.y", nextCursor ?? "", "e30", "é".repeat(200)]) {
      const attempt = listLibrary(owner, toQuery({ limit: 2, cursor }), db);
      await expect(attempt).rejects.toMatchObject({ code: "invalid_input" });
    }
  });

  test("finds by title whatever the case and accents, and takes wildcards literally", async () => {
    const { owner } = await createLibrary(database.db, ["Émber Tide", "Half_Light", "100% Orange"]);
    const find = (q: string) => walk(owner, { q });
    expect(await find("ember")).toEqual(["Émber Tide"]);
    expect(await find("TÍDE")).toEqual(["Émber Tide"]);
    expect(await find("_")).toEqual(["Half_Light"]);
    expect(await find("%")).toEqual(["100% Orange"]);
    expect(await find("\\")).toEqual([]);
    expect(await find("'; drop table games; --")).toEqual([]);
  });

  test("is filtered by platform, genre and collection, by what it holds", async () => {
    const { db } = database;
    const { owner, gameIds, shop } = await createLibrary(db, ["A", "B", "C"]);
    const [a = "", b = "", c = ""] = gameIds;
    const platform = await db.platform.create({ data: { slug: "linux", name: "Linux" } });
    const genre = await db.genre.create({ data: { slug: "puzzle", name: "Puzzle" } });
    const unowned = await shop.createGame();
    const platformRows = [a, b, unowned.id].map((gameId) => ({ gameId, platformId: platform.id }));
    await db.gamePlatform.createMany({ data: platformRows });
    await db.gameGenre.createMany({ data: [b, c].map((gameId) => ({ gameId, genreId: genre.id })) });
    const { id: collection } = await createCollection(owner, { name: "Shelf", gameIds: [a, c] }, db);
    expect(await walk(owner, { platform: "linux" })).toEqual(["B", "A"]);
    expect(await walk(owner, { genre: "puzzle", platform: "linux" })).toEqual(["B"]);
    expect(await walk(owner, { collection, limit: 1 })).toEqual(["C", "A"]);
    expect(await walk(owner, { platform: "amiga" })).toEqual([]);
    expect(await getLibraryFacets(owner, db)).toEqual({
      gameCount: 3,
      platforms: [{ slug: "linux", name: "Linux", gameCount: 2 }],
      genres: [{ slug: "puzzle", name: "Puzzle", gameCount: 2 }],
    });
    const stranger = await shop.createUser();
    for (const [who, id] of [
      [stranger, collection],
      [owner, randomUUID()],
    ] as const) {
      const attempt = listLibrary(who, toQuery({ collection: id }), db);
      await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("shows neither what was revoked nor what others own; buying it again brings it back", async () => {
    const { db } = database;
    const { shop, owner, gameIds } = await createLibrary(db, ["Ember Tide"]);
    const [gameId = ""] = gameIds;
    await db.entitlement.updateMany({ where: owner, data: { revokedAt: new Date() } });
    expect(await walk(owner, {})).toEqual([]);
    expect(await listOwnedGameIds(db, owner.userId, gameIds)).toEqual(new Set());
    expect(await walk(await shop.createUser(), {})).toEqual([]);

    const order = await placeOrder(owner, toCheckout([gameId]), db);
    expect((await listLibrary(owner, toQuery(), db)).items).toMatchObject([{ gameId, orderId: order.id }]);
    expect(await listOwnedGameIds(db, owner.userId, gameIds)).toEqual(new Set(gameIds));
  });
});

describe("an owned game", () => {
  test("shows its files by platform, newest first, and not those that were withdrawn", async () => {
    const { db } = database;
    const { owner, gameIds, shop } = await createLibrary(db, ["A"]);
    const [gameId = ""] = gameIds;
    const { slug } = await db.game.update({ where: { id: gameId }, data: { status: "delisted" } });
    await createBuild(db, gameId, { version: "1.9", releasedAt: new Date("2026-03-01") });
    await createBuild(db, gameId, { version: "1.10", releasedAt: new Date("2026-04-01"), storageKey: null });
    await createBuild(db, gameId, { version: "2.0", status: "withdrawn" });
    await createBuild(db, gameId, { platform: "macos", storageKey: "../secrets" });
    const game = await getOwnedGame(owner, slug, db);
    expect(game.builds).toMatchObject([
      { platform: { slug: "macos" }, isLatest: true, canDownload: false },
      { platform: { slug: "windows" }, version: "1.10", isLatest: true, canDownload: false },
      { version: "1.9", isLatest: false, canDownload: true, sizeBytes: 5_000_000_000 },
    ]);
    expect(game).toMatchObject({ hasPage: false, hasReview: false, licenceKeys: [] });
    for (const who of [await shop.createUser(), { userId: randomUUID() }]) {
      await expect(getOwnedGame(who, slug, db)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(getOwnedGame(owner, "nothing", db)).rejects.toMatchObject({ code: "not_found" });
  });

  test("shows the key it was sold with, one's own review and collections, and nobody else's", async () => {
    const { db } = database;
    const { owner, shop } = await createLibrary(db, []);
    const other = await shop.createUser();
    const game = await shop.createGame({ keys: 2 });
    for (const buyer of [owner, other]) await placeOrder(buyer, toCheckout([game.id]), db);
    await createCollection(other, { name: "Theirs", gameIds: [game.id] }, db);
    const { id } = await createCollection(owner, { name: "Mine", gameIds: [game.id] }, db);
    await db.review.create({ data: { ...owner, gameId: game.id, isRecommended: true, stars: 4, body: "Good" } });
    const [own, theirs] = [await getOwnedGame(owner, game.slug, db), await getOwnedGame(other, game.slug, db)];
    expect(own).toMatchObject({ hasReview: true, collections: [{ id, name: "Mine" }] });
    expect(theirs).toMatchObject({ hasReview: false, collections: [{ name: "Theirs" }] });
    expect(new Set([...own.licenceKeys, ...theirs.licenceKeys]).size).toBe(2);
  });
});
