import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { modelKeys } from "@/jobs/model/artifact";
import { toDayNumber } from "@/jobs/model/calendar";
import type { GameSeries } from "@/jobs/model/series";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import type { TaskHandlers } from "@/jobs/pipelines/context";
import { isInShard, PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks } from "@/jobs/pipelines/test-context";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { runTraining, type TrainingResult } from "@/jobs/train/run";
import { fillBucket } from "@/jobs/train/synthetic-bucket";
import { createTrainTasks } from "@/jobs/train/tasks";
import { TEST_PLAN } from "@/jobs/train/test-plan";
import { addDays, toDate } from "@/lib/shared/day";
import { forecastChunk } from "./forecast-chunk";
import { listGamesToForecast } from "./games-to-forecast";
import { createShop } from "./synthetic-shop";
import { createForecastTasks, openForecast } from "./tasks";

const day = "2026-05-31";
const lastDay = toDayNumber(day);
const plan = TEST_PLAN;
const test = useTestDatabase();
const storage = new MemoryStorage();
let games: GameSeries[];
let trained: TrainingResult;

beforeAll(async () => {
  const store = createSyntheticStore({ games: 8, days: 300, lastDay, seed: 6 });
  games = await createShop(test.db, store, {
    "never-sold": lastDay - 30,
    "out-today": lastDay + 1,
    "out-next-month": lastDay + 30,
    "out-in-years": lastDay + 800,
  });
  await fillBucket(storage, games, lastDay);
  trained = await runTraining({ storage, db: test.db, day, plan });
});

const listRows = () =>
  test.db.forecastedSales.findMany({ orderBy: [{ gameId: "asc" }, { day: "asc" }], include: { game: true } });

const forecast = (gameSlugs: readonly string[] | null = null, from = storage) =>
  runTasks(PIPELINE_TASKS.forecast, createForecastTasks({ plan }), { storage: from, db: test.db, day, gameSlugs });
type Forecast = Awaited<ReturnType<typeof forecast>>;

const gameOf = async ({ games: done }: Forecast, slug: string) => {
  const { id } = await test.db.game.findUniqueOrThrow({ where: { slug } });
  return done.find(({ gameId }) => gameId === id);
};

describe("a training", () => {
  it("writes files first, the manifest after them and the pointer last", () => {
    const { weights, scalers, manifest } = modelKeys(trained.version);
    expect(storage.writes.slice(-4)).toEqual([weights, scalers, manifest, "kratos/models/live.json"]);
    expect(trained.version).toMatch(/^2026-05-31-[0-9a-f]{8}$/);
  });

  it("changes nothing when it runs again for the same day", async () => {
    const before = new Map(storage.objects);
    const rows = await test.db.modelVersion.findMany();
    const again = await runTraining({ storage, db: test.db, day, plan });
    expect(again.version).toBe(trained.version);
    expect(new Map(storage.objects)).toEqual(before);
    expect(await test.db.modelVersion.findMany()).toEqual(rows);
  });

  it("retires the live model for the next, also when two end at once", async () => {
    const results = await Promise.all([7, 8].map((seed) => runTraining({ storage, db: test.db, day, plan, seed })));
    const live = await test.db.modelVersion.findMany({ where: { status: "live" } });
    expect(live).toHaveLength(1);
    expect(results.map(({ version }) => version)).toContain(live[0]?.version);
    expect(live[0]).toMatchObject({ trainedThrough: toDate(day), backend: trained.backend });
  });

  it("refuses a game it has no data of", async () => {
    const input = { storage, db: test.db, day, gameSlugs: ["nope"] };
    const { error } = await runTasks(PIPELINE_TASKS.train, createTrainTasks({ plan }), input);
    expect(error).toContain("called nope");
  });
});

describe("the daily forecast", () => {
  it("gives every game on sale 60 consecutive days in order, cold starts included", async () => {
    const run = await forecast();
    expect(run).toMatchObject({ state: "succeeded", counts: { games: 11, failed: 0, rows: 660 } });
    const rows = await listRows();
    const slugs = [...new Set(rows.map(({ game }) => game.slug))].sort();
    expect(slugs).toEqual([...games.map(({ slug }) => slug), "never-sold", "out-today", "out-next-month"].sort());
    for (const slug of slugs) {
      const own = rows.filter(({ game }) => game.slug === slug);
      const before = slug === "out-next-month" ? addDays(day, 29) : day;
      const expected = Array.from({ length: 60 }, (_, h) => ({ day: toDate(addDays(before, h + 1)), horizon: h + 1 }));
      expect(own.map(({ day: on, horizon }) => ({ day: on, horizon }))).toEqual(expected);
    }
    expect((await gameOf(run, "out-today"))?.counts.historyDays).toBe(0);
    expect((await gameOf(run, "never-sold"))?.counts.historyDays).toBe(31);
  });

  it("writes the same rows again, and when two runs meet", async () => {
    await forecast();
    const before = await listRows();
    await Promise.all([forecast(), forecast()]);
    expect(await listRows()).toEqual(before);
  });

  it("enters what it serves in the ledger, once", async () => {
    await forecast();
    const listEntries = () =>
      test.db.issuedForecast.findMany({
        where: { kind: { not: "backtest" } },
        include: { game: true },
        orderBy: { id: "asc" },
      });
    const entries = await listEntries();
    expect(entries).toHaveLength(11);
    const rows = await listRows();
    for (const { gameId, game, kind, firstDay, predicted, upper, seasonalNaive } of entries) {
      const own = rows.filter((row) => row.gameId === gameId);
      expect([predicted, upper]).toEqual([own.map((row) => row.predictedUnits), own.map((row) => row.upperUnits)]);
      expect([kind, firstDay]).toEqual([game.slug.startsWith("out-") ? "launch" : "issued", own[0]?.day]);
      const units = games.find(({ slug }) => slug === game.slug)?.units ?? new Float64Array(7);
      expect(seasonalNaive.slice(0, 8)).toEqual([...units.slice(-7), units.at(-7)]);
    }
    await forecast();
    expect(await listEntries()).toEqual(entries);
  });

  it("raises a planned sale and leaves a draft one out", async () => {
    const [on, draft] = [games[0], games[1]];
    if (!on || !draft) throw new Error("the shop is empty");
    const before = await forecast();
    for (const [game, status] of [
      [on, "published"],
      [draft, "draft"],
    ] as const) {
      await test.db.promotion.create({
        data: {
          name: `Sale ${status}`,
          status,
          startsAt: toDate(addDays(day, 3)),
          endsAt: toDate(addDays(day, 40)),
          games: { create: { gameId: game.gameId, discountPercent: 75 } },
        },
      });
    }
    const after = await forecast();
    const unitsOf = async (run: Forecast, slug: string) => Number((await gameOf(run, slug))?.counts.units);
    expect(await unitsOf(after, on.slug)).toBeGreaterThan(await unitsOf(before, on.slug));
    expect(await unitsOf(after, draft.slug)).toBe(await unitsOf(before, draft.slug));
  });

  it("records a game whose file is broken, keeps its old rows and goes on", async () => {
    await forecast();
    const broken = games[2];
    const key = `kratos/sales_data/${broken?.gameId}/sales_data.csv`;
    const intact = await storage.get(key);
    await storage.put(key, "date,units\n");
    const before = await listRows();
    const run = await forecast();
    await storage.put(key, intact);
    expect(run).toMatchObject({ state: "succeeded_with_failures", counts: { games: 10, failed: 1, rows: 600 } });
    const failed = run.games.filter(({ state }) => state === "failed");
    expect(failed).toMatchObject([
      { gameId: broken?.gameId, error: expect.stringContaining("does not match its hash") },
    ]);
    expect(await listRows()).toEqual(before);
  });

  it("fails the one game whose forecast is not finite, and serves those beside it", async () => {
    const [spoilt] = games.slice(3);
    const run = await openForecast({ storage, db: test.db, day });
    const read: typeof run.reader.read = async (gameId, openingDay) => {
      const sound = await run.reader.read(gameId, openingDay);
      if (gameId !== spoilt?.gameId || !sound.series) return sound;
      return { ...sound, series: { ...sound.series, units: sound.series.units.map(() => Number.NaN) } };
    };
    const handlers: TaskHandlers = {
      forecast: async (context) => {
        const all = await listGamesToForecast(context.db, day);
        await context.mapGames(all, { chunk: 64, parallel: 1 }, (chunk) =>
          forecastChunk({ ...run, reader: { read } }, chunk),
        );
        return { counts: {} };
      },
    };
    const specs = PIPELINE_TASKS.forecast.filter(({ name }) => name === "forecast");
    const result = await runTasks(specs, handlers, { storage, db: test.db, day });
    const failed = result.games.filter(({ state }) => state === "failed");
    expect(failed).toMatchObject([{ gameId: spoilt?.gameId, error: expect.stringContaining("not finite") }]);
    expect(result.games).toHaveLength(11);
    await forecast();
  });

  it("reads the files of a shard's own games only", async () => {
    const read: string[] = [];
    class Watched extends MemoryStorage {
      override async find(key: string) {
        if (key.endsWith(".csv")) read.push(key);
        return storage.find(key);
      }
    }
    const shard = { index: 1, count: 3 };
    const handlers: TaskHandlers = {
      forecast: async (context) => createForecastTasks().forecast?.({ ...context, shard }) ?? { counts: {} },
    };
    const specs = PIPELINE_TASKS.forecast.filter(({ name }) => name === "forecast");
    const { error, games: done } = await runTasks(specs, handlers, { storage: new Watched(), db: test.db, day });
    expect(error).toBeNull();
    const own = games.filter(({ gameId }) => isInShard(gameId, shard)).map(({ gameId }) => gameId);
    expect(read.sort()).toEqual(own.map((gameId) => `kratos/sales_data/${gameId}/sales_data.csv`).sort());
    expect(done.map(({ gameId }) => gameId)).toEqual(expect.arrayContaining(own));
    expect(done.every(({ gameId }) => isInShard(gameId, shard))).toBe(true);
  });

  it("is a failure where no game can be forecast", async () => {
    const only = `kratos/sales_data/${games[0]?.gameId}/sales_data.csv`;
    const intact = await storage.get(only);
    await storage.put(only, "date,units\n");
    expect((await forecast([games[0]?.slug ?? ""])).error).toBe("no game could be forecast");
    await storage.put(only, intact);
  });

  it("takes the forecast of a game that left the shop away, and of no other", async () => {
    await forecast();
    const [gone, ...others] = await test.db.forecastedSales.groupBy({ by: ["gameId"], orderBy: { gameId: "asc" } });
    const where = { id: gone?.gameId ?? "" };
    await test.db.game.update({ where, data: { status: "delisted" } });
    await forecast();
    const left = await test.db.forecastedSales.groupBy({ by: ["gameId"], orderBy: { gameId: "asc" } });
    expect(left).toEqual(others);
    await test.db.game.update({ where, data: { status: "published" } });
    await forecast();
  });

  it("does one game when asked, and says when it is not on sale", async () => {
    expect((await forecast(["never-sold"])).counts).toMatchObject({ games: 1, rows: 60 });
    expect((await forecast(["out-in-years"])).error).toContain("No game called out-in-years is on sale");
  });

  it("catches up a database that does not know the published model", async () => {
    await test.db.forecastedSales.deleteMany();
    await test.db.$executeRaw`TRUNCATE issued_forecasts`;
    await test.db.modelVersion.deleteMany();
    await forecast();
    const { version } = JSON.parse(await storage.getText("kratos/models/live.json"));
    expect(await test.db.modelVersion.findMany()).toMatchObject([{ version, status: "live" }]);
  });

  it("refuses a bucket without a model and a model whose weights were changed", async () => {
    const empty = new MemoryStorage();
    await fillBucket(empty, games, lastDay);
    expect((await forecast(null, empty)).error).toContain("run the training first");
    const pointer = JSON.parse(await storage.getText("kratos/models/live.json"));
    const key = modelKeys(pointer.version).weights;
    const intact = await storage.get(key);
    await storage.put(key, intact.slice(4));
    expect((await forecast()).error).toContain("weights.bin does not match its hash");
    storage.objects.delete(key);
    expect((await forecast()).error).toContain(`${key} is missing: train again`);
    await storage.put(key, intact);
  });
});
