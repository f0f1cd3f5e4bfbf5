import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks } from "@/jobs/pipelines/test-context";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { listWishlistCurves } from "@/lib/server/wishlists/curves";
import { addDays } from "@/lib/shared/day";
import { listLaunchFacts } from "./launch-facts";
import { listLaunches } from "./launches";
import { parseSalesCsv } from "./sales-csv";
import { parseSalesManifest, SALES_MANIFEST_KEY, salesCsvKey } from "./sales-manifest";
import { etlTasks } from "./tasks";
import { TestShop } from "./test-shop";

const DAY = "2026-03-10";
const RELEASE = "2026-02-08";
const database = useTestDatabase();
let shop: TestShop;

async function runEtl(storage: MemoryStorage, slug: string | null = null) {
  const gameSlugs = slug === null ? null : [slug];
  return runTasks(PIPELINE_TASKS.etl, etlTasks, { db: database.db, storage, day: DAY, gameSlugs });
}

const readCsv = async (storage: MemoryStorage, slug: string) =>
  parseSalesCsv(await storage.getText(salesCsvKey(shop.id(slug))), slug);

/** A wish at noon on each of `count` days up to `lastDay`. */
async function wishDaily(slug: string, lastDay: string, count: number): Promise<void> {
  for (let back = 0; back < count; back += 1) await shop.wish(slug, `${addDays(lastDay, -back)}T12:00:00Z`);
}

beforeAll(async () => {
  shop = await new TestShop(database.db).open();
  await shop.game({ slug: "old", release: "2020-01-01" });
  await shop.game({ slug: "first", release: RELEASE });
  await shop.game({ slug: "second", release: "2026-02-12" });
  await shop.game({ slug: "coming", release: "2026-03-13" });
  await shop.sell({ game: "old", at: "2026-01-01T00:00:00Z" });
  await shop.sell({ game: "first", at: `${RELEASE}T00:00:00Z`, quantity: 4 });
  await shop.sell({ game: "first", at: "2026-03-07T23:59:59Z", quantity: 5 });
  await shop.sell({ game: "first", at: "2026-03-08T00:00:00Z", quantity: 50 });
  await shop.sell({ game: "second", at: "2026-02-12T12:00:00Z", quantity: 7 });
  // Half an hour from midnight, and after the run's day.
  await shop.wish("first", "2026-02-08T23:30:00Z");
  await shop.wish("first", "2026-02-09T00:30:00Z");
  await shop.wish("first", "2026-03-11T00:00:00Z");
  await wishDaily("first", addDays(RELEASE, -1), 28);
  await wishDaily("coming", DAY, 28);
});

describe("what the sales files say of interest", () => {
  it("counts the wishes of each day, and those of the 28 days before the release", async () => {
    const storage = new MemoryStorage();
    await runEtl(storage);
    const days = await readCsv(storage, "first");
    expect(days.flatMap(({ date, wishlistAdds }) => (wishlistAdds > 0 ? [[date, wishlistAdds]] : []))).toEqual([
      ["2026-02-08", 1],
      ["2026-02-09", 1],
    ]);
    expect(days.every(({ preReleaseWishlists }) => preReleaseWishlists === 28)).toBe(true);
    expect((await readCsv(storage, "old"))[0]?.preReleaseWishlists).toBeNull();
    expect((await readCsv(storage, "second"))[0]?.preReleaseWishlists).toBe(0);
  });

  it("gives the publisher's record from the day on which another launch was over", async () => {
    const storage = new MemoryStorage();
    await runEtl(storage);
    const records = (await readCsv(storage, "second")).map(({ publisherRecord }) => publisherRecord);
    expect(records.slice(0, 23).every((record) => record === null)).toBe(true);
    expect(records.slice(23)).toEqual(new Array(4).fill(Number(Math.log(10).toFixed(4))));
    expect((await readCsv(storage, "first")).at(-1)?.publisherRecord).toBeNull();
  });

  it("shows no day anything of later days", async () => {
    const before = new MemoryStorage();
    await runEtl(before);
    await shop.wish("second", "2026-03-11T09:00:00Z");
    await shop.wish("coming", "2026-03-12T09:00:00Z");
    await shop.sell({ game: "second", at: "2026-03-11T09:00:00Z", quantity: 900 });
    const after = new MemoryStorage();
    await runEtl(after);
    for (const slug of ["old", "first", "second"])
      expect(await readCsv(after, slug)).toEqual(await readCsv(before, slug));
    const facts = [{ gameId: shop.id("coming"), startDay: "2026-03-13" }];
    const curve = (await listWishlistCurves(database.db, DAY, facts)).get(shop.id("coming"));
    expect(curve).toMatchObject({ daysToStart: 2 });
    expect(curve?.adds.slice(-30)).toEqual([0, 0, ...new Array<number>(28).fill(1)]);
  });
});

describe("launches", () => {
  it("are over after 28 days and count what was sold in them, of games that came out since the opening", async () => {
    const launches = await listLaunches(database.db, DAY);
    expect(launches.map(({ gameId, units, releaseDay }) => [gameId, units, releaseDay])).toEqual([
      [shop.id("first"), 9, RELEASE],
    ]);
    expect(await listLaunches(database.db, "2026-03-06")).toEqual([]);
    // The last of the second game's 28 days is not in the roll-up yet.
    expect(await listLaunches(database.db, "2026-03-11")).toHaveLength(1);
  });

  it("tell a game to come what its publisher did, and leave open what nobody can know", async () => {
    const game = await database.db.game.findUniqueOrThrow({ where: { slug: "coming" } });
    const ask = { gameId: game.id, publisherId: game.publisherId, startDay: "2026-03-13" };
    expect((await listLaunchFacts(database.db, DAY, [ask])).get(game.id)).toEqual({
      preReleaseWishlists: null,
      publisherRecord: Math.log(10),
    });
  });
});

describe("a run over one game", () => {
  it("is refused where the other files are of another version", async () => {
    const storage = new MemoryStorage();
    await runEtl(storage);
    const manifest = parseSalesManifest(await storage.getText(SALES_MANIFEST_KEY));
    const old = JSON.stringify({ ...manifest, version: 1 });
    await storage.put(SALES_MANIFEST_KEY, old);
    const run = await runEtl(storage, "first");
    expect(run).toMatchObject({ state: "failed", error: expect.stringContaining("Run the ETL over all games first") });
    expect(await storage.getText(SALES_MANIFEST_KEY)).toBe(old);
    expect(await runEtl(storage)).toMatchObject({ state: "succeeded", counts: { games: 3 } });
  });
});
