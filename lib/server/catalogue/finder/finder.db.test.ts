import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { Random } from "@/jobs/simulate/random";
import { type GameQuery, gameQuerySchema } from "@/lib/shared/catalogue-query";
import { countGames, getGameFacets, listGames } from "../queries";
import { createTestGame, createTestPromotion } from "../test-catalogue";

const database = useTestDatabase();
const now = new Date("2026-03-10T12:00:00Z");
const week = { startsAt: new Date("2026-03-07T00:00:00Z"), endsAt: new Date("2026-03-14T00:00:00Z") };
const GAMES = 120;
const GENRES = ["rpg", "action", "puzzle", "racing"];
const CATEGORIES = ["single-player", "local-co-op", "online-pvp", "cloud-saves"];

type Planned = {
  slug: string;
  genres: string[];
  categories: string[];
  priceCents: number;
  discountPercent: number;
  ageDays: number;
  kind: "base" | "dlc";
  stars: number;
};

const planned: Planned[] = [];

function planGame(random: Random, place: number): Planned {
  return {
    slug: `game-${place}`,
    genres: GENRES.filter(() => random.chance(0.35)),
    categories: CATEGORIES.filter(() => random.chance(0.4)),
    priceCents: random.chance(0.15) ? 0 : 100 * random.int(1, 60) - 1,
    discountPercent: random.chance(0.3) ? random.int(1, 18) * 5 : 0,
    ageDays: random.int(-20, 500),
    kind: place > 0 && random.chance(0.2) ? "dlc" : "base",
    stars: random.int(1, 5),
  };
}

let baseGameId: string | undefined;

async function createPlanned(game: Planned): Promise<void> {
  const { slug, genres, categories, priceCents, discountPercent, ageDays, kind, stars } = game;
  const { db } = database;
  const releaseDate = new Date(now.getTime() - ageDays * 86_400_000).toISOString().slice(0, 10);
  const id = await createTestGame(db, {
    ...(kind === "dlc" && baseGameId ? { baseGameId } : {}),
    slug,
    genres,
    categories,
    priceCents,
    kind,
    releaseDate,
    popularity: ageDays + 30,
  });
  baseGameId ??= id;
  await db.game.update({ where: { id }, data: { reviewCount: 4, positiveCount: 2, ratingAverage: stars } });
  if (discountPercent > 0) await createTestPromotion(db, id, discountPercent, week);
}

beforeAll(async () => {
  const random = new Random(5, "facets");
  for (let place = 0; place < GAMES; place += 1) planned.push(planGame(random, place));
  for (const game of planned) await createPlanned(game);
});

const amountOf = ({ priceCents, discountPercent }: Planned) => Math.round((priceCents * (100 - discountPercent)) / 100);
const isOnSale = ({ priceCents, discountPercent }: Planned) => priceCents > 0 && discountPercent > 0;

const PLAYERS: Record<string, (game: Planned) => boolean> = {
  single: ({ categories }) => categories.includes("single-player"),
  "local-multiplayer": ({ categories }) => categories.includes("local-co-op"),
  "online-multiplayer": ({ categories }) => categories.includes("online-pvp"),
  "co-op": ({ categories }) => categories.includes("local-co-op"),
};

const OFFERS: Record<string, (game: Planned) => boolean> = {
  sale: isOnSale,
  free: ({ priceCents }) => priceCents === 0,
};

const RELEASES: Record<string, (game: Planned) => boolean> = {
  upcoming: ({ ageDays }) => ageDays < 0,
  week: ({ ageDays }) => ageDays >= 0 && ageDays < 7,
  month: ({ ageDays }) => ageDays >= 0 && ageDays < 30,
  year: ({ ageDays }) => ageDays >= 0 && ageDays < 365,
  older: ({ ageDays }) => ageDays >= 365,
};

/** Whether each part of a query lets a game through, found without any of the code under test. */
function judge(query: GameQuery, game: Planned): Record<string, boolean> {
  const anyOf = (chosen: readonly string[], test: (value: string) => boolean) =>
    chosen.length === 0 || chosen.some(test);
  return {
    genre: anyOf(query.genre, (value) => game.genres.includes(value)),
    category: anyOf(query.category, (value) => game.categories.includes(value)),
    players: anyOf(query.players, (value) => PLAYERS[value]?.(game) ?? false),
    kind: anyOf(query.kind, (value) => game.kind === value),
    offer: anyOf(query.offer, (value) => OFFERS[value]?.(game) ?? false),
    release: anyOf(query.release, (value) => RELEASES[value]?.(game) ?? false),
    rating: query.rating === undefined || game.stars >= query.rating,
    price: amountOf(game) >= (query.priceMinCents ?? 0) && amountOf(game) <= (query.priceMaxCents ?? 1e9),
  };
}

function listFitting(query: GameQuery, except?: string): Planned[] {
  return planned.filter((game) =>
    Object.entries(judge(query, game)).every(([part, isFitting]) => isFitting || part === except),
  );
}

function drawQuery(random: Random): GameQuery {
  const some = (values: readonly string[]) => values.filter(() => random.chance(0.3)).join(",");
  const dearest = random.chance(0.3) ? { priceMaxCents: 100 * random.int(5, 50) } : {};
  return gameQuerySchema.parse({
    genre: some(GENRES),
    category: random.chance(0.3) ? some(CATEGORIES) : "",
    players: random.chance(0.3) ? some(Object.keys(PLAYERS)) : "",
    kind: random.chance(0.3) ? "dlc" : "",
    offer: random.chance(0.3) ? some(Object.keys(OFFERS)) : "",
    release: random.chance(0.3) ? some(Object.keys(RELEASES)) : "",
    ...(random.chance(0.3) ? { rating: random.int(2, 4) } : {}),
    ...dearest,
    limit: 100,
  });
}

async function walk(query: GameQuery): Promise<string[]> {
  const slugs: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listGames({ ...query, cursor }, { now }, database.db);
    slugs.push(...page.items.map((game) => game.slug));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return slugs;
}

const facetTests: Record<string, (value: string, game: Planned) => boolean> = {
  genre: (value, game) => game.genres.includes(value),
  category: (value, game) => game.categories.includes(value),
  players: (value, game) => PLAYERS[value]?.(game) ?? false,
  kind: (value, game) => game.kind === value,
  offer: (value, game) => OFFERS[value]?.(game) ?? false,
  release: (value, game) => RELEASES[value]?.(game) ?? false,
};

describe("queries of random facets", () => {
  it("give the games and the counts that looking at each game gives", async () => {
    const random = new Random(11, "queries");
    for (let round = 0; round < 60; round += 1) {
      const query = drawQuery(random);
      const fitting = listFitting(query).map(({ slug }) => slug);
      expect((await walk(query)).toSorted()).toEqual(fitting.toSorted());
      const facets = await getGameFacets(query, { now }, database.db);
      expect(facets.total).toEqual({ count: fitting.length, isCapped: false });
      for (const [facet, test] of Object.entries(facetTests)) {
        for (const { value, count } of facets.choices[facet as "genre"]) {
          expect([facet, value, count]).toEqual([
            facet,
            value,
            listFitting(query, facet).filter((game) => test(value, game)).length,
          ]);
        }
      }
      for (const { minCents, maxCents, count } of facets.price) {
        const inRange = (game: Planned) => amountOf(game) >= minCents && amountOf(game) <= (maxCents ?? 1e9);
        expect(count).toBe(listFitting(query, "price").filter(inRange).length);
      }
    }
  });

  it("keep chosen values among the counts, even where they leave no game", async () => {
    const query = gameQuerySchema.parse({ genre: "rpg", priceMinCents: 900_000 });
    const { choices } = await getGameFacets(query, { now }, database.db);
    expect(choices.genre).toEqual([{ value: "rpg", name: "RPG", count: 0, isCapped: false }]);
  });
});

describe("prices", () => {
  it("follow a promotion's start and end to the moment, in the order and in the facets", async () => {
    const query = gameQuerySchema.parse({ offer: "sale", sort: "discount" });
    const countAt = (moment: Date) => countGames(query, { now: moment }, database.db);
    const onSale = planned.filter(isOnSale).length;
    expect((await countAt(new Date(week.startsAt.getTime() - 1))).count).toBe(0);
    expect((await countAt(week.startsAt)).count).toBe(onSale);
    expect((await countAt(new Date(week.endsAt.getTime() - 1))).count).toBe(onSale);
    expect((await countAt(week.endsAt)).count).toBe(0);
  });

  it("put games without a price in the currency after all others, and in no range", async () => {
    await database.db.gamePrice.create({
      data: { game: { connect: { slug: "game-0" } }, currency: "JPY", priceCents: 1500 },
    });
    const query = gameQuerySchema.parse({ sort: "price_asc", limit: 100 });
    const { items } = await listGames(query, { now, currency: "JPY" }, database.db);
    const free = planned.filter(({ priceCents }) => priceCents === 0).length;
    expect(items.findIndex(({ slug }) => slug === "game-0")).toBe(free);
    const { price } = await getGameFacets(query, { now, currency: "JPY" }, database.db);
    expect(price.reduce((sum, { count }) => sum + count, 0)).toBe(free + 1);
  });
});

describe("what is written", () => {
  it("is in the next answer, and a withdrawn game is not", async () => {
    const { db } = database;
    const query = gameQuerySchema.parse({ genre: "brand-new" });
    await expect(listGames(query, { now }, db)).rejects.toMatchObject({ fields: { genre: expect.any(String) } });
    const id = await createTestGame(db, {
      slug: "newcomer",
      genres: ["brand-new"],
    });
    expect((await listGames(query, { now }, db)).items).toMatchObject([
      { slug: "newcomer", price: { amountCents: 1999 } },
    ]);
    await db.gamePrice.updateMany({ where: { gameId: id }, data: { priceCents: 555 } });
    await db.publisher.update({ where: { slug: "testers" }, data: { name: "Renamed" } });
    const { items } = await listGames(query, { now }, db);
    expect(items).toMatchObject([{ price: { amountCents: 555 }, publisher: { name: "Renamed" } }]);
    await db.game.update({ where: { id }, data: { status: "delisted" } });
    expect((await listGames(query, { now }, db)).items).toEqual([]);
  });

  it.each(["popular", "newest", "rating", "title", "price_asc", "price_desc", "discount"])(
    "lets a walk by %s see each old game once while games come and go",
    async (sort) => {
      const { db } = database;
      const seen: string[] = [];
      let cursor: string | null | undefined;
      let added = 0;
      do {
        const query = gameQuerySchema.parse({ sort, limit: 25, ...(cursor ? { cursor } : {}) });
        const page = await listGames(query, { now }, db);
        seen.push(...page.items.map(({ slug }) => slug));
        cursor = page.nextCursor;
        await createTestGame(db, { slug: `during-${sort.replace("_", "-")}-${added++}`, priceCents: 10 * added });
        await db.game.deleteMany({ where: { slug: `during-${sort.replace("_", "-")}-${added - 2}` } });
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(planned.every(({ slug }) => seen.includes(slug))).toBe(true);
      await db.game.deleteMany({ where: { slug: { startsWith: "during-" } } });
    },
  );
});
