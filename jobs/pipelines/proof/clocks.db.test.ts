import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseSalesCsv } from "@/jobs/etl/sales-csv";
import { salesCsvKey } from "@/jobs/etl/sales-manifest";
import { TestShop } from "@/jobs/etl/test-shop";
import { useTestDatabase } from "@/jobs/local/test-database";
import { toRunDay } from "@/lib/server/pipelines/rules";
import { addDays, toDate, toDay } from "@/lib/shared/day";
import { nextRunAt } from "@/lib/shared/pipelines";
import { killLeftProcesses, startScript } from "./processes";
import { createWorld, readObjects, readRows, type World } from "./world";

/** 14 hours before UTC and 8 behind it: never the same calendar day for most of it. */
const ZONES = ["Pacific/Kiritimati", "America/Los_Angeles"] as const;

/** A leap day, a month's end, and the days on which America's and Europe's clocks go forward. */
const DAYS = ["2024-02-29", "2026-02-28", "2026-03-08", "2026-03-29"] as const;
const LAST_DAY = "2026-03-31";

const database = useTestDatabase();
const worlds: World[] = [];
let gameId: string;

/** Units of each UTC day: the first and the last millisecond of the special ones, and the one after. */
const SALES = DAYS.flatMap((day) => [
  { at: `${day}T00:00:00.000Z`, quantity: 1 },
  { at: `${day}T23:59:59.999Z`, quantity: 2 },
  { at: `${addDays(day, 1)}T00:00:00.000Z`, quantity: 4 },
]);

beforeAll(async () => {
  const shop = await new TestShop(database.db).open();
  gameId = await shop.game({ slug: "one", release: "2024-02-28" });
  for (const { at, quantity } of SALES) await shop.sell({ game: "one", at, quantity });
  await shop.price("one", "2024-02-28", 2000);
  await shop.price("one", "2026-03-08", 1500);
  await shop.promotion("one", { from: "2026-03-29T00:00:00Z", to: "2026-03-30T00:00:00Z" }, 50);
  await shop.review("one", "2026-02-28T23:59:59.999Z", 5);
  await shop.wish("one", "2026-03-08T00:00:00.000Z");
  await database.db.$disconnect();
  for (const _ of ZONES) worlds.push(await createWorld(database.url));
});
afterEach(killLeftProcesses);
afterAll(async () => {
  for (const world of worlds) await world.close();
});

const runIn = (world: World | undefined, zone: string, line: string) =>
  startScript("jobs/cli.ts", line.split(" "), { ...world?.env, TZ: zone }).ended;

describe("hosts in other time zones", () => {
  it("leave the same rows and the same bytes, by UTC days", async () => {
    const ends = await Promise.all(ZONES.map((zone, index) => runIn(worlds[index], zone, `etl --date ${LAST_DAY}`)));
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    const [first, second] = worlds;
    if (!first || !second) throw new Error("there are two worlds");
    const rows = await readRows(first.db, "SELECT * FROM daily_sales");
    expect(await readRows(second.db, "SELECT * FROM daily_sales")).toEqual(rows);
    expect(await readObjects(second)).toEqual(await readObjects(first));
    const units = new Map<string, number>();
    for (const { at, quantity } of SALES) units.set(at.slice(0, 10), (units.get(at.slice(0, 10)) ?? 0) + quantity);
    const csv = parseSalesCsv(await first.bucket.storage.getText(salesCsvKey(gameId)), "one");
    expect(csv.filter((day) => day.units > 0).map((day) => [day.date, day.units])).toEqual([...units].sort());
    expect(csv.filter(({ discountRate }) => discountRate > 0).map(({ date }) => date)).toEqual(["2026-03-29"]);
    expect(csv.find(({ unitPriceCents }) => unitPriceCents === 1500)?.date).toBe("2026-03-08");
    expect(csv.find(({ rating }) => rating > 0)?.date).toBe("2026-02-28");
    expect(csv.find(({ wishlistAdds }) => wishlistAdds > 0)?.date).toBe("2026-03-08");
    // No day is there twice or left out, whatever its hours.
    expect(csv.map(({ date }) => date)).toEqual(csv.map((_, index) => addDays("2024-02-28", index)));
  });

  it("take the last whole UTC day for the night's", async () => {
    const before = addDays(toDay(new Date()), -1);
    await Promise.all(ZONES.map((zone, index) => runIn(worlds[index], zone, "train --detach")));
    const after = addDays(toDay(new Date()), -1);
    for (const { db } of worlds) {
      const run = await db.pipelineRun.findFirstOrThrow({ where: { pipeline: "train" } });
      expect([before, after]).toContain(toDay(run.day));
    }
  });
});

describe.each(ZONES)("a clock in %s", (zone) => {
  const own = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = zone;
  });
  afterAll(() => {
    process.env.TZ = own;
  });

  it.each(DAYS)(
    "takes %s from its first to its last millisecond for one day, and the next night for its own",
    (day) => {
      const next = toDate(addDays(day, 1));
      for (const ms of [0, 2 * 3_600_000, 10 * 3_600_000, 86_399_999]) {
        expect(toDay(new Date(toDate(day).getTime() + ms))).toBe(day);
        expect(toRunDay(undefined, new Date(next.getTime() + ms))).toBe(day);
      }
      const night = nextRunAt("etl", new Date(`${day}T02:00:00Z`));
      expect(night.toISOString()).toBe(`${addDays(day, 1)}T02:00:00.000Z`);
    },
  );
});
