import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SALES_MANIFEST_KEY } from "@/jobs/etl/sales-manifest";
import { createShop } from "@/jobs/forecast/synthetic-shop";
import { createForecastTasks } from "@/jobs/forecast/tasks";
import { useTestDatabase } from "@/jobs/local/test-database";
import { LIVE_MODEL_KEY, modelKeys } from "@/jobs/model/artifact";
import { toDayNumber } from "@/jobs/model/calendar";
import { cutSeries, type GameSeries } from "@/jobs/model/series";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import { PIPELINE_TASKS } from "@/jobs/pipelines/dags";
import { runTasks } from "@/jobs/pipelines/test-context";
import { addDays, toDate } from "@/lib/shared/day";
import type { TrainingPlan } from "./fit-model";
import { readLiveModel } from "./live-model";
import { MemoryStorage } from "./memory-storage";
import { runTraining, type TrainingResult } from "./run";
import { fillBucket } from "./synthetic-bucket";
import { createTrainTasks } from "./tasks";
import { TEST_PLAN } from "./test-plan";

const day = "2026-05-31";
const nextWeek = addDays(day, 7);
// So high a rate that the networks are worse than none.
const badPlan = { ...TEST_PLAN, fit: { ...TEST_PLAN.fit, rate: 0.5 }, warmRate: 0.5 };
const test = useTestDatabase();
const trained = new MemoryStorage();
let games: GameSeries[];
let first: TrainingResult;
let storage: MemoryStorage;

const fillTo = (on: string) =>
  fillBucket(
    storage,
    games.map((series) => cutSeries(series, toDayNumber(on))),
    toDayNumber(on),
  );
const around = (on: string) => ({ db: test.db, storage, day: on });

/** A run of the pipeline; what its publishing says. */
async function train({ on = day, ...plan }: TrainingPlan & { on?: string } = {}) {
  const tasks = createTrainTasks({ plan: TEST_PLAN, ...plan });
  const run = await runTasks(PIPELINE_TASKS.train, tasks, around(on));
  const counts = run.tasks.find(({ name }) => name === "publish")?.counts ?? {};
  return { error: run.error, version: String(counts.version), isLive: counts.live === "yes", reason: counts.decision };
}

/** The model's part of a run of the daily forecast. */
async function warm(on = nextWeek) {
  const specs = PIPELINE_TASKS.forecast.slice(0, 2);
  const run = await runTasks(specs, createForecastTasks({ plan: TEST_PLAN }), around(on));
  return { error: run.error, fitted: run.tasks[0]?.counts ?? {}, published: run.tasks[1]?.counts ?? {} };
}
const listRows = () => test.db.modelVersion.findMany({ orderBy: { createdAt: "asc" } });
const countHeldOut = () => test.db.issuedForecast.count({ where: { kind: "backtest" } });
const readPointer = () => storage.getText(LIVE_MODEL_KEY);

beforeAll(async () => {
  const store = createSyntheticStore({ games: 6, days: 207, lastDay: toDayNumber(nextWeek), seed: 6 });
  games = await createShop(test.db, store);
  storage = trained;
  await fillTo(day);
  first = await runTraining({ storage, db: test.db, day, plan: TEST_PLAN });
});
beforeEach(async () => {
  storage = new MemoryStorage();
  for (const [key, body] of trained.objects) await storage.put(key, body);
  await test.db.$executeRaw`TRUNCATE issued_forecasts CASCADE`;
  await test.db.modelVersion.deleteMany({ where: { version: { not: first.version } } });
  await test.db.modelVersion.updateMany({ data: { status: "live" } });
});

/** An empty bucket but for the sales, and no model. */
async function startOver(): Promise<void> {
  storage = new MemoryStorage();
  await fillTo(day);
  await test.db.$executeRaw`TRUNCATE issued_forecasts CASCADE`;
  await test.db.modelVersion.deleteMany();
}

describe("a new model", () => {
  it("goes live where it is the first, with its scores and its held-out forecasts in the ledger", async () => {
    await startOver();
    const { metrics, backend } = first;
    const { error, version, isLive, reason } = await train();
    expect({ error, version, isLive, reason }).toEqual({
      error: null,
      version: first.version,
      isLive: true,
      reason: "the store's first model",
    });
    const rows = await listRows();
    expect(rows).toMatchObject([{ version: first.version, status: "live", decision: "the store's first model" }]);
    expect(rows[0]).toMatchObject({ trainedThrough: toDate(day), backend, seed: 1 });
    const { manifest } = await readLiveModel(storage);
    expect(manifest.metrics.all.served).toEqual(metrics);
    expect(manifest.training).toContain("20 steps from scratch");
    expect(await countHeldOut()).toBe(metrics.games);
  });

  it("that does not beat the live one stays a challenger with the reason, and the pointer where it was", async () => {
    const pointer = await readPointer();
    const worse = await train({ plan: badPlan });
    expect(worse.isLive).toBe(false);
    expect(worse.reason).toMatch(/^MASE \S+ does not beat the \S+ of 2026-05-31-[0-9a-f]{8} on the last 60 days$/);
    expect(await readPointer()).toBe(pointer);
    expect(await listRows()).toMatchObject([
      { version: first.version, status: "live" },
      { version: worse.version, status: "challenger", decision: worse.reason },
    ]);
    const { weights, scalers, manifest } = modelKeys(worse.version);
    expect(storage.writes.filter((key) => !key.startsWith("kratos/training/")).slice(-3)).toEqual([
      weights,
      scalers,
      manifest,
    ]);
    expect((await readLiveModel(storage)).manifest.version).toBe(first.version);
  });

  it("that beats the live one retires it", async () => {
    await startOver();
    const bad = await train({ plan: badPlan });
    const better = await train();
    expect(better.reason).toMatch(new RegExp(`^MASE \\S+ beats the \\S+ of ${bad.version}`));
    expect(JSON.parse(await readPointer())).toEqual({ version: better.version });
    expect(await listRows()).toMatchObject([
      { version: bad.version, status: "retired" },
      { version: better.version, status: "live" },
    ]);
    expect(better.version).toBe(first.version);
  });

  it("is another for another seed, plan, day or start, and the same for the same", async () => {
    const versions = [await train(), await train({ seed: 2 }), await train({ plan: badPlan })].map(
      ({ version }) => version,
    );
    expect(versions[0]).toBe(first.version);
    await fillTo(nextWeek);
    versions.push(String((await warm()).fitted.version), (await train({ on: nextWeek })).version);
    expect(new Set(versions).size).toBe(5);
  });

  it("goes live where nobody can read the live one any more", async () => {
    await storage.put(modelKeys(first.version).weights, "broken");
    const { isLive, reason } = await train({ seed: 2 });
    expect(isLive).toBe(true);
    expect(reason).toContain("cannot be served any more");
  });
});

describe("publishing", () => {
  const specs = PIPELINE_TASKS.train.slice(0, 2);
  const tasks = createTrainTasks({ plan: TEST_PLAN });
  /** The model's publishing, with something that happens once its files are in place and before it is recorded. */
  const publishAfter = (before: () => Promise<void>) =>
    runTasks(
      specs,
      {
        ...tasks,
        publish: async (context) => {
          await before();
          return tasks.publish?.(context) ?? { counts: {} };
        },
      },
      around(day),
    );

  it("that was killed before its record is done again with the same end, also twice", async () => {
    await startOver();
    const end = async (run: Awaited<ReturnType<typeof publishAfter>>) => {
      expect(run.error).toBeNull();
      return [await readPointer(), (await listRows()).map(({ id: _id, createdAt: _at, ...row }) => row)];
    };
    const whole = await end(await publishAfter(async () => undefined));
    const entries = await countHeldOut();
    await startOver();
    // As if the pointer had been written, and the process were gone then.
    const killed = await publishAfter(() => storage.put(LIVE_MODEL_KEY, JSON.stringify({ version: first.version })));
    expect(await end(killed)).toEqual(whole);
    expect(await countHeldOut()).toBe(entries);
  });

  it("compares again where another model went live since", async () => {
    await startOver();
    const other = trained.objects;
    const run = await publishAfter(async () => {
      for (const [key, body] of other) if (key.startsWith("kratos/models/")) await storage.put(key, body);
      const { manifest } = modelKeys(first.version);
      const text = (await storage.getText(manifest)).replaceAll(first.version, "2026-05-31-rival");
      for (const name of ["weights", "scalers"] as const) {
        await storage.put(modelKeys("2026-05-31-rival")[name], await storage.get(modelKeys(first.version)[name]));
      }
      await storage.put(modelKeys("2026-05-31-rival").manifest, text);
      await storage.put(LIVE_MODEL_KEY, JSON.stringify({ version: "2026-05-31-rival" }));
    });
    expect(run.error).toBeNull();
    expect(JSON.parse(await readPointer())).toEqual({ version: "2026-05-31-rival" });
    expect(await listRows()).toMatchObject([
      { status: "challenger", decision: expect.stringContaining("of 2026-05-31-rival") },
    ]);
  });

  it("leaves no checkpoint behind", async () => {
    expect((await train({ seed: 3 })).error).toBeNull();
    expect((await storage.list("kratos/training/")).length).toBe(0);
    expect(storage.writes.some((key) => key.startsWith("kratos/training/scratch/"))).toBe(true);
  });
});

describe("a warm start", () => {
  it("goes on from the live model on the days that came, and is kept where it is better only", async () => {
    await fillTo(nextWeek);
    const { error, published } = await warm();
    expect(error).toBeNull();
    const rows = await listRows();
    const row = rows.find(({ version }) => version === published.version);
    expect(row?.status).toBe(published.live === "yes" ? "live" : "challenger");
    expect(row?.decision).toBe(published.decision);
    expect(rows.filter(({ status }) => status === "live")).toHaveLength(1);
    const manifest = JSON.parse(await storage.getText(modelKeys(String(published.version)).manifest));
    expect(manifest.training).toContain("4 warm steps on the live model");
    expect(manifest.trainedThrough).toBe(nextWeek);
    expect(manifest.weightsSha256).not.toBe((await readLiveModel(trained)).manifest.weightsSha256);
    // What it would have forecast of the held-out days is nearly what stands in the ledger already.
    expect(await countHeldOut()).toBe(0);
  });

  it("goes on with the genres of the live model where the store has others since", async () => {
    await fillTo(nextWeek);
    const manifest = JSON.parse(await storage.getText(SALES_MANIFEST_KEY));
    await storage.put(SALES_MANIFEST_KEY, JSON.stringify({ ...manifest, genres: ["adventure", ...manifest.genres] }));
    const { published } = await warm();
    expect(published.decision).toMatch(/^MASE/);
    const written = JSON.parse(await storage.getText(modelKeys(String(published.version)).manifest));
    expect(written.spec.statics).not.toContain("genre_adventure");
    const scratch = await train({ on: nextWeek });
    const { spec } = JSON.parse(await storage.getText(modelKeys(scratch.version).manifest));
    expect(spec.statics).toContain("genre_adventure");
  });

  it("has nothing to do without a live model, or where that has seen the day", async () => {
    expect((await warm(day)).fitted).toEqual({ skipped: `${first.version} has seen ${day}` });
    await storage.delete(LIVE_MODEL_KEY);
    expect(await warm(day)).toEqual({ error: null, fitted: { skipped: "the store's first model" }, published: {} });
    expect(await listRows()).toHaveLength(1);
  });
});
