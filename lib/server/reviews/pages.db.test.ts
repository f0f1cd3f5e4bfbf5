import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { ReviewQuery } from "@/lib/shared/reviews";
import { getReviewsSummary, listReviews } from "./queries";
import { createReviewWorld } from "./test-reviews";
import { castVote } from "./votes";

const database = useTestDatabase();
const REVIEWS = 60;
let world: ReturnType<typeof createReviewWorld>;
let game: { id: string; slug: string };

const momentOf = (index: number) => new Date(Date.UTC(2026, 0, 1 + (index % 45), 7, 59, 59, index % 1000));

beforeAll(async () => {
  const { db } = database;
  world = createReviewWorld(db);
  game = await world.createGame();
  const other = await world.createGame();
  const users = await Promise.all(Array.from({ length: REVIEWS }, (_, index) => world.createUser(`User ${index}`)));
  await db.review.createMany({
    data: users.map(({ userId }, index) => ({
      userId,
      gameId: game.id,
      isRecommended: index % 3 > 0,
      stars: 1 + (index % 5),
      body: `Review ${index}`,
      locale: index % 4 === 0 ? "es" : "en",
      helpfulCount: index % 7,
      unhelpfulCount: index % 2,
      createdAt: momentOf(index),
      status: index === 13 ? "held" : index === 14 ? "hidden" : "visible",
    })),
  });
  await world.createReviewed(other);
});

async function readAll(query: Partial<ReviewQuery>, reader: { userId: string } | null = null) {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listReviews(game.slug, { sort: "helpful", limit: 7, cursor, ...query }, reader, database.db);
    seen.push(...page.items.map(({ body }) => body));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return seen;
}

const indexes = Array.from({ length: REVIEWS }, (_, index) => index).filter((index) => index !== 13 && index !== 14);
const bodies = (chosen: number[]) => chosen.map((index) => `Review ${index}`);

describe("a game's reviews", () => {
  it("come newest or oldest first, page by page, each once, without those that are not shown", async () => {
    const newest = await readAll({ sort: "newest" });
    expect(newest).toHaveLength(REVIEWS - 2);
    expect(new Set(newest)).toEqual(new Set(bodies(indexes)));
    const moments = newest.map((body) => momentOf(Number(body.split(" ")[1])).getTime());
    expect(moments).toEqual(moments.toSorted((one, other) => other - one));
    expect(await readAll({ sort: "oldest" })).toEqual(newest.toReversed());
  });

  it("come with those first that readers find helpful, for sure rather than by one vote", async () => {
    const helpful = await readAll({ sort: "helpful" });
    expect(new Set(helpful)).toEqual(new Set(bodies(indexes)));
    const votesOf = (body: string) => {
      const index = Number(body.split(" ")[1]);
      return [index % 7, index % 2];
    };
    expect(votesOf(helpful[0] ?? "")).toEqual([6, 0]);
    expect(votesOf(helpful.at(-1) ?? "")).toEqual([0, 1]);
    const unvoted = helpful.findIndex((body) => votesOf(body).join() === "0,0");
    expect(unvoted).toBeGreaterThan(helpful.findIndex((body) => votesOf(body).join() === "1,0"));
    expect(unvoted).toBeLessThan(helpful.findIndex((body) => votesOf(body).join() === "0,1"));
  });

  it.each([
    [{ recommended: false }, (index: number) => index % 3 === 0],
    [{ stars: 4 }, (index: number) => index % 5 === 3],
    [{ language: "es" as const }, (index: number) => index % 4 === 0],
    [{ from: "2026-01-10", through: "2026-01-12" }, (index: number) => [9, 10, 11].includes(index % 45)],
    [
      { recommended: true, stars: 1, language: "en" as const },
      (index: number) => index % 3 > 0 && index % 5 === 0 && index % 4 > 0,
    ],
    [{ language: "ja" as const }, () => false],
  ])("are filtered by %o in every order", async (filter, isWanted) => {
    for (const sort of ["helpful", "newest", "oldest"] as const) {
      expect((await readAll({ ...filter, sort })).toSorted()).toEqual(bodies(indexes.filter(isWanted)).toSorted());
    }
  });

  it("leave the reader's own aside", async () => {
    const reader = await world.createOwner(game.id);
    const own = await database.db.review.create({
      data: { ...reader, gameId: game.id, isRecommended: true, stars: 5, body: "My own" },
    });
    expect(await readAll({}, reader)).not.toContain("My own");
    expect(await readAll({})).toContain("My own");
    await database.db.review.delete({ where: { id: own.id } });
  });

  it("stay without a name when their writer's account is closed", async () => {
    const [review] = (await listReviews(game.slug, { sort: "oldest", limit: 1 }, null, database.db)).items;
    const { userId } = await database.db.review.findUniqueOrThrow({ where: { id: review?.id ?? "" } });
    const close = (deletedAt: Date | null) => database.db.user.update({ where: { id: userId }, data: { deletedAt } });
    await close(new Date());
    const [nameless] = (await listReviews(game.slug, { sort: "oldest", limit: 1 }, null, database.db)).items;
    expect(nameless).toEqual({ ...review, author: "" });
    await close(null);
  });

  it("keep their place when a vote moves one that was read", async () => {
    const first = await listReviews(game.slug, { sort: "helpful", limit: 5 }, null, database.db);
    await castVote(await world.createUser(), first.items[0]?.id ?? "", false, database.db);
    const cursor = first.nextCursor ?? "";
    const rest = await listReviews(game.slug, { sort: "helpful", limit: 100, cursor }, null, database.db);
    const seen = [...first.items, ...rest.items].map(({ id }) => id);
    expect(new Set(seen).size).toBe(REVIEWS - 2);
  });

  it.each(["", "x", "bnVsbA", Buffer.from('["newest","1.1","not-a-uuid"]').toString("base64url"), "9".repeat(500)])(
    "refuse the cursor %j",
    async (cursor) => {
      const query = { sort: "newest", limit: 5, cursor } as const;
      await expect(listReviews(game.slug, query, null, database.db)).rejects.toMatchObject({ code: "invalid_input" });
    },
  );

  it("refuse a cursor of another order", async () => {
    const { nextCursor } = await listReviews(game.slug, { sort: "newest", limit: 5 }, null, database.db);
    const query = { sort: "helpful", limit: 5, cursor: nextCursor ?? "" } as const;
    await expect(listReviews(game.slug, query, null, database.db)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("the summary", () => {
  it("counts by UTC months, whatever zone the session is in", async () => {
    const { byMonth, byStars, languages, recent } = await getReviewsSummary(
      game.slug,
      new Date("2026-02-20T00:00:00Z"),
      database.db,
    );
    expect(byMonth.map(({ month }) => month)).toEqual(["2026-01-01", "2026-02-01"]);
    const january = indexes.filter((index) => index % 45 < 31);
    expect(byMonth[0]).toEqual({
      month: "2026-01-01",
      recommended: january.filter((index) => index % 3 > 0).length,
      notRecommended: january.filter((index) => index % 3 === 0).length,
    });
    expect(byStars.reduce((sum, { count }) => sum + count, 0)).toBe(REVIEWS - 2);
    expect(languages.map(({ code }) => code)).toEqual(["en", "es"]);
    // The last 30 days begin on January 21.
    expect(recent.count).toBe(indexes.filter((index) => index % 45 >= 20).length);
  });

  it("of a game that is not shown is not there", async () => {
    await expect(getReviewsSummary("no-such-game", new Date(), database.db)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

it("a page and its filters are read from an index alone, at the size of a hit", async () => {
  await database.db.$executeRaw`
    INSERT INTO users (email, name, updated_at) SELECT 'bulk' || n || '@example.test', 'Bulk', now() FROM generate_series(1, 20000) n`;
  await database.db.$executeRaw`
    INSERT INTO reviews (game_id, user_id, is_recommended, stars, body, helpful_count, created_at)
    SELECT ${game.id}::uuid, id, true, 5, 'Bulk', 0, now() - interval '3 years' FROM users WHERE name = 'Bulk'`;
  await database.db.$executeRaw`VACUUM ANALYZE reviews`;
  const plan = async (key: string, order: string) => {
    const lines = await database.db.$queryRawUnsafe<{ "QUERY PLAN": string }[]>(
      `EXPLAIN SELECT r.id, ${key}, r.created_at FROM reviews r
       WHERE r.game_id = '${game.id}' AND r.status = 'visible' AND r.stars = 5 AND r.locale = 'en' ORDER BY ${order} LIMIT 11`,
    );
    return lines.map((line) => line["QUERY PLAN"]).join("\n");
  };
  const score = "review_helpfulness(r.helpful_count, r.unhelpful_count)";
  const helpful = `${score} DESC, r.created_at DESC, r.id DESC`;
  expect(await plan(score, helpful)).toMatch(/Index Only Scan using reviews_helpful_idx/);
  expect(await plan("0", "r.created_at DESC, r.id DESC")).toMatch(/Index Only Scan using reviews_newest_idx/);
  expect(await plan("0", "r.created_at, r.id")).toMatch(/Index Only Scan Backward using reviews_newest_idx/);
});
