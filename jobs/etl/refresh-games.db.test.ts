import { beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { toDate } from "@/lib/shared/day";
import { refreshGames } from "./refresh-games";
import { TestShop } from "./test-shop";

const THROUGH = "2026-03-31";
const database = useTestDatabase();
let shop: TestShop;

/** Units of each game by day of March 2026. */
const sales: Record<string, Record<string, number>> = {
  rising: { "2026-03-10": 2, "2026-03-25": 5, "2026-03-31": 3 },
  falling: { "2026-03-04": 30, "2026-03-24": 12 },
  steady: { "2026-03-05": 4, "2026-03-15": 4, "2026-03-20": 4, "2026-03-30": 4 },
  forgotten: { "2026-03-03": 50 },
  tomorrow: { "2026-04-01": 7 },
  enormous: { "2026-03-30": 2_000_000_000, "2026-03-31": 2_000_000_000 },
};

beforeAll(async () => {
  shop = await new TestShop(database.db).open();
  for (const [slug, units] of Object.entries(sales)) {
    await shop.game({ slug, release: "2025-01-01" });
    await database.db.dailySales.createMany({
      data: Object.entries(units).map(([day, count]) => ({
        gameId: shop.id(slug),
        day: toDate(day),
        units: count,
        revenueCents: 0n,
      })),
    });
  }
});

async function readTrends(): Promise<Record<string, [number, number]>> {
  const games = await database.db.game.findMany({ select: { slug: true, popularity: true, trend: true } });
  return Object.fromEntries(games.map(({ slug, popularity, trend }) => [slug, [popularity, trend]]));
}

it("counts popularity over 28 days, and by how much the last 7 are above them", async () => {
  await refreshGames(database.db, { through: THROUGH, gameIds: null });
  expect(await readTrends()).toEqual({
    rising: [10, 22],
    falling: [42, -42],
    steady: [16, 0],
    forgotten: [0, 0],
    tomorrow: [0, 0],
    // More than a column holds.
    enormous: [2_147_483_647, 2_147_483_647],
  });
});

it("changes nothing where nothing has changed, and only the games that it is asked for", async () => {
  expect(await refreshGames(database.db, { through: THROUGH, gameIds: null })).toBe(0);
  expect(await refreshGames(database.db, { through: "2026-04-01", gameIds: [shop.id("tomorrow")] })).toBe(1);
  const trends = await readTrends();
  expect(trends.tomorrow).toEqual([7, 21]);
  expect(trends.rising).toEqual([10, 22]);
});
