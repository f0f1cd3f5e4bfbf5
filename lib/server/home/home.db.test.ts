import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createTestGame, createTestPromotion } from "../catalogue/test-catalogue";
import { findBecauseYouOwn, getShopWindow } from "./queries";

const database = useTestDatabase();
const now = new Date();
const dayFrom = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
const soon = new Date(now.getTime() + 3_600_000);
const ids: Record<string, string> = {};

const slugs = (games: readonly { slug: string }[]) => games.map(({ slug }) => slug);

async function addGames() {
  const { db } = database;
  const add = async (plan: Parameters<typeof createTestGame>[1]) => {
    ids[plan.slug] = await createTestGame(db, plan);
  };
  await add({ slug: "second", featuredRank: 2, popularity: 90, genres: ["rpg"] });
  await add({ slug: "first", featuredRank: 1, popularity: 10, trend: -5, genres: ["rpg"] });
  await add({ slug: "riser", popularity: 50, trend: 40, genres: ["puzzle"] });
  await add({ slug: "newcomer", popularity: 20, trend: 60, genres: ["rpg"] });
  await add({ slug: "hidden", status: "draft", featuredRank: 3, trend: 999, popularity: 999 });
  await add({ slug: "extra", kind: "dlc", baseGameId: ids.second ?? "", trend: 99, popularity: 500 });
  await add({ slug: "later", releaseDate: dayFrom(40), trend: 7 });
  await add({ slug: "sooner", releaseDate: dayFrom(4) });
  await createTestPromotion(db, ids.riser ?? "", 50, { startsAt: new Date(0), endsAt: soon });
  await createTestPromotion(db, ids.first ?? "", 50, { startsAt: soon, endsAt: new Date(soon.getTime() + 1000) });
  await db.media.create({
    data: {
      gameId: ids.riser ?? "",
      kind: "hero",
      storageKey: "kratos/media/riser/hero.webp",
      alt: "A riser",
      width: 16,
      height: 9,
    },
  });
}

beforeAll(addGames);

describe("the shop window", () => {
  it("has each shelf in its order: staff's choice, what gains, what sells, what comes next", async () => {
    const shown = await getShopWindow({ now }, database.db);
    expect(slugs(shown.featured)).toEqual(["first", "second"]);
    expect(slugs(shown.trending)).toEqual(["newcomer", "riser"]);
    expect(slugs(shown.popular)).toEqual(["second", "riser", "newcomer", "first"]);
    expect(slugs(shown.comingSoon)).toEqual(["sooner", "later"]);
    expect(shown.genres.map(({ slug, gameCount }) => [slug, gameCount])).toEqual([
      ["rpg", 3],
      ["puzzle", 1],
    ]);
  });

  it("has deals in force with their end and their picture", async () => {
    const { deals } = await getShopWindow({ now }, database.db);
    expect(deals).toMatchObject([
      { slug: "riser", price: { discountPercent: 50, promotionEndsAt: soon.toISOString() }, hero: { alt: "A riser" } },
    ]);
  });

  it("shows no deal that has ended since the shelves were planned, and no game that was withdrawn", async () => {
    expect((await getShopWindow({ now: new Date(soon.getTime() + 10_000) }, database.db)).deals).toEqual([]);
    await database.db.game.update({ where: { slug: "second" }, data: { status: "delisted" } });
    expect(slugs((await getShopWindow({ now }, database.db)).popular)).not.toContain("second");
    await database.db.game.update({ where: { slug: "second" }, data: { status: "published" } });
  });
});

describe("because you own", () => {
  const genres = ["noir", "card"];

  async function addShopper(owned: readonly string[]) {
    const user = await database.db.user.create({ data: { email: `${crypto.randomUUID()}@example.com`, name: "Ada" } });
    const at = (index: number) => new Date(2026, 0, 1 + index);
    const data = owned.map((slug, index) => ({ userId: user.id, gameId: ids[slug] ?? "", grantedAt: at(index) }));
    await database.db.entitlement.createMany({ data });
    return { userId: user.id };
  }

  beforeAll(async () => {
    const { db } = database;
    for (const [slug, shared, popularity] of [
      ["noir-one", genres, 5],
      ["noir-two", genres, 9],
      ["noir-three", ["noir"], 300],
      ["noir-four", ["noir"], 200],
      ["noir-five", ["noir"], 100],
      ["noir-six", ["noir"], 50],
    ] as const) {
      ids[slug] = await createTestGame(db, { slug, genres: [...shared], popularity });
    }
    ids["noir-dlc"] = await createTestGame(db, {
      slug: "noir-dlc",
      kind: "dlc",
      baseGameId: ids["noir-one"] ?? "",
      genres,
    });
    ids["noir-soon"] = await createTestGame(db, { slug: "noir-soon", genres, releaseDate: dayFrom(9) });
  });

  it("offers what shares most with the newest game of theirs: neither owned, in the cart, an extra nor to come", async () => {
    const shopper = await addShopper(["noir-six", "noir-one"]);
    await database.db.cart.create({
      data: { userId: shopper.userId, items: { create: { gameId: ids["noir-five"] ?? "" } } },
    });
    // Two and four more are left; only three: not enough of a shelf.
    expect(await findBecauseYouOwn(shopper, { now }, database.db)).toBeNull();
    await database.db.cartItem.deleteMany({ where: { gameId: ids["noir-five"] ?? "" } });
    const found = await findBecauseYouOwn(shopper, { now }, database.db);
    expect(found?.owned.slug).toBe("noir-one");
    expect(slugs(found?.games ?? [])).toEqual(["noir-two", "noir-three", "noir-four", "noir-five"]);
  });

  it("goes by an older game where the newest has nothing like it, and by none that was taken back", async () => {
    const shopper = await addShopper(["noir-one", "riser"]);
    expect((await findBecauseYouOwn(shopper, { now }, database.db))?.owned.slug).toBe("noir-one");
    await database.db.entitlement.updateMany({
      where: { userId: shopper.userId, gameId: ids["noir-one"] ?? "" },
      data: { revokedAt: now },
    });
    expect(await findBecauseYouOwn(shopper, { now }, database.db)).toBeNull();
  });

  it("is nothing for who owns nothing", async () => {
    expect(await findBecauseYouOwn(await addShopper([]), { now }, database.db)).toBeNull();
  });
});
