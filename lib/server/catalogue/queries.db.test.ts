import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { GameCard } from "@/lib/shared/catalogue";
import { type GameQuery, gameQuerySchema } from "@/lib/shared/catalogue-query";
import { GAME_SORTS } from "@/lib/shared/game-sorts";
import { countGames, listCards, listGames, listGenreTiles, listShelf, listSimilarGames } from "./queries";
import { listDealIds } from "./shelves";
import { createTestGame, createTestPromotion } from "./test-catalogue";

const database = useTestDatabase();
const now = new Date("2026-03-10T12:00:00Z");
const week = { startsAt: new Date("2026-03-07T00:00:00Z"), endsAt: new Date("2026-03-14T00:00:00Z") };
const ids: Record<string, string> = {};
const TIED = 23;

async function createNamedGames(): Promise<void> {
  const { db } = database;
  const add = async (plan: Parameters<typeof createTestGame>[1]) => {
    ids[plan.slug] = await createTestGame(db, plan);
  };
  await add({ slug: "iron-nova", title: "Iron Nova", genres: ["strategy", "rpg"], popularity: 500, priceCents: 3999 });
  await add({ slug: "nova", title: "Nova", genres: ["puzzle"], popularity: 5, categories: ["co-op"], priceCents: 0 });
  await add({ slug: "per-cent", title: "100% Orange_Juice \\o/", publisher: "Citrus House", popularity: 1 });
  await add({ slug: "soon", title: "Soon", releaseDate: "2026-03-11", genres: ["rpg"], popularity: 900 });
  await add({ slug: "undated", title: "Undated", releaseDate: null, priceCents: null });
  await add({ slug: "today", title: "Today", releaseDate: "2026-03-10", genres: ["strategy", "rpg"] });
  await add({ slug: "secret-nova", title: "Secret Nova", status: "draft", genres: ["rpg"], popularity: 999 });
  await add({ slug: "loved", title: "Loved", reviewCount: 900, positiveCount: 890 });
  await add({ slug: "one-fan", title: "One Fan", reviewCount: 1, positiveCount: 1 });
  await add({ slug: "nova-dlc", title: "Nova: Dust", kind: "dlc", baseGameId: ids.nova, popularity: 1 });
}

beforeAll(async () => {
  const { db } = database;
  await createNamedGames();
  for (let n = 0; n < TIED; n++) await createTestGame(db, { slug: `tied-${n}`, title: "Tied", genres: ["tied"] });
  await createTestPromotion(db, ids["iron-nova"] ?? "", 25, week);
  await createTestPromotion(db, ids["iron-nova"] ?? "", 60, week);
  await createTestPromotion(db, ids["iron-nova"] ?? "", 90, week, "draft");
  await createTestPromotion(db, ids.loved ?? "", 30, week);
  await createTestPromotion(db, ids.nova ?? "", 50, week);
  await createTestPromotion(db, ids.today ?? "", 80, { startsAt: week.endsAt, endsAt: new Date("2026-04-01") });
});

function ask(input: Partial<Record<keyof GameQuery, string | number>>) {
  return listGames(gameQuerySchema.parse(input), { now }, database.db);
}

async function walk(input: Partial<Record<keyof GameQuery, string | number>>): Promise<GameCard[]> {
  const seen: GameCard[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await ask({ ...input, ...(cursor ? { cursor } : {}) });
    seen.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return seen;
}

const slugs = (games: GameCard[]) => games.map((game) => game.slug);

describe("listGames", () => {
  it.each(GAME_SORTS)("walks every game exactly once by %s, under equal keys too", async (sort) => {
    const q = sort === "relevance" ? { q: "tied" } : {};
    const total = sort === "relevance" ? TIED : TIED + 9;
    for (const limit of [1, 4, total, 100]) {
      const seen = slugs(await walk({ sort, limit, ...q }));
      expect(seen).toHaveLength(total);
      expect(new Set(seen).size).toBe(total);
      expect(seen).not.toContain("secret-nova");
    }
  });

  it("puts each order's best first and games that cannot be compared last", async () => {
    expect(slugs((await ask({ sort: "popular", limit: 2 })).items)).toEqual(["soon", "iron-nova"]);
    expect(slugs((await ask({ sort: "newest", limit: 1 })).items)).toEqual(["today"]);
    expect(slugs((await ask({ sort: "rating", limit: 1 })).items)).toEqual(["loved"]);
    expect(slugs((await ask({ sort: "discount", limit: 2 })).items)).toEqual(["iron-nova", "loved"]);
    const cheapest = slugs(await walk({ sort: "price_asc" }));
    expect(cheapest.slice(0, 3)).toEqual(["nova", "loved", "iron-nova"]);
    expect(cheapest.at(-1)).toBe("undated");
    expect(slugs(await walk({ sort: "price_desc" })).at(-1)).toBe("undated");
    expect(slugs((await ask({ sort: "title", limit: 2 })).items)).toEqual(["per-cent", "iron-nova"]);
  });

  it("shows the price of the deepest published promotion in force", async () => {
    const { items } = await ask({ q: "iron nova" });
    expect(items[0]?.price).toEqual({
      listCents: 3999,
      amountCents: 1600,
      discountPercent: 60,
      currency: "USD",
      promotionEndsAt: "2026-03-14T00:00:00.000Z",
    });
  });

  it("keeps a walk by price whole when a promotion ends in the middle of it", async () => {
    const query = gameQuerySchema.parse({ sort: "price_asc", limit: 2 });
    const first = await listGames(query, { now }, database.db);
    const rest = gameQuerySchema.parse({ sort: "price_asc", limit: 100, cursor: first.nextCursor });
    const second = await listGames(rest, { now: new Date("2026-03-20T00:00:00Z") }, database.db);
    const seen = slugs([...first.items, ...second.items]);
    expect(new Set(seen).size).toBe(TIED + 9);
  });

  it("filters by genre and category together", async () => {
    expect(slugs(await walk({ genre: "rpg" })).toSorted()).toEqual(["iron-nova", "soon", "today"]);
    expect(slugs(await walk({ category: "co-op" }))).toEqual(["nova"]);
    expect(await walk({ genre: "rpg", category: "co-op" })).toEqual([]);
    expect(await countGames(gameQuerySchema.parse({ genre: "rpg" }), { now }, database.db)).toEqual({
      count: 3,
      isCapped: false,
    });
  });

  it("finds by title, part of it, publisher, genre, words in any place, and in spite of a slip", async () => {
    expect(slugs((await ask({ q: "nova" })).items)).toEqual(["nova", "nova-dlc", "iron-nova"]);
    expect(slugs((await ask({ q: "citrus" })).items)).toEqual(["per-cent"]);
    expect(slugs((await ask({ q: "puzzle" })).items)).toEqual(["nova"]);
    expect(slugs((await ask({ q: "  nova   STRATEGY " })).items)).toEqual(["iron-nova"]);
    expect(slugs((await ask({ q: "undatet" })).items)).toEqual(["undated"]);
  });

  it("takes wildcards, quotes, SQL and script as plain text", async () => {
    expect(slugs((await ask({ q: "100%" })).items)).toEqual(["per-cent"]);
    expect(slugs((await ask({ q: "orange_" })).items)).toEqual(["per-cent"]);
    expect(slugs((await ask({ q: "\\o/" })).items)).toEqual(["per-cent"]);
    for (const q of ["%", "_"]) expect(slugs((await ask({ q })).items)).toEqual(["per-cent"]);
    for (const q of ["'; DROP TABLE games; --", "<script>alert(1)</script>", "$1", "{{7*7}}"]) {
      expect((await ask({ q })).items).toEqual([]);
    }
    expect(await database.db.game.count()).toBe(TIED + 10);
  });
});

describe("shelves", () => {
  it("keep what is out apart from what is to come, and hide drafts and extras", async () => {
    const { db } = database;
    expect(slugs(await listShelf("coming_soon", 9, { now }, db))).toEqual(["soon"]);
    const popular = slugs(await listShelf("popular", 99, { now }, db));
    expect(popular.slice(0, 2)).toEqual(["iron-nova", "nova"]);
    expect(popular).toContain("today");
    expect(popular.filter((slug) => ["nova-dlc", "soon"].includes(slug))).toEqual([]);
  });

  it("lists deals in force only, and never a free game", async () => {
    const deals = await listCards(await listDealIds(database.db, 9, now), { now }, database.db);
    expect(slugs(deals).toSorted()).toEqual(["iron-nova", "loved"]);
  });

  it("puts the game with most in common first", async () => {
    const similar = await listSimilarGames(ids["iron-nova"] ?? "", 9, { now }, database.db);
    expect(slugs(similar)).toEqual(["today", "soon"]);
  });

  it("gives each genre a picture of a game of its own, no two the same where there are enough", async () => {
    const { db } = database;
    for (const [slug, position] of [
      ["iron-nova", 0],
      ["today", 0],
      ["secret-nova", 0],
    ] as const) {
      const storageKey = `kratos/media/${slug}/hero.webp`;
      const data = {
        gameId: ids[slug] ?? "",
        kind: "hero",
        position,
        storageKey,
        alt: slug,
        width: 16,
        height: 9,
      } as const;
      await db.media.create({ data });
    }
    const tiles = await listGenreTiles(db);
    const pictures = Object.fromEntries(tiles.map((tile) => [tile.slug, tile.picture?.url]));
    expect([pictures.rpg, pictures.strategy].toSorted()).toEqual([
      "/media/iron-nova/hero.webp",
      "/media/today/hero.webp",
    ]);
    expect(pictures.puzzle).toBeUndefined();
  });

  it("are not looked up for each visitor", async () => {
    expect(await listGenreTiles(database.db)).toBe(await listGenreTiles(database.db));
  });

  it("counts published games only", async () => {
    const tiles = await listGenreTiles(database.db);
    expect(tiles[0]).toMatchObject({ slug: "tied", gameCount: TIED, picture: null });
    expect(tiles.find((tile) => tile.slug === "rpg")?.gameCount).toBe(3);
  });
});
