import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { modelKeys } from "@/jobs/model/artifact";
import { toDayNumber } from "@/jobs/model/calendar";
import type { GameSeries } from "@/jobs/model/series";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { runTraining, type TrainingResult } from "@/jobs/train/run";
import { fillBucket } from "@/jobs/train/synthetic-bucket";
import { TEST_PLAN } from "@/jobs/train/test-plan";
import { addDays, toDate } from "@/lib/shared/day";
import { forecastChunk, type GameForecastOutcome } from "./forecast-chunk";
import { loadForecaster } from "./load-forecaster";
import { runForecast } from "./run";
import { createShop } from "./synthetic-shop";

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

async function forecast(input: { slug?: string } = {}) {
  const outcomes: GameForecastOutcome[] = [];
  const result = await runForecast({ storage, db: test.db, day, ...input, onGame: (one) => void outcomes.push(one) });
  return { result, outcomes };
}

describe("runTraining", () => {
  it("writes files first, the manifest after them and the pointer last", () => {
    const { weights, scalers, manifest } = modelKeys(trained.version);
    expect(storage.writes.slice(-4)).toEqual([weights, scalers, manifest, "kratos/models/live.json"]);
    expect(trained.version).toMatch(/^2026-05-31-[0-9a-f]{8}$/);
    expect(trained.table).toContain("seasonal naive");
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
    await expect(runTraining({ storage, db: test.db, day, plan, slug: "nope" })).rejects.toThrow("called nope");
  });
});

describe("runForecast", () => {
  it("gives every game on sale 60 consecutive days in order, cold starts included", async () => {
    const { result, outcomes } = await forecast();
    expect(result).toMatchObject({ games: 11, failed: 0, rows: 660 });
    const rows = await listRows();
    const slugs = [...new Set(rows.map(({ game }) => game.slug))].sort();
    expect(slugs).toEqual([...games.map(({ slug }) => slug), "never-sold", "out-today", "out-next-month"].sort());
    for (const slug of slugs) {
      const own = rows.filter(({ game }) => game.slug === slug);
      const before = slug === "out-next-month" ? addDays(day, 29) : day;
      const expected = Array.from({ length: 60 }, (_, h) => ({ day: toDate(addDays(before, h + 1)), horizon: h + 1 }));
      expect(own.map(({ day: on, horizon }) => ({ day: on, horizon }))).toEqual(expected);
    }
    expect(outcomes.find(({ slug }) => slug === "out-today")?.counts.historyDays).toBe(0);
    expect(outcomes.find(({ slug }) => slug === "never-sold")?.counts.historyDays).toBe(31);
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
    const unitsOf = (run: typeof before, slug: string) =>
      run.outcomes.find((one) => one.slug === slug)?.counts.units ?? 0;
    expect(unitsOf(after, on.slug)).toBeGreaterThan(unitsOf(before, on.slug));
    expect(unitsOf(after, draft.slug)).toBe(unitsOf(before, draft.slug));
  });

  it("records a game whose file is broken, keeps its old rows and goes on", async () => {
    await forecast();
    const broken = games[2];
    const key = `kratos/sales_data/${broken?.gameId}/sales_data.csv`;
    const intact = await storage.get(key);
    await storage.put(key, "date,units\n");
    const before = await listRows();
    const { result, outcomes } = await forecast();
    await storage.put(key, intact);
    expect(result).toMatchObject({ games: 11, failed: 1, rows: 600 });
    const failed = outcomes.filter(({ state }) => state === "failed");
    expect(failed).toMatchObject([{ slug: broken?.slug, error: expect.stringContaining("does not match its hash") }]);
    expect(await listRows()).toEqual(before);
  });

  it("fails the one game whose forecast is not finite, and serves those beside it", async () => {
    const forecaster = await loadForecaster(storage);
    const { id: modelVersionId } = await test.db.modelVersion.findFirstOrThrow({ where: { status: "live" } });
    const broken = games[3];
    const chunk = games.slice(0, 6).map((series) => ({
      gameId: series.gameId,
      slug: series.slug,
      prepare: () => ({
        series: series === broken ? { ...series, units: series.units.map(() => Number.NaN) } : series,
        origin: series.units.length - 1,
        plannedDiscount: () => 0,
      }),
    }));
    const outcomes = await forecastChunk({ db: test.db, forecaster, modelVersionId, day }, chunk);
    const failed = outcomes.filter(({ state }) => state === "failed");
    expect(failed).toMatchObject([{ slug: broken?.slug, error: expect.stringContaining("not finite") }]);
    expect(outcomes).toHaveLength(6);
    await forecast();
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
    expect((await forecast({ slug: "never-sold" })).result).toMatchObject({ games: 1, rows: 60 });
    await expect(forecast({ slug: "out-in-years" })).rejects.toThrow("No game called out-in-years is on sale");
  });

  it("catches up a database that does not know the published model", async () => {
    await test.db.forecastedSales.deleteMany();
    await test.db.$executeRaw`TRUNCATE issued_forecasts`;
    await test.db.modelVersion.deleteMany();
    const { result } = await forecast();
    expect(await test.db.modelVersion.findMany()).toMatchObject([{ version: result.version, status: "live" }]);
  });

  it("refuses a bucket without a model and a model whose weights were changed", async () => {
    const empty = new MemoryStorage();
    await fillBucket(empty, games, lastDay);
    await expect(runForecast({ storage: empty, db: test.db, day })).rejects.toThrow("run the training first");
    const pointer = JSON.parse(await storage.getText("kratos/models/live.json"));
    const key = modelKeys(pointer.version).weights;
    const intact = await storage.get(key);
    await storage.put(key, intact.slice(4));
    await expect(runForecast({ storage, db: test.db, day })).rejects.toThrow("weights.bin does not match its hash");
    storage.objects.delete(key);
    await expect(runForecast({ storage, db: test.db, day })).rejects.toThrow(`${key} is missing: train again`);
    await storage.put(key, intact);
  });
});
