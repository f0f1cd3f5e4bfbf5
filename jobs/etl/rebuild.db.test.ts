import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks } from "@/jobs/pipelines/test-context";
import { Random } from "@/jobs/simulate/random";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { addDays, type Day } from "@/lib/shared/day";
import { RandomShop } from "./random-shop";
import { isSalesCsvKey, parseSalesManifest, SALES_MANIFEST_KEY } from "./sales-manifest";
import { etlTasks } from "./tasks";

/** Over a leap day, the end of a month and both changes to summer time of 2028. */
const OPENING = "2028-02-24";
const DAYS = 34;
const ACTS_A_DAY = 7;

async function readRollUp(db: ReturnType<typeof useTestDatabase>["db"]) {
  return db.$queryRaw`
    SELECT game_id, day::text, units, revenue_cents, refunded_units, refunded_cents, xmin::text AS written_by
    FROM daily_sales ORDER BY game_id, day`;
}

const readFiles = (storage: MemoryStorage) =>
  [...storage.objects]
    .flatMap(([key, bytes]) => (isSalesCsvKey(key) ? [`${key}\n${new TextDecoder().decode(bytes)}`] : []))
    .sort();

async function readManifest(storage: MemoryStorage) {
  const { generatedAt, ...manifest } = parseSalesManifest(await storage.getText(SALES_MANIFEST_KEY));
  return manifest;
}

describe.each([1, 2])("nights of a random shop, seed %i", (seed) => {
  const database = useTestDatabase();

  it("leave the same bytes and rows as everything counted anew, which then touches no row", async () => {
    const { db } = database;
    const random = new Random(seed, "random shop");
    const shop = await new RandomShop(db, random).open(OPENING, 5);
    const nightly = new MemoryStorage();
    const run = (storage: MemoryStorage, day: Day, more: { isForced?: boolean; gameSlugs?: string[] } = {}) =>
      runTasks(PIPELINE_TASKS.etl, etlTasks, { db, storage, day, ...more });
    for (let night = 0; night < DAYS; night += 1) {
      const day = addDays(OPENING, night);
      for (let act = 0; act < ACTS_A_DAY; act += 1) await shop.act(day);
      // Some nights are left out, one is run twice, and some look at single games or at a day of before.
      if (random.chance(0.25)) continue;
      if (random.chance(0.15)) await run(nightly, day, { gameSlugs: ["game-0", "game-1"] });
      if (random.chance(0.15)) await run(nightly, addDays(day, -3));
      expect(await run(nightly, day)).toMatchObject({ state: "succeeded", error: null });
    }
    const last = addDays(OPENING, DAYS - 1);
    await run(nightly, last);
    const rows = await readRollUp(db);
    const anew = new MemoryStorage();
    expect(await run(anew, last, { isForced: true })).toMatchObject({ state: "succeeded" });
    expect(readFiles(nightly).length).toBeGreaterThan(3);
    expect(readFiles(anew)).toEqual(readFiles(nightly));
    expect(await readManifest(anew)).toEqual(await readManifest(nightly));
    expect(await readRollUp(db)).toEqual(rows);
    expect(await db.changedSalesDay.count({ where: { day: { lte: new Date(last) } } })).toBe(0);
  });
});
