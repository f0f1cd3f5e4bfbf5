import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { SALES_MANIFEST_KEY, salesCsvKey } from "@/jobs/etl/sales-manifest";
import { openTwoGames } from "@/jobs/etl/test-shop";
import { useTestDatabase } from "@/jobs/local/test-database";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import { listAttempts } from "@/lib/server/pipelines/details";
import { findActiveRun, getRun, listRuns } from "@/lib/server/pipelines/queries";
import { closeQueue } from "@/lib/server/queue/boss";
import { hurryQueues, taskOf } from "./engine-fixture";
import { killLeftProcesses, startScript, toJobStarter } from "./processes";

const DAY = "2026-03-10";
const database = useTestDatabase();
let bucket: TestBucket;

const startJob = toJobStarter(() => ({ DATABASE_URL: database.url, ...bucket.env }));
const runJob = (line: string, env?: Record<string, string>) => startJob(line, env).ended;

/** The files, but for the moment at which the manifest was written. */
async function readFiles() {
  const keys = await bucket.storage.list("kratos/");
  const read = async (key: string) => {
    const text = await bucket.storage.getText(key);
    return [key, text.replace(/"generatedAt":"[^"]*"/, "")] as const;
  };
  return Promise.all(keys.map(read));
}

async function isStagingGone(): Promise<boolean> {
  const [row] = await database.db.$queryRaw<{ isGone: boolean }[]>`
    SELECT to_regclass('staging_sales_data') IS NULL AS "isGone"`;
  return row?.isGone ?? false;
}

async function clearBucket(): Promise<void> {
  for (const key of await bucket.storage.list("kratos/")) await bucket.storage.delete(key);
}

/** Locks the price history, so that the files stop where they first read it. */
async function holdPrices() {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("begin; lock table price_history in access exclusive mode");
  const waiting = "select from pg_locks where not granted and relation = 'price_history'::regclass";
  const isWaitedFor = async () => ((await client.query(waiting)).rowCount ?? 0) > 0;
  return {
    isReached: () => expect.poll(isWaitedFor, { timeout: 50_000 }).toBe(true),
    release: () => client.end(),
  };
}

let expected: Awaited<ReturnType<typeof readFiles>>;

beforeAll(async () => {
  bucket = await startTestBucket();
  await hurryQueues(database);
  const shop = await openTwoGames(database.db);
  expect(await runJob(`etl --date ${DAY}`)).toMatchObject({ code: 0 });
  expected = await readFiles();
  const keys = [SALES_MANIFEST_KEY, salesCsvKey(shop.id("one")), salesCsvKey(shop.id("two"))];
  expect(expected.map(([key]) => key).sort()).toEqual(keys.sort());
});
afterEach(() => {
  killLeftProcesses();
  bucket.setDoorkeeper(null);
});
afterAll(async () => {
  await closeQueue();
  await bucket.stop();
});

describe("a killed ETL", () => {
  it("in the middle of its files is taken up by the next command, and the result is whole", async () => {
    await clearBucket();
    const held = await holdPrices();
    const first = startJob(`etl --date ${DAY} --force`);
    await held.isReached();
    first.child.kill("SIGKILL");
    await first.ended;
    await held.release();
    const run = await findActiveRun(database.db, "etl");
    expect(run).toMatchObject({ state: "running" });
    expect(await isStagingGone()).toBe(false);
    const { code, out } = await runJob(`etl --date ${DAY}`);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^etl for 2026-03-10 succeeded in .*games 2/),
    });
    expect(await isStagingGone()).toBe(true);
    expect(await readFiles()).toEqual(expected);
    expect(await getRun(database.db, run?.id ?? "")).toMatchObject({ state: "succeeded" });
    const files = await taskOf(run?.id ?? "", "files", database);
    const attempts = await listAttempts(database.db, run?.id ?? "", files.id);
    expect(attempts.map(({ state }) => state)).toEqual(["succeeded", "lost"]);
  });

  it("between the files and the manifest leaves readers the old one; a worker takes it up", async () => {
    await clearBucket();
    const isHeld = bucket.holdNextPut(SALES_MANIFEST_KEY);
    const first = startJob(`etl --date ${DAY} --force`);
    await isHeld;
    first.child.kill("SIGKILL");
    await first.ended;
    expect(await bucket.storage.find(SALES_MANIFEST_KEY)).toBeNull();
    const env = { DATABASE_URL: database.url, ...bucket.env };
    startScript("jobs/worker.ts", ["--queues", "etl"], env);
    const isOver = async () => (await findActiveRun(database.db, "etl")) === null;
    await expect.poll(isOver, { timeout: 60_000, interval: 500 }).toBe(true);
    expect((await listRuns(database.db, { pipeline: "etl", limit: 1 })).items).toMatchObject([{ state: "succeeded" }]);
    expect(await readFiles()).toEqual(expected);
  }, 90_000);
});

describe("a running ETL", () => {
  it("is joined by a second command for the day, refuses another day, and ends as cancelled on Ctrl-C", async () => {
    const held = await holdPrices();
    const first = startJob(`etl --date ${DAY} --force`);
    await held.isReached();
    const active = await findActiveRun(database.db, "etl");
    const second = startJob(`etl --date ${DAY}`);
    const other = await runJob("etl --date 2026-03-09");
    expect(other).toMatchObject({ code: 1, out: "" });
    expect(other.err.trim()).toBe(`Sales ETL is under way already (run ${active?.id})`);
    await second.says("%");
    first.child.kill("SIGINT");
    await expect
      .poll(async () => (await getRun(database.db, active?.id ?? "")).isCancelling, { timeout: 20_000 })
      .toBe(true);
    await held.release();
    const ends = await Promise.all([first.ended, second.ended]);
    expect(ends.map(({ code }) => code)).toEqual([130, 130]);
    for (const { err } of ends) expect(err).toContain("cancelled");
    expect(await isStagingGone()).toBe(true);
    expect(await getRun(database.db, active?.id ?? "")).toMatchObject({ state: "cancelled" });
  });
});
