import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isSalesCsvKey, SALES_MANIFEST_KEY } from "@/jobs/etl/sales-manifest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { hurryQueues } from "@/jobs/pipelines/proof/engine-fixture";
import { killLeftProcesses, startScript } from "@/jobs/pipelines/proof/processes";
import { createShop } from "@/jobs/pipelines/proof/shop";
import { type Doorkeeper, startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";

const GAMES = 200;
const PROCESSES = 4;
const CALLS_EACH = 5;
const SLICE_SECONDS = 5;

const database = useTestDatabase();
let bucket: TestBucket;

beforeAll(async () => {
  bucket = await startTestBucket();
  await hurryQueues(database);
  await createShop(database.db, { games: GAMES, days: 20, lastDay: "2026-03-10", isOneSided: true });
});
afterEach(killLeftProcesses);
afterAll(() => bucket.stop());

/** Two chunks of 25 files, six at a time, take a whole slice: what is left over is done in the next. */
const slowDoor: Doorkeeper = ({ method }) =>
  new Promise((resolve) => setTimeout(() => resolve("none"), method === "PUT" ? 1_000 : 0));

describe(`${PROCESSES * CALLS_EACH} concurrent cron calls with slices of ${SLICE_SECONDS} s`, () => {
  it(`finish a run of ${GAMES} games with each game done once`, async () => {
    const { db } = database;
    bucket.setDoorkeeper(slowDoor);
    const env = {
      DATABASE_URL: database.url,
      ...bucket.env,
      PIPELINE_RUNNER: "inline",
      PIPELINE_SLICE_SECONDS: String(SLICE_SECONDS),
    };
    const callers = Array.from({ length: PROCESSES }, () =>
      startScript("app/api/cron/test-caller.ts", [String(CALLS_EACH)], env),
    );
    const ends = await Promise.all(callers.map(({ ended }) => ended));
    expect(ends.map(({ code, err }) => ({ code, err }))).toEqual(ends.map(() => ({ code: 0, err: "" })));
    const rounds = ends.flatMap(({ out }) => out.trim().split("\n")).map((line): number[] => JSON.parse(line));
    expect(new Set(rounds.flat())).toEqual(new Set([200, 202]));

    const runs = await db.pipelineRun.findMany();
    expect(runs).toMatchObject([{ state: "succeeded", error: null, counts: { games: GAMES, failed: 0 } }]);
    const written = bucket.puts.filter(isSalesCsvKey);
    expect([written.length, new Set(written).size]).toEqual([GAMES, GAMES]);
    expect(bucket.puts.filter((key) => key === SALES_MANIFEST_KEY)).toHaveLength(1);
    const games = await db.pipelineGame.findMany({ select: { gameId: true } });
    expect([games.length, new Set(games.map(({ gameId }) => gameId)).size]).toEqual([GAMES, GAMES]);

    const tasks = await db.pipelineTask.findMany({ include: { attempts: true } });
    expect(tasks.every(({ state, failures }) => state === "succeeded" && failures === 0)).toBe(true);
    const attempts = tasks.flatMap((task) => task.attempts);
    // The work went over slices and processes.
    expect(attempts.filter(({ state }) => state === "paused").length).toBeGreaterThan(0);
    expect(new Set(attempts.map(({ worker }) => worker)).size).toBeGreaterThan(1);
    for (const task of tasks) expect(task.attempts.filter(({ state }) => state === "succeeded")).toHaveLength(1);
  }, 150_000);
});
