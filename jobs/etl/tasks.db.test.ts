import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks, type TasksRun } from "@/jobs/pipelines/test-context";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { EXAMPLE_DAY as DAY, openExampleShop } from "./example-shop";
import { parseSalesCsv } from "./sales-csv";
import { WRITING_MARK_KEY } from "./sales-files";
import { parseSalesManifest, SALES_MANIFEST_KEY, salesCsvKey } from "./sales-manifest";
import { etlTasks } from "./tasks";
import type { TestShop } from "./test-shop";

const database = useTestDatabase();
let shop: TestShop;

function runEtl(
  storage: MemoryStorage,
  { day = DAY, slug, isForced = false }: { day?: string; slug?: string; isForced?: boolean } = {},
): Promise<TasksRun> {
  const around = { db: database.db, storage, day, gameSlugs: slug === undefined ? null : [slug], isForced };
  return runTasks(PIPELINE_TASKS.etl, etlTasks, around);
}

/** Games of a run that ended in a way, by slug, with their errors. */
function listGames({ games }: TasksRun, state: string): [string | undefined, string | null | undefined][] {
  const slugs = new Map([...shop.gameIds].map(([slug, id]) => [id, slug]));
  const ended = games.filter((game) => game.state === state);
  return ended
    .map(({ gameId, error }): [string | undefined, string | null | undefined] => [slugs.get(gameId), error])
    .sort();
}

const readCsv = async (storage: MemoryStorage, slug: string) =>
  parseSalesCsv(await storage.getText(salesCsvKey(shop.id(slug))), slug);

const readManifest = async (storage: MemoryStorage) => parseSalesManifest(await storage.getText(SALES_MANIFEST_KEY));

async function isStagingGone(): Promise<boolean> {
  const rows = await database.db.$queryRaw<{ isGone: boolean }[]>`
    SELECT to_regclass('staging_sales_data') IS NULL AS "isGone"`;
  return rows[0]?.isGone ?? false;
}

/** Everything that an ETL may leave in the database, except the rows of its runs. */
async function readDatabase() {
  const { db } = database;
  const games = await db.game.findMany({ orderBy: { slug: "asc" } });
  return { games, sales: await db.dailySales.findMany({ orderBy: [{ gameId: "asc" }, { day: "asc" }] }) };
}

beforeAll(async () => {
  shop = await openExampleShop(database.db);
});

describe("the sales files", () => {
  const storage = new MemoryStorage();
  beforeAll(async () => {
    await runEtl(storage);
  });

  it("run from release to the day, with 0 on days of no sale and nothing of later days", async () => {
    const days = await readCsv(storage, "saga");
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(["2026-03-01", DAY]);
    expect(days.map(({ units }) => units)).toEqual([0, 2, 1, 0, 0, 1, 0, 0, 0, 1]);
    expect(days.map(({ revenueCents }) => revenueCents)).toEqual([0, 4000, 2000, 0, 0, 1500, 0, 0, 0, 750]);
    expect(days.map(({ launchBoost }) => Number(launchBoost))).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
    expect(days.at(-1)?.daysSinceRelease).toBe(9);
    expect(days.at(-1)?.genres).toEqual(["open-world", "rpg"]);
  });

  it("carry price and discount of each day: the deepest published promotion, the list price then", async () => {
    const days = await readCsv(storage, "saga");
    expect(days.map(({ unitPriceCents }) => unitPriceCents / 100)).toEqual([20, 20, 20, 20, 20, 15, 15, 15, 15, 15]);
    expect(days.map(({ discountRate }) => discountRate)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.5]);
  });

  it("carry reviews as they stood on each day, from before the release on, without hidden ones", async () => {
    const days = await readCsv(storage, "saga");
    expect(days.map(({ reviewScore }) => reviewScore)).toEqual([5, 5, 5, 2, 2, 2, 2, 2, 2, 2]);
    expect(days.map(({ rating }) => rating)).toEqual([5, 5, 5, 3, 3, 3, 3, 3, 3, 3]);
  });

  it("begin with the first sale where it was before the release; a game without reviews is neutral", async () => {
    const days = await readCsv(storage, "early");
    expect(days.map(({ date, units }) => [date.slice(-2), units])).toEqual([
      ["07", 1],
      ["08", 0],
      ["09", 0],
      ["10", 0],
    ]);
    expect(days[0]).toMatchObject({
      daysSinceRelease: 0,
      launchBoost: true,
      reviewScore: 2,
      rating: 0,
      unitPriceCents: 2000,
    });
  });

  it("are named by the manifest, which is written after all of them", async () => {
    const manifest = await readManifest(storage);
    expect(manifest.games.map(({ slug }) => slug)).toEqual(["early", "saga"]);
    expect(manifest).toMatchObject({ day: DAY, genres: ["action", "open-world", "rpg"] });
    expect(storage.writes.at(-1)).toBe(SALES_MANIFEST_KEY);
    expect(await storage.find(WRITING_MARK_KEY)).toBeNull();
  });
});

describe("a run", () => {
  it("tells of games with files and games without sales, and drops the staging table", async () => {
    const run = await runEtl(new MemoryStorage());
    expect(run).toMatchObject({ state: "succeeded", counts: { games: 2, skipped: 2, failed: 0 } });
    expect(listGames(run, "skipped").map(([slug]) => slug)).toEqual(["unreleased", "unsold"]);
    expect(await isStagingGone()).toBe(true);
  });

  it("again for the same day changes no byte and no row", async () => {
    const storage = new MemoryStorage();
    await runEtl(storage);
    const objects = new Map(storage.objects);
    const rows = await readDatabase();
    storage.writes.length = 0;
    const run = await runEtl(storage);
    expect(run.counts).toMatchObject({ written: 0, unchanged: 2 });
    expect(storage.objects).toEqual(objects);
    expect(storage.writes.filter((key) => key.endsWith(".csv"))).toEqual([]);
    expect(await readDatabase()).toEqual(rows);
  });

  it("goes on past a game whose file cannot be written and past one with absurd numbers", async () => {
    const storage = new MemoryStorage();
    const put = storage.put.bind(storage);
    storage.put = async (key, body) => {
      if (key === salesCsvKey(shop.id("early"))) throw new Error("the disk is full");
      await put(key, body);
    };
    const gameId = await shop.game({ slug: "absurd", release: "2026-03-01" });
    const order = await shop.sell({ game: "absurd", at: "2026-03-02T00:00:00Z", quantity: 2_000_000_000, cents: 1 });
    await shop.sell({ game: "absurd", at: "2026-03-02T01:00:00Z", quantity: 2_000_000_000, cents: 1 });
    const before = await database.db.dailySales.count({ where: { gameId: shop.id("early") } });
    const run = await runEtl(storage);
    const failed = listGames(run, "failed");
    await database.db.order.deleteMany({ where: { items: { some: { gameId } } } });
    await database.db.game.delete({ where: { id: order.items[0]?.gameId ?? "" } });

    expect(run).toMatchObject({ state: "succeeded_with_failures", counts: { games: 1, failed: 2 } });
    expect(failed).toEqual([
      ["absurd", "4000000000 units on 2026-03-02 cannot be"],
      ["early", "the disk is full"],
    ]);
    expect((await readManifest(storage)).games.map(({ slug }) => slug)).toEqual(["saga"]);
    expect(await database.db.dailySales.count({ where: { gameId: shop.id("early") } })).toBe(before);
  });

  it("that fails leaves the old manifest and no staging table", async () => {
    const storage = new MemoryStorage();
    storage.put = async () => {
      throw new Error("the bucket is gone");
    };
    const run = await runEtl(storage);
    expect(run).toMatchObject({ state: "failed", error: "the bucket is gone" });
    expect(storage.objects.size).toBe(0);
    expect(await isStagingGone()).toBe(true);
  });

  it("over one game replaces that file only, and never ends it before the store's last day", async () => {
    const storage = new MemoryStorage();
    await runEtl(storage, { day: "2026-03-09" });
    const early = await storage.getText(salesCsvKey(shop.id("early")));
    await runEtl(storage, { slug: "saga" });
    expect((await readCsv(storage, "saga")).at(-1)?.date).toBe(DAY);
    expect(await storage.getText(salesCsvKey(shop.id("early")))).toBe(early);
    expect(await readManifest(storage)).toMatchObject({
      day: "2026-03-09",
      games: [{ slug: "early" }, { slug: "saga" }],
    });
    await runEtl(storage, { slug: "saga", day: "2026-03-08" });
    expect((await readCsv(storage, "saga")).at(-1)?.date).toBe("2026-03-09");
  });

  it("writes every file anew where a killed run may have left other bytes under the manifest", async () => {
    const storage = new MemoryStorage();
    await runEtl(storage);
    await storage.put(salesCsvKey(shop.id("saga")), "half");
    await storage.put(WRITING_MARK_KEY, DAY);
    const run = await runEtl(storage);
    expect(run.counts).toMatchObject({ written: 2, unchanged: 0 });
    expect(await readCsv(storage, "saga")).toHaveLength(10);
  });
});
