import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { setSchedule } from "@/lib/server/pipelines/schedules";
import { closeQueue, openQueue } from "@/lib/server/queue/boss";
import type { StartRunInput } from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import type { TaskHandler } from "./context";
import { drain } from "./drain";
import { startDue } from "./due";
import { createGames, hurryQueues, toHandlers } from "./proof/engine-fixture";
import { backfillPipeline, startPipeline } from "./start";

const DAY = "2026-03-10";
const NOBODY = { requestedById: null };
const database = useTestDatabase();
let staffId: string;
let auditedBefore: bigint;

const start = (input: Partial<StartRunInput> = {}, by: { requestedById: string | null } = NOBODY) =>
  startPipeline({ pipeline: "etl", date: DAY, ...input, ...by }, database.db);

/** Works on all runs, in turn, until none is left; returns in which order they were done. */
async function workAll(): Promise<string[]> {
  const { db } = database;
  const order: string[] = [];
  const tell: TaskHandler = async ({ runId }) => {
    expect(await db.pipelineRun.count({ where: { state: "running" } })).toBe(1);
    if (order.at(-1) !== runId) order.push(runId);
    return { counts: {} };
  };
  const boss = await openQueue("command");
  const isIdleEnough = async () => (await db.pipelineRun.count({ where: { state: "running" } })) === 0;
  const handlers = toHandlers({ extract: tell, fit: tell, forecast: tell });
  const around = { db, storage: new MemoryStorage(), boss, worker: "test", isOver: () => false, handlers };
  await drain({ isIdleEnough, concurrency: 2 }, around);
  return order;
}

const listAudit = async () => {
  const rows = await database.db.auditLog.findMany({ where: { id: { gt: auditedBefore } }, orderBy: { id: "asc" } });
  return rows.map(({ action, actorId, entityId }) => [action, actorId, entityId]);
};

beforeAll(async () => {
  const { db } = database;
  await hurryQueues(database);
  await createGames(db, 2);
  staffId = (await db.user.create({ data: { email: "staff@test.example", name: "Staff" } })).id;
});
beforeEach(async () => {
  await database.db.pipelineRun.deleteMany();
  auditedBefore = (await database.db.auditLog.findFirst({ orderBy: { id: "desc" } }))?.id ?? 0n;
  await database.db.$executeRaw`DELETE FROM pgboss.job`;
});
afterEach(closeQueue);

describe("a start", () => {
  it("records the run, its tasks and their jobs together or not at all", async () => {
    const { db } = database;
    const run = await start();
    expect(run).toMatchObject({ isNew: true, state: "running", trigger: "cron", day: DAY });
    const tasks = await db.pipelineTask.findMany({ where: { runId: run.id } });
    const jobs = await db.$queryRaw<{ id: string }[]>`SELECT id::text FROM pgboss.job WHERE name = 'kratos-etl'`;
    expect(jobs.map(({ id }) => id).sort()).toEqual(tasks.map(({ jobId }) => jobId).sort());
    await db.pipelineRun.deleteMany();
    await db.$executeRaw`DELETE FROM pgboss.job`;
    // The queue refuses: nothing of the run stays.
    await db.$executeRaw`ALTER TABLE pgboss.job ADD CONSTRAINT nothing CHECK (false) NOT VALID`;
    await expect(start()).rejects.toThrow();
    await db.$executeRaw`ALTER TABLE pgboss.job DROP CONSTRAINT nothing`;
    expect([await db.pipelineRun.count(), await db.pipelineTask.count()]).toEqual([0, 0]);
  });

  it("of what is under way joins it; another of the pipeline is refused or waits, as asked", async () => {
    const first = await start();
    expect(await start()).toMatchObject({ id: first.id, isNew: false });
    const refused = start({ date: "2026-03-09" });
    await expect(refused).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(first.id) });
    await expect(start({ isForced: true })).rejects.toMatchObject({ code: "conflict" });
    const waiting = await start({ date: "2026-03-09", ifBusy: "wait" });
    expect(waiting).toMatchObject({ state: "queued", isNew: true });
    expect(await workAll()).toEqual([first.id, waiting.id]);
  });

  it("of one pipeline waits for the run of another, and begins in its turn", async () => {
    const first = await start();
    const train = await start({ pipeline: "train" });
    const forecast = await start({ pipeline: "forecast" });
    expect([train.state, forecast.state]).toEqual(["queued", "queued"]);
    expect(await workAll()).toEqual([first.id, train.id, forecast.id]);
  });

  it("for a day that is done says so and does nothing; forced, it does it again", async () => {
    const first = await start();
    await workAll();
    expect(await start()).toMatchObject({ id: first.id, isNew: false, state: "succeeded" });
    expect(await database.db.pipelineRun.count()).toBe(1);
    const again = await start({ isForced: true });
    expect(again).toMatchObject({ isNew: true, isForced: true });
    expect(await workAll()).toEqual([again.id]);
  });

  it("over some games leaves the day open; one that waited for the same day ends when it is done", async () => {
    const some = await start({ gameSlugs: ["game-1"] });
    const whole = await start({ ifBusy: "wait" });
    const same = await start({ ifBusy: "wait" });
    expect([whole.state, same.state]).toEqual(["queued", "queued"]);
    expect(await workAll()).toEqual([some.id, whole.id]);
    const last = await database.db.pipelineRun.findUnique({ where: { id: same.id } });
    expect(last).toMatchObject({ state: "cancelled", error: "the day was done while it waited" });
  });

  it.each([
    [{ date: "2999-01-01" }, "errors.runDayNotBegun"],
    [{ gameSlugs: ["no-such-game"] }, say("errors.runNoSuchGame", { slug: "no-such-game" })],
  ])("refuses %j", async (input, message) => {
    await expect(start(input)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(message),
    });
    expect(await database.db.pipelineRun.count()).toBe(0);
  });
});

describe("a backfill", () => {
  it("does the days in order, one after the other, without those that are done", async () => {
    await start({ date: "2026-03-02" });
    await workAll();
    const asked = { pipeline: "etl", from: "2026-03-01", to: "2026-03-04", requestedById: staffId } as const;
    const runs = await backfillPipeline(asked, database.db);
    expect(runs.map(({ day, trigger }) => [day, trigger])).toEqual(
      ["2026-03-01", "2026-03-03", "2026-03-04"].map((day) => [day, "backfill"]),
    );
    expect(await workAll()).toEqual(runs.map(({ id }) => id));
    await expect(backfillPipeline(asked, database.db)).rejects.toMatchObject({ code: "conflict" });
    expect(await backfillPipeline({ ...asked, isForced: true }, database.db)).toHaveLength(4);
    await expect(backfillPipeline({ ...asked, from: "2025-01-01" }, database.db)).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(await listAudit()).toMatchObject([
      ["pipeline.backfilled", staffId, runs[0]?.id],
      ["pipeline.backfilled", staffId, expect.any(String)],
    ]);
  });
});

describe("what is asked for", () => {
  it("is written down with who asked: not what the scheduler does", async () => {
    await start();
    expect(await listAudit()).toEqual([]);
    await workAll();
    const run = await start({ pipeline: "train" }, { requestedById: staffId });
    expect(run.trigger).toBe("staff");
    expect(await listAudit()).toEqual([["pipeline.triggered", staffId, run.id]]);
  });

  it("is not started by a schedule that is paused", async () => {
    await setSchedule("etl", { isPaused: true, requestedById: staffId }, database.db);
    expect(await startDue("etl", database.db)).toBeNull();
    expect(await database.db.pipelineRun.count()).toBe(0);
    await setSchedule("etl", { isPaused: false, requestedById: staffId }, database.db);
    expect(await startDue("etl", database.db)).toMatchObject({ isNew: true, trigger: "cron" });
    expect((await listAudit()).map(([action]) => action)).toEqual([
      "pipeline.schedule_paused",
      "pipeline.schedule_resumed",
    ]);
  });
});
