import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "@/lib/server/auth/actor";
import { createRun, finishRun } from "@/lib/server/pipelines/commands";
import { addGameTasks, startTask } from "@/lib/server/pipelines/tasks";
import { closeQueue } from "@/lib/server/queue/pipeline-queue";
import { createActor, createGame, requestAs } from "@/lib/server/sales/test-world";
import { GET as listPipelines } from "./route";
import { GET as getRun } from "./runs/[id]/route";
import { POST as startRun } from "./runs/route";

const database = useTestDatabase();
const actors: Partial<Record<"staff" | "admin" | "publisher" | "shopper", Actor>> = {};
let runId: string;

beforeAll(async () => {
  const { db } = database;
  for (const role of ["staff", "admin", "publisher", "shopper"] as const) actors[role] = await createActor(db, role);
  const { id: gameId } = await createGame(db, { slug: "own", publisher: "one" });
  const input = { pipeline: "etl", day: "2026-03-10", gameSlug: null, trigger: "cron", requestedById: null } as const;
  runId = await createRun(input, "running", db);
  await startTask(runId, "extract", db);
  const at = new Date();
  const task = {
    gameId,
    state: "succeeded",
    counts: { rows: 10 },
    error: null,
    startedAt: at,
    finishedAt: at,
  } as const;
  await addGameTasks(runId, [task, { ...task, state: "skipped" }], db);
  await finishRun(runId, { state: "failed", counts: { games: 1 }, error: "no luck" }, db);
});
afterAll(closeQueue);

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Call = { who: keyof typeof actors | null; path: string; params?: Record<string, string>; body?: unknown };

async function call(route: Route, { who, path, params = {}, body }: Call) {
  const plain = await requestAs(who ? (actors[who] ?? null) : null, path);
  const request = body === undefined ? plain : new Request(plain, { method: "POST", body: JSON.stringify(body) });
  const response = await route(request, { params: Promise.resolve(params) });
  return { status: response.status, body: await response.json() };
}

describe.each([
  ["GET /api/admin/pipelines", listPipelines, {}, undefined],
  ["GET /api/admin/pipelines/runs/[id]", getRun, { id: "run" }, undefined],
  ["POST /api/admin/pipelines/runs", startRun, {}, { pipeline: "train" }],
])("%s", (_name, route, params, body) => {
  it.each([
    [null, 401],
    ["shopper", 404],
    ["publisher", 404],
  ] as const)("is not for %s (%i)", async (who, status) => {
    const own: Record<string, string> = "id" in params ? { id: runId } : {};
    expect((await call(route, { who, path: "/", params: own, body })).status).toBe(status);
    expect(await database.db.pipelineRun.count({ where: { pipeline: "train" } })).toBe(0);
  });
});

describe("the latest runs", () => {
  it("come with each pipeline's next run", async () => {
    const { status, body } = await call(listPipelines, { who: "staff", path: "/?limit=1&pipeline=etl" });
    expect(status).toBe(200);
    expect(body.runs).toMatchObject({
      items: [{ id: runId, state: "failed", error: "no luck", isStalled: false }],
      nextCursor: null,
    });
    expect(body.pipelines.map(({ pipeline }: { pipeline: string }) => pipeline)).toEqual(["etl", "train", "forecast"]);
    expect(Date.parse(body.pipelines[0].nextRunAt)).toBeGreaterThan(Date.now());
    expect(body.pipelines[0]).toMatchObject({ activeRun: null, lastRun: { id: runId }, lastGoodRunAt: null });
  });

  it.each(["/?limit=0", "/?limit=1e9", "/?cursor=nonsense", "/?pipeline=deploy"])("refuse %s", async (path) => {
    expect((await call(listPipelines, { who: "staff", path })).status).toBe(422);
  });
});

describe("a run", () => {
  it("comes with its tasks, page by page", async () => {
    const first = await call(getRun, { who: "admin", path: "/?limit=2", params: { id: runId } });
    expect(first.body).toMatchObject({
      id: runId,
      counts: { games: 1 },
      taskCounts: { running: 0, succeeded: 1, skipped: 1, failed: 1 },
      tasks: {
        items: [
          { name: "extract", state: "failed", error: "no luck" },
          { name: "game", game: { slug: "own" } },
        ],
      },
    });
    const path = `/?limit=2&cursor=${first.body.tasks.nextCursor}`;
    const second = await call(getRun, { who: "admin", path, params: { id: runId } });
    expect(second.body.tasks).toMatchObject({ items: [{ name: "game", state: "skipped" }], nextCursor: null });
  });

  it.each([
    ["a03f5a1e-0000-4000-8000-000000000000", "/", 404],
    ["1; drop table games", "/", 404],
    ["run", "/?cursor=-1", 422],
    ["run", "/?state=lost", 422],
  ])("%s with %s is %i", async (id, path, status) => {
    const params = { id: id === "run" ? runId : id };
    expect((await call(getRun, { who: "staff", path, params })).status).toBe(status);
  });
});

describe("starting a run", () => {
  const path = "/api/admin/pipelines/runs";

  it.each([
    [{ pipeline: "deploy" }, "pipeline"],
    [{ pipeline: "etl", date: "2026-02-30" }, "date"],
    [{ pipeline: "etl", date: "2999-01-01" }, "date"],
    [{ pipeline: "etl", gameSlug: "no-such-game" }, "gameSlug"],
  ])("refuses %o by its field", async (body, field) => {
    const answer = await call(startRun, { who: "staff", path, body });
    expect(answer.status).toBe(422);
    expect(answer.body.error.fields).toHaveProperty(field);
  });

  it("queues it in the name of who asked, writes that down, and refuses a second one", async () => {
    const body = { pipeline: "etl", date: "2026-03-09", gameSlug: "own" };
    const { status, body: run } = await call(startRun, { who: "staff", path, body });
    expect(status).toBe(201);
    expect(run).toMatchObject({
      pipeline: "etl",
      day: "2026-03-09",
      gameSlug: "own",
      state: "queued",
      trigger: "staff",
      requestedBy: "staff",
    });
    const entries = await database.db.auditLog.findMany({ where: { action: "pipeline.triggered" } });
    expect(entries).toMatchObject([{ entity: "pipeline_run", entityId: run.id, actorId: actors.staff?.userId }]);
    const second = await call(startRun, { who: "admin", path, body: { pipeline: "etl" } });
    expect([second.status, second.body.error.code]).toEqual([409, "conflict"]);
    expect(second.body.error.message).toContain(run.id);
  });
});
