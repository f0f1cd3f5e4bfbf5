import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listAttempts } from "@/lib/server/pipelines/details";
import { getRun } from "@/lib/server/pipelines/queries";
import { setSchedule } from "@/lib/server/pipelines/schedules";
import { closeQueue, getQueue, SCHEDULE_QUEUE } from "@/lib/server/queue/boss";
import { getQueueState } from "@/lib/server/queue/queue-state";
import { cronOf, PIPELINES } from "@/lib/shared/pipelines";
import { isSalesCsvKey } from "./etl/sales-manifest";
import { useTestDatabase } from "./local/test-database";
import { createGate, taskOf } from "./pipelines/proof/engine-fixture";
import { killLeftProcesses, startScript, type TestProcess } from "./pipelines/proof/processes";
import { createShop } from "./pipelines/proof/shop";
import { startPipeline } from "./pipelines/start";
import { type Doorkeeper, startTestBucket, type TestBucket } from "./pipelines/test-bucket";

/** Three chunks of files, all in one shard. */
const GAMES = 60;
/** A job of a process that is gone is another's by then. */
const TAKE_OVER_MS = 60_000;

const database = useTestDatabase();
let bucket: TestBucket;

const startWorker = (...args: string[]) =>
  startScript("jobs/worker.ts", args, { DATABASE_URL: database.url, ...bucket.env, LOG_LEVEL: "info" });

async function startRun(date: string): Promise<string> {
  const asked = { pipeline: "etl", date, isForced: true, requestedById: null } as const;
  return (await startPipeline(asked, database.db)).id;
}

const stateOf = async (runId: string) => (await getRun(database.db, runId)).state;
const hasEnded = (runId: string) =>
  expect.poll(() => stateOf(runId), { timeout: 60_000, interval: 500 }).toBe("succeeded");

async function attemptsOf(runId: string) {
  const task = await taskOf(runId, "files", database);
  const attempts = await listAttempts(database.db, runId, task.id);
  return attempts.map(({ state, worker }) => ({ state, pid: Number(worker.split(":").at(-1)) })).toReversed();
}

/** Holds the files that are written back at the bucket's door; resolves when the first of them has come. */
function holdFiles() {
  const [reached, opened] = [createGate(), createGate()];
  const doorkeeper: Doorkeeper = async ({ method, key }) => {
    if (method !== "PUT" || !isSalesCsvKey(key)) return "none";
    reached.open();
    await opened.passed;
    return "none";
  };
  bucket.setDoorkeeper(doorkeeper);
  return { reached: reached.passed, release: opened.open };
}

beforeAll(async () => {
  bucket = await startTestBucket();
  await createShop(database.db, { games: GAMES, days: 5, lastDay: "2026-03-10", isOneSided: true });
});
afterEach(() => {
  killLeftProcesses();
  bucket.setDoorkeeper(null);
});
afterAll(async () => {
  await closeQueue();
  await bucket.stop();
});

describe("a worker", () => {
  it("tells of itself, keeps the nights, and starts a pipeline whose hour has come unless it is paused", async () => {
    const { db } = database;
    const worker = startWorker("--queues", "schedule");
    await worker.says("worker.ready");
    const { workers } = await getQueueState(db);
    expect(workers).toMatchObject([{ pid: worker.pid, isAlive: true }]);
    const boss = await getQueue();
    const schedules = await boss.getSchedules(SCHEDULE_QUEUE);
    expect(schedules.map(({ key, cron, timezone }) => [key, cron, timezone]).sort()).toEqual(
      PIPELINES.map((pipeline) => [pipeline, cronOf(pipeline), "UTC"]).sort(),
    );
    await setSchedule("etl", { isPaused: true, requestedById: null }, db);
    await boss.send(SCHEDULE_QUEUE, { due: "etl" });
    const left = () => db.$queryRaw`
      SELECT FROM pgboss.job WHERE name = ${SCHEDULE_QUEUE} AND state NOT IN ('completed', 'failed')`;
    await expect.poll(left, { timeout: 20_000 }).toEqual([]);
    expect(await db.pipelineRun.count()).toBe(0);
    await setSchedule("etl", { isPaused: false, requestedById: null }, db);
    await boss.send(SCHEDULE_QUEUE, { due: "etl" });
    await expect.poll(() => db.pipelineRun.count({ where: { pipeline: "etl" } }), { timeout: 20_000 }).toBe(1);
    expect(await db.pipelineRun.findFirst()).toMatchObject({ trigger: "cron", requestedById: null });
    worker.child.kill("SIGTERM");
    expect(await worker.ended).toMatchObject({ code: 0 });
    expect((await getQueueState(db)).workers).toEqual([]);
    // Nobody works on the ETL's queue here.
    expect(await db.pipelineAttempt.count()).toBe(0);
    await db.pipelineRun.deleteMany();
    await db.$executeRaw`DELETE FROM pgboss.job`;
  });

  it("told to stop leaves its task where it is, and another goes on from there", async () => {
    const held = holdFiles();
    const first = startWorker("--queues", "etl");
    const runId = await startRun("2026-03-09");
    await held.reached;
    first.child.kill("SIGTERM");
    await first.says("worker.stopping");
    held.release();
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await taskOf(runId, "files", database)).toMatchObject({ state: "pending", failures: 0, finishedAt: null });
    const before = await database.db.pipelineGame.findMany({
      where: { runId },
      select: { gameId: true, finishedAt: true },
    });
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(GAMES);
    const second = startWorker("--queues", "etl", "--concurrency", "2");
    await hasEnded(runId);
    expect(await attemptsOf(runId)).toEqual([
      { state: "paused", pid: first.pid },
      { state: "succeeded", pid: second.pid },
    ]);
    // What the first has done was not done again.
    const after = await database.db.pipelineGame.findMany({
      where: { runId },
      select: { gameId: true, finishedAt: true },
    });
    expect(after).toHaveLength(GAMES);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it("that is killed is followed by another within a minute", async () => {
    const held = holdFiles();
    const workers = [startWorker("--queues", "etl"), startWorker("--queues", "etl")];
    for (const worker of workers) await worker.says("worker.ready");
    const runId = await startRun("2026-03-10");
    await held.reached;
    const [attempt] = await attemptsOf(runId);
    const isHolder = ({ pid }: TestProcess) => pid === attempt?.pid;
    workers.find(isHolder)?.child.kill("SIGKILL");
    held.release();
    const countAttempts = async () => (await attemptsOf(runId)).length;
    await expect.poll(countAttempts, { timeout: TAKE_OVER_MS, interval: 500 }).toBe(2);
    await hasEnded(runId);
    const other = workers.find((worker) => !isHolder(worker));
    expect(await attemptsOf(runId)).toEqual([
      { state: "lost", pid: attempt?.pid },
      { state: "succeeded", pid: other?.pid },
    ]);
    expect(await taskOf(runId, "files", database)).toMatchObject({ failures: 1 });
    expect(await database.db.pipelineGame.count({ where: { runId } })).toBe(GAMES);
  }, 180_000);
});
