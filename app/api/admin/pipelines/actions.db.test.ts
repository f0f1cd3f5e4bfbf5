import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "@/lib/server/auth/actor";
import { createTestRun, createTestTask } from "@/lib/server/pipelines/test-runs";
import { closeQueue } from "@/lib/server/queue/boss";
import { createActor, createGame, requestAs } from "@/lib/server/sales/test-world";
import { PUT as setSchedule } from "./[pipeline]/schedule/route";
import { POST as backfill } from "./backfill/route";
import { GET as openEvents } from "./events/route";
import { POST as cancelRun } from "./runs/[id]/cancel/route";
import { POST as rerun } from "./runs/[id]/rerun/route";
import { POST as startRun } from "./runs/route";
import { callRoute } from "./test-calls";

const database = useTestDatabase();
let staff: Actor;
let tests = 0;

beforeAll(async () => {
  await createGame(database.db, { slug: "own", publisher: "one" });
});
// What was written down stays for good: each test has a name of its own.
beforeEach(async () => {
  staff = await createActor(database.db, "staff", `Stefan ${++tests}`);
});
afterEach(async () => {
  await database.db.pipelineRun.deleteMany();
});
afterAll(closeQueue);

const post = (route: Parameters<typeof callRoute>[0], body?: unknown, params: Record<string, string> = {}) =>
  callRoute(route, { who: staff, method: "POST", params, ...(body ? { body } : {}) });

async function audited(): Promise<{ action: string; entityId: string | null }[]> {
  const entries = await database.db.auditLog.findMany({ where: { actorId: staff.userId }, orderBy: { id: "asc" } });
  return entries.map(({ action, entityId }) => ({ action, entityId }));
}

describe("starting a run", () => {
  it.each([
    [{ pipeline: "deploy" }, "pipeline"],
    [{ pipeline: "etl", date: "2026-02-30" }, "date"],
    [{ pipeline: "etl", date: "2999-01-01" }, "date"],
    [{ pipeline: "etl", gameSlugs: ["no-such-game"] }, "gameSlugs"],
    [{ pipeline: "etl", gameSlugs: ["own", "own"] }, "gameSlugs"],
  ])("refuses %o by its field", async (body, field) => {
    const answer = await post(startRun, body);
    expect(answer.status).toBe(422);
    expect(answer.body.error.fields).toHaveProperty(field);
  });

  it("records it in the name of who asked, and refuses another day meanwhile", async () => {
    const { status, body: run } = await post(startRun, { pipeline: "etl", date: "2026-03-09", gameSlugs: ["own"] });
    expect(status).toBe(201);
    expect(run).toMatchObject({
      day: "2026-03-09",
      gameSlugs: ["own"],
      trigger: "staff",
      requestedBy: staff.name,
      isNew: true,
    });
    expect(await audited()).toEqual([{ action: "pipeline.triggered", entityId: run.id }]);
    const second = await post(startRun, { pipeline: "etl", date: "2026-03-10" });
    expect([second.status, second.body.error.code]).toEqual([409, "conflict"]);
    expect(second.body.error.message).toContain(run.id);
    const third = await post(startRun, { pipeline: "etl", date: "2026-03-10", ifBusy: "wait" });
    expect([third.status, third.body.state]).toEqual([201, "queued"]);
  });

  it("says that a day is done already", async () => {
    const done = await createTestRun(database.db, { day: "2026-03-09" });
    const { body } = await post(startRun, { pipeline: "etl", date: "2026-03-09" });
    expect(body).toMatchObject({ id: done, isNew: false });
    expect(await audited()).toEqual([]);
  });
});

describe("a backfill", () => {
  it("is a run for each day, oldest first", async () => {
    const { status, body } = await post(backfill, { pipeline: "etl", from: "2026-03-01", to: "2026-03-03" });
    expect(status).toBe(201);
    const days = body.items.map(({ day, trigger }: { day: string; trigger: string }) => `${day} ${trigger}`);
    expect(days).toEqual(["2026-03-01 backfill", "2026-03-02 backfill", "2026-03-03 backfill"]);
    expect(await audited()).toMatchObject([{ action: "pipeline.backfilled" }]);
  });

  it.each([
    { pipeline: "etl", from: "2026-03-03", to: "2026-03-01" },
    { pipeline: "etl", from: "2025-01-01", to: "2026-03-01" },
    { pipeline: "etl", from: "2026-03-01" },
  ])("refuses %o", async (body) => {
    expect((await post(backfill, body)).status).toBe(422);
    expect(await database.db.pipelineRun.count()).toBe(0);
  });

  it("conflicts where every day is done", async () => {
    await createTestRun(database.db, { day: "2026-03-01" });
    expect((await post(backfill, { pipeline: "etl", from: "2026-03-01", to: "2026-03-01" })).status).toBe(409);
  });
});

describe("ending and doing again", () => {
  it("cancels a run that is under way, and not one that has ended", async () => {
    const { body: run } = await post(startRun, { pipeline: "etl", date: "2026-03-09" });
    const cancelled = await post(cancelRun, undefined, { id: run.id });
    expect(cancelled.status).toBe(200);
    expect(cancelled.body.isCancelling || cancelled.body.state === "cancelled").toBe(true);
    expect((await audited()).map(({ action }) => action)).toEqual(["pipeline.triggered", "pipeline.cancelled"]);
    const ended = await createTestRun(database.db, { pipeline: "train" });
    expect((await post(cancelRun, undefined, { id: ended })).status).toBe(409);
  });

  it("does again what failed, and conflicts where nothing did or another run is under way", async () => {
    const { db } = database;
    const id = await createTestRun(db, { state: "failed" });
    await createTestTask(db, id, { name: "settle-orders", position: 0 });
    await createTestTask(db, id, { name: "extract", position: 1, after: ["settle-orders"], state: "failed" });
    const { status, body } = await post(rerun, { from: "failed" }, { id });
    expect([status, body.state]).toEqual([200, "running"]);
    expect(await audited()).toEqual([{ action: "pipeline.rerun", entityId: id }]);
    expect((await post(rerun, { from: { task: "extract" } }, { id })).status).toBe(409);
    const good = await createTestRun(db, { pipeline: "train" });
    expect((await post(rerun, { from: "failed" }, { id: good })).status).toBe(409);
  });
});

describe("a schedule", () => {
  const put = (pipeline: string, body: unknown) =>
    callRoute(setSchedule, { who: staff, method: "PUT", params: { pipeline }, body });

  it("is paused and goes on, both written down", async () => {
    expect(await put("train", { isPaused: true })).toEqual({
      status: 200,
      body: { pipeline: "train", isPaused: true },
    });
    expect(await put("train", { isPaused: false })).toMatchObject({ body: { isPaused: false } });
    expect(await audited()).toEqual([
      { action: "pipeline.schedule_paused", entityId: "train" },
      { action: "pipeline.schedule_resumed", entityId: "train" },
    ]);
  });

  it("is one of the pipelines', and paused or not", async () => {
    expect((await put("deploy", { isPaused: true })).status).toBe(404);
    expect((await put("train", { isPaused: "perhaps" })).status).toBe(422);
  });
});

describe("the stream of events", () => {
  it("tells of a run that changes, until the browser leaves", async () => {
    const { db } = database;
    const id = await createTestRun(db, { state: "running" });
    const browser = new AbortController();
    const request = new Request(await requestAs(staff, "/"), { signal: browser.signal });
    const response = await openEvents(request, { params: Promise.resolve({}) });
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    let text = "";
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk);
    })();
    await expect.poll(() => text).toContain(id);
    await db.pipelineRun.update({ where: { id }, data: { step: "the next step", changedAt: new Date() } });
    await expect.poll(() => text, { timeout: 10_000 }).toContain("the next step");
    browser.abort();
    await reading;
  });
});
