import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "@/lib/server/auth/actor";
import { createTestGames, createTestRun, createTestTask } from "@/lib/server/pipelines/test-runs";
import { closeQueue } from "@/lib/server/queue/boss";
import { createActor, createGame, requestAs } from "@/lib/server/sales/test-world";
import { PUT as setSchedule } from "./[pipeline]/schedule/route";
import { POST as backfill } from "./backfill/route";
import { GET as openEvents } from "./events/route";
import { GET as listPipelines } from "./route";
import { POST as cancelRun } from "./runs/[id]/cancel/route";
import { GET as getFailures } from "./runs/[id]/failures/route";
import { GET as listGames } from "./runs/[id]/games/route";
import { POST as rerun } from "./runs/[id]/rerun/route";
import { GET as getRun } from "./runs/[id]/route";
import { GET as listAttempts } from "./runs/[id]/tasks/[taskId]/attempts/route";
import { POST as startRun } from "./runs/route";
import { callRoute } from "./test-calls";

const database = useTestDatabase();
const actors: Partial<Record<"staff" | "admin" | "publisher" | "shopper", Actor>> = {};
const actor = (role: keyof typeof actors) => actors[role] ?? null;
const NO_RUN = "a03f5a1e-0000-4000-8000-000000000000";
let runId: string;
let taskId: string;

beforeAll(async () => {
  const { db } = database;
  for (const role of ["staff", "admin", "publisher", "shopper"] as const) actors[role] = await createActor(db, role);
  const { id: gameId } = await createGame(db, { slug: "own", publisher: "one" });
  runId = await createTestRun(db, { state: "failed", day: "2026-03-10" });
  await createTestTask(db, runId, { name: "extract", position: 0 });
  const id = await createTestTask(db, runId, {
    name: "files",
    position: 1,
    isMapped: true,
    after: ["extract"],
    state: "failed",
    attempts: ["lost", "failed"],
  });
  taskId = String(id);
  await createTestGames(db, { runId, taskId: id }, [{ gameId, state: "failed", error: "no luck" }]);
});
afterAll(closeQueue);

type Route = Parameters<typeof callRoute>[0];
const post = { method: "POST" } as const;
const ROUTES: [string, Route, Partial<Parameters<typeof callRoute>[1]>][] = [
  ["GET /api/admin/pipelines", listPipelines, {}],
  ["GET /api/admin/pipelines/events", openEvents, {}],
  ["GET /api/admin/pipelines/runs/[id]", getRun, {}],
  ["GET /api/admin/pipelines/runs/[id]/games", listGames, {}],
  ["GET /api/admin/pipelines/runs/[id]/failures", getFailures, {}],
  ["GET /api/admin/pipelines/runs/[id]/tasks/[taskId]/attempts", listAttempts, {}],
  ["POST /api/admin/pipelines/runs", startRun, { ...post, body: { pipeline: "train" } }],
  ["POST /api/admin/pipelines/runs/[id]/cancel", cancelRun, post],
  ["POST /api/admin/pipelines/runs/[id]/rerun", rerun, { ...post, body: { from: "failed" } }],
  [
    "POST /api/admin/pipelines/backfill",
    backfill,
    { ...post, body: { pipeline: "train", from: "2026-03-01", to: "2026-03-02" } },
  ],
  ["PUT /api/admin/pipelines/[pipeline]/schedule", setSchedule, { method: "PUT", body: { isPaused: true } }],
];

describe.each(ROUTES)("%s", (_name, route, call) => {
  it.each([
    [null, 401],
    ["shopper", 404],
    ["publisher", 404],
  ] as const)("is not for %s (%i)", async (role, status) => {
    const who = role && actor(role);
    const params = { id: runId, taskId, pipeline: "train" };
    expect((await callRoute(route, { who, params, ...call })).status).toBe(status);
    expect(await database.db.pipelineRun.count()).toBe(1);
    expect(await database.db.pipelineSchedule.count()).toBe(0);
    expect(await database.db.auditLog.count()).toBe(0);
  });
});

describe("everything at a glance", () => {
  it("is the pipelines with their runs and tasks, the queues, the workers and the alerts", async () => {
    const { status, body } = await callRoute(listPipelines, { who: actor("staff"), path: "/?limit=1&pipeline=etl" });
    expect(status).toBe(200);
    expect(body.runs).toMatchObject({ items: [{ id: runId, tasks: [{ name: "extract" }, { name: "files" }] }] });
    expect(body.pipelines.map(({ pipeline }: { pipeline: string }) => pipeline)).toEqual(["etl", "train", "forecast"]);
    expect(body.pipelines[0]).toMatchObject({ activeRun: null, waiting: 0, lastRun: { id: runId }, isPaused: false });
    expect(body.queue.queues).toHaveLength(5);
    expect(body.alerts).toEqual([]);
  });

  it.each(["/?limit=0", "/?limit=1e9", "/?cursor=nonsense", "/?pipeline=deploy"])("refuses %s", async (path) => {
    expect((await callRoute(listPipelines, { who: actor("staff"), path })).status).toBe(422);
  });
});

describe("a run", () => {
  it("comes with its tasks, its attempts and the totals of its games", async () => {
    const { body } = await callRoute(getRun, { who: actor("admin"), params: { id: runId } });
    expect(body).toMatchObject({
      id: runId,
      tasks: [{ name: "extract" }, { name: "files", state: "failed", failures: 2 }],
      attempts: [{ state: "succeeded" }, { state: "lost" }, { state: "failed" }],
      games: { files: { failed: 1 } },
    });
  });

  it("has its games", async () => {
    const call = { who: actor("staff"), params: { id: runId } };
    const { body } = await callRoute(listGames, { ...call, path: "/?state=failed&q=OWN" });
    expect(body).toMatchObject({
      items: [{ task: "files", game: { slug: "own" }, error: "no luck" }],
      nextCursor: null,
    });
    expect((await callRoute(listGames, { ...call, path: "/?q=other" })).body.items).toEqual([]);
  });

  it("has its failed games as a CSV that parses back, whatever their titles", async () => {
    const { db } = database;
    const title = '=HYPERLINK("x"), the "Best", Émber 🎮\nII';
    const { id: gameId } = await createGame(db, { slug: "odd", publisher: "one" });
    await db.game.update({ where: { id: gameId }, data: { title } });
    await createTestGames(db, { runId, taskId: BigInt(taskId) }, [{ gameId, state: "failed", error: 'a,b\n"c"' }]);
    const params = Promise.resolve({ id: runId });
    const response = await getFailures(await requestAs(actor("staff"), "/"), { params });
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="etl-2026-03-10-failures.csv"');
    const rows = parse(await response.text(), { columns: true });
    expect(rows).toMatchObject([
      { task: "files", shard: "1", slug: "odd", title: `'${title}`, error: 'a,b\n"c"' },
      { slug: "own", error: "no luck" },
    ]);
    await db.pipelineGame.deleteMany({ where: { gameId } });
  });

  it("has the attempts of a task, with what they wrote down", async () => {
    const { body } = await callRoute(listAttempts, { who: actor("staff"), params: { id: runId, taskId } });
    expect(body.items).toMatchObject([
      { number: 1, state: "lost", log: [{ text: "line of attempt 1" }] },
      { number: 2, state: "failed", error: "no luck" },
    ]);
  });

  it.each([
    [getRun, {}, 404],
    [listGames, {}, 404],
    [getFailures, {}, 404],
    [listAttempts, {}, 404],
    [cancelRun, { method: "POST" }, 404],
    [rerun, { method: "POST", body: { from: "failed" } }, 404],
  ] as const)("that does not exist is a 404", async (route, call, status) => {
    for (const id of [NO_RUN, "1; drop table games"]) {
      const answer = await callRoute(route, { who: actor("staff"), params: { id, taskId }, ...call });
      expect(answer.status).toBe(status);
    }
  });

  it.each([
    [listGames, { path: "/?state=lost" }],
    [listGames, { path: "/?cursor=-1" }],
    [rerun, { method: "POST", body: { from: "everything" } }],
    [rerun, { method: "POST", body: { from: { task: "deploy" } } }],
  ] as const)("refuses what makes no sense", async (route, call) => {
    const answer = await callRoute(route, { who: actor("staff"), params: { id: runId, taskId }, ...call });
    expect(answer.status).toBe(422);
  });

  it("of another run has no such task", async () => {
    const other = await createTestRun(database.db, { pipeline: "train" });
    const { status } = await callRoute(listAttempts, { who: actor("staff"), params: { id: other, taskId } });
    expect(status).toBe(404);
    await database.db.pipelineRun.delete({ where: { id: other } });
  });
});
