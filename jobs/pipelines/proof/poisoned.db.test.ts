import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseSalesCsv } from "@/jobs/etl/sales-csv";
import { parseSalesManifest, SALES_MANIFEST_KEY, salesCsvKey } from "@/jobs/etl/sales-manifest";
import { TestShop } from "@/jobs/etl/test-shop";
import { createForecastTasks } from "@/jobs/forecast/tasks";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { TaskHandlers } from "@/jobs/pipelines/context";
import { runHere } from "@/jobs/pipelines/run-here";
import { TASK_HANDLERS } from "@/jobs/registry";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { createTrainTasks } from "@/jobs/train/tasks";
import { TEST_PLAN } from "@/jobs/train/test-plan";
import { closeQueue } from "@/lib/server/queue/boss";
import { addDays, toDay } from "@/lib/shared/day";
import type { Pipeline } from "@/lib/shared/pipelines";
import { hurryQueues } from "./engine-fixture";
import { createShop, toGameId } from "./shop";

const DAY = "2026-03-10";
const HEALTHY = 12;
/** Would name a column of every file that no reader takes. */
const NASTY_GENRE = `n"a,s\nt🎮y`;
const NASTY = `He said "no, never",\nthen 'left'; 🎮\r\n=cmd|' /C'!A0`;

const database = useTestDatabase();
const healthyIds = Array.from({ length: HEALTHY }, (_, index) => toGameId(index));
let shop: TestShop;

const plan = { plan: TEST_PLAN, seed: 3 };
const handlers = async (pipeline: Pipeline): Promise<TaskHandlers> => {
  if (pipeline === "train") return createTrainTasks(plan);
  return pipeline === "forecast" ? createForecastTasks(plan) : TASK_HANDLERS.etl();
};

async function run(pipeline: Pipeline, storage: MemoryStorage) {
  const asked = { pipeline, date: DAY, isForced: true, requestedById: null } as const;
  return (await runHere(asked, { db: database.db, storage, handlers })).run;
}

async function failuresOf(runId: string): Promise<Record<string, string | null>> {
  const rows = await database.db.pipelineGame.findMany({
    where: { runId, state: "failed" },
    select: { error: true, game: { select: { slug: true } } },
  });
  return Object.fromEntries(rows.map(({ game, error }) => [game.slug, error]));
}

/** Games as no form of ours lets them in, but as an import or a hand in the database may leave them. */
async function poison(): Promise<void> {
  const { db } = database;
  await shop.game({ slug: "no-number", release: addDays(DAY, -20) });
  await shop.price("no-number", addDays(DAY, -20), 1000);
  await shop.sell({ game: "no-number", at: `${addDays(DAY, -10)}T12:00:00Z` });
  await db.$executeRaw`ALTER TABLE price_history ALTER price_cents TYPE numeric`;
  await db.$executeRaw`ALTER TABLE price_history DROP CONSTRAINT price_history_price_check`;
  await db.$executeRaw`UPDATE price_history SET price_cents = 'NaN' WHERE game_id = ${shop.id("no-number")}::uuid`;
  await shop.game({ slug: "absurd", release: addDays(DAY, -20) });
  for (const hour of ["01", "02"]) {
    const at = `${addDays(DAY, -5)}T${hour}:00:00Z`;
    await shop.sell({ game: "absurd", at, quantity: 2_000_000_000, cents: 1 });
  }
  await shop.game({ slug: "one-day", release: DAY });
  await shop.sell({ game: "one-day", at: `${DAY}T23:59:59.999Z`, quantity: 3 });
  await shop.game({ slug: "nasty", title: NASTY, release: addDays(DAY, -30), genres: [NASTY_GENRE] });
  for (const ago of [0, 1, 7, 30]) {
    await shop.sell({ game: "nasty", at: `${addDays(DAY, -ago)}T00:00:00Z`, quantity: ago + 1, cents: 1234 });
  }
}

const clean = new MemoryStorage();
const poisoned = new MemoryStorage();

beforeAll(async () => {
  await hurryQueues(database);
  shop = await new TestShop(database.db).open();
  await createShop(database.db, { games: HEALTHY, days: 150, lastDay: DAY });
  await database.db.genre.create({ data: { slug: NASTY_GENRE, name: NASTY } });
  expect(await run("etl", clean)).toMatchObject({ state: "succeeded", counts: { games: HEALTHY } });
  await poison();
}, 120_000);
afterAll(closeQueue);

describe("poisoned games", () => {
  it("are set aside by name in the ETL; every other file has the bytes that it has without them", async () => {
    const done = await run("etl", poisoned);
    expect(done).toMatchObject({ state: "succeeded_with_failures", counts: { games: HEALTHY + 2, failed: 2 } });
    expect(await failuresOf(done.id)).toEqual({
      "no-number": expect.stringContaining("NaN"),
      absurd: "4000000000 units on 2026-03-05 cannot be",
    });
    const manifest = parseSalesManifest(await poisoned.getText(SALES_MANIFEST_KEY));
    expect(manifest.games.map(({ gameId }) => gameId).sort()).toEqual(
      [...healthyIds, shop.id("one-day"), shop.id("nasty")].sort(),
    );
    for (const id of healthyIds) {
      expect(await poisoned.getText(salesCsvKey(id))).toBe(await clean.getText(salesCsvKey(id)));
    }
  });

  it("parse back from their files to the values that the database has", async () => {
    for (const slug of ["one-day", "nasty"]) {
      const gameId = shop.id(slug);
      const days = parseSalesCsv(await poisoned.getText(salesCsvKey(gameId)), slug);
      const rows = await database.db.dailySales.findMany({ where: { gameId }, orderBy: { day: "asc" } });
      expect(
        days.filter(({ units }) => units > 0).map(({ date, units, revenueCents }) => [date, units, revenueCents]),
      ).toEqual(rows.map(({ day, units, revenueCents }) => [toDay(day), units, Number(revenueCents)]));
      expect(days.at(-1)?.date).toBe(DAY);
      expect(days.at(-1)?.genres).toEqual(slug === "nasty" ? [] : ["action"]);
    }
    expect(parseSalesCsv(await poisoned.getText(salesCsvKey(shop.id("one-day"))), "one-day")).toHaveLength(1);
    expect(await database.db.game.findUnique({ where: { slug: "nasty" } })).toMatchObject({ title: NASTY });
  });

  it("do not keep the others from being trained on and forecast", async () => {
    expect(await run("train", poisoned)).toMatchObject({ state: "succeeded", counts: { games: HEALTHY + 2 } });
    const done = await run("forecast", poisoned);
    expect(["succeeded", "succeeded_with_failures"]).toContain(done.state);
    const failures = await failuresOf(done.id);
    const forecasts = await database.db.forecastedSales.groupBy({
      by: ["gameId"],
      _count: true,
      _min: { lowerUnits: true },
    });
    const byGame = new Map(forecasts.map((row) => [row.gameId, row]));
    for (const id of [...healthyIds, shop.id("one-day"), shop.id("nasty")]) {
      expect(byGame.get(id)).toMatchObject({ _count: 60 });
      expect(byGame.get(id)?._min.lowerUnits).toBeGreaterThanOrEqual(0);
    }
    expect(Object.keys(failures).filter((slug) => slug !== "no-number" && slug !== "absurd")).toEqual([]);
  }, 120_000);
});
