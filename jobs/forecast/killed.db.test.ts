import { spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { toDayNumber } from "@/jobs/model/calendar";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import { runTraining } from "@/jobs/train/run";
import { fillBucket } from "@/jobs/train/synthetic-bucket";
import { TEST_PLAN } from "@/jobs/train/test-plan";
import { runForecast } from "./run";
import { createShop } from "./synthetic-shop";

const day = "2026-05-31";
const database = useTestDatabase();
let bucket: TestBucket;
let gameIds: string[];

beforeAll(async () => {
  bucket = await startTestBucket();
  const lastDay = toDayNumber(day);
  const games = await createShop(database.db, createSyntheticStore({ games: 6, days: 260, lastDay, seed: 3 }));
  gameIds = games.map(({ gameId }) => gameId);
  await fillBucket(bucket.storage, games, lastDay);
  await runTraining({ storage: bucket.storage, db: database.db, day, plan: TEST_PLAN });
});
afterAll(() => bucket.stop());

const listRows = () => database.db.forecastedSales.findMany({ orderBy: [{ gameId: "asc" }, { day: "asc" }] });

/** Holds the lock under which a game's forecast is replaced, so that a run stops there. */
async function holdGame(gameId: string) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("begin");
  await client.query("select pg_advisory_xact_lock(hashtextextended('forecast.' || $1, 0))", [gameId]);
  return {
    isWaitedFor: async () => {
      const { rowCount } = await client.query("select from pg_locks where locktype = 'advisory' and not granted");
      return (rowCount ?? 0) > 0;
    },
    release: () => client.end(),
  };
}

test("a forecast killed between two games leaves whole games, and the next run the whole store", async () => {
  const input = { storage: bucket.storage, db: database.db, day };
  await runForecast(input);
  const expected = await listRows();
  expect(expected).toHaveLength(360);
  await database.db.forecastedSales.deleteMany();

  const held = await holdGame(gameIds.toSorted()[3] ?? "");
  const child = spawn(process.execPath, ["--import", "tsx", "jobs/cli.ts", "forecast", "--date", day], {
    env: { ...process.env, DATABASE_URL: database.url, ...bucket.env },
    stdio: "ignore",
  });
  await expect.poll(held.isWaitedFor, { timeout: 40_000 }).toBe(true);
  child.kill("SIGKILL");
  await once(child, "close");
  await held.release();
  const left = await database.db.forecastedSales.groupBy({ by: ["gameId"], _count: true });
  expect(left.length).toBeLessThan(6);
  for (const { _count } of left) expect(_count).toBe(60);

  await runForecast(input);
  expect(await listRows()).toEqual(expected);
  expect(await database.db.issuedForecast.count({ where: { kind: "issued" } })).toBe(6);
});
