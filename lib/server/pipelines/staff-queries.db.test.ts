import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { Actor } from "../auth/actor";
import { closeQueue } from "../queue/boss";
import {
  getOperations,
  getStaffRun,
  listPipelineHealth,
  listStaffAlerts,
  listStaffRunGames,
  listStaffRuns,
} from "./staff-queries";
import { createTestGames, createTestRun, createTestTask } from "./test-runs";

const database = useTestDatabase();
const actorOf = (role: Actor["role"]): Actor => ({
  userId: "",
  sessionId: "",
  role,
  name: role,
  email: `${role}@x.example`,
  currency: null,
});
const staff = actorOf("staff");
let runId = "";

const TITLES = ["Ninth 100% Winter", "Quiet River", "River, the Last", "Émber", "Zoo"];

beforeAll(async () => {
  const { db } = database;
  const publisher = await db.publisher.create({ data: { slug: "one", name: "One" } });
  const games = await Promise.all(
    TITLES.map((title, index) =>
      db.game.create({ data: { slug: `game-${index}`, title, publisherId: publisher.id, developer: "d" } }),
    ),
  );
  runId = await createTestRun(db, { state: "succeeded_with_failures" });
  await db.pipelineRun.update({ where: { id: runId }, data: { finishedAt: new Date() } });
  await createTestTask(db, runId, { name: "extract", position: 0 });
  for (const shard of [0, 1]) {
    const taskId = await createTestTask(db, runId, { name: "files", position: 1, shard, isMapped: true });
    const own = games.filter((_, index) => index % 2 === shard);
    const rows = own.map((game, index) =>
      index === 0
        ? ({ gameId: game.id, state: "failed", error: "the bucket_refused the file" } as const)
        : ({ gameId: game.id, state: index === 1 ? "succeeded" : "skipped" } as const),
    );
    await createTestGames(db, { runId, taskId }, rows);
  }
});
afterAll(closeQueue);

type Filter = Partial<Parameters<typeof listStaffRunGames>[2]>;

async function find(filter: Filter): Promise<string[]> {
  const { items } = await listStaffRunGames(staff, runId, { limit: 10, ...filter }, database.db);
  return items.map(({ game }) => game.slug);
}

describe("the games of a run", () => {
  it("are found by a part of the title, the slug or the error, whatever the case", async () => {
    expect(await find({ q: "river" })).toEqual(["game-1", "game-2"]);
    expect(await find({ q: "GAME-4" })).toEqual(["game-4"]);
    expect(await find({ q: "refused" })).toEqual(["game-0", "game-1"]);
    expect(await find({ q: "nothing like it" })).toEqual([]);
  });

  it("take wildcards as text", async () => {
    expect(await find({ q: "100%" })).toEqual(["game-0"]);
    expect(await find({ q: "%" })).toEqual(["game-0"]);
    expect(await find({ q: "bucket_" })).toEqual(["game-0", "game-1"]);
    expect(await find({ q: "game_" })).toEqual([]);
  });

  it("are filtered by state and task", async () => {
    expect(await find({ state: "failed" })).toEqual(["game-0", "game-1"]);
    expect(await find({ state: "skipped", task: "files" })).toEqual(["game-4"]);
    expect(await find({ task: "extract" })).toEqual([]);
  });

  it("come page by page, each once and by title", async () => {
    const whole = await find({});
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listStaffRunGames(staff, runId, { limit: 2, cursor }, database.db);
      seen.push(...page.items.map(({ game }) => game.slug));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole);
    expect([...seen].sort()).toEqual(TITLES.map((_, index) => `game-${index}`));
  });

  const withNul = JSON.stringify(["a\0", crypto.randomUUID(), "1"]);
  it.each(["nonsense", "bnVsbA", ...['["a","b","c"]', withNul].map((text) => Buffer.from(text).toString("base64url"))])(
    "refuse the cursor %s",
    async (cursor) => {
      await expect(find({ cursor })).rejects.toMatchObject({ code: "invalid_input" });
    },
  );
});

describe("a run", () => {
  it("comes with its tasks, the times of its attempts and the totals of its games", async () => {
    const run = await getStaffRun(staff, runId, database.db);
    expect(run.tasks.map(({ name, shard }) => `${name} ${shard}`)).toEqual(["extract 0", "files 0", "files 1"]);
    expect(run.attempts).toHaveLength(3);
    expect(run.attempts[0]).not.toHaveProperty("log");
    expect(run.games).toEqual({ files: { succeeded: 2, skipped: 1, failed: 2 } });
  });

  it("stands in the list with its shards taken together", async () => {
    const { items } = await listStaffRuns(staff, { limit: 5 }, database.db);
    expect(items.map(({ id }) => id)).toEqual([runId]);
    expect(items[0]?.tasks).toMatchObject([
      { name: "extract", shards: 1, state: "succeeded" },
      { name: "files", shards: 2, ended: 2 },
    ]);
  });

  it("that does not exist, or an id that is none, is not_found", async () => {
    const missing = { code: "not_found" };
    const id = "11111111-1111-4111-8111-111111111111";
    await expect(getStaffRun(staff, id, database.db)).rejects.toMatchObject(missing);
    await expect(getStaffRun(staff, "1 or 1=1", database.db)).rejects.toMatchObject(missing);
    await expect(listStaffRunGames(staff, id, { limit: 5 }, database.db)).rejects.toMatchObject(missing);
  });
});

describe("the health", () => {
  it("tells a fresh pipeline from those that never ran", async () => {
    const health = await listPipelineHealth(staff, database.db);
    expect(health.map(({ pipeline, isLate }) => [pipeline, isLate])).toEqual([
      ["etl", false],
      ["train", true],
      ["forecast", true],
    ]);
  });

  it("shows the alerts that have not recovered; its mark changes with them and with the schedules", async () => {
    const { db } = database;
    const before = await getOperations(staff, db);
    expect(before.alerts).toEqual([]);
    await db.pipelineAlert.create({ data: { key: "late:etl", message: "Sales ETL is late" } });
    await db.pipelineAlert.create({ data: { key: "late:train", message: "was late", recoveredAt: new Date() } });
    const raised = await getOperations(staff, db);
    expect(raised.alerts.map(({ message }) => message)).toEqual(["Sales ETL is late"]);
    await db.pipelineSchedule.create({ data: { pipeline: "train", isPaused: true } });
    const paused = await getOperations(staff, db);
    expect(new Set([before.mark, raised.mark, paused.mark]).size).toBe(3);
  });
});

it.each(["shopper", "publisher"] as const)("nothing of it is there for a %s", async (role) => {
  const { db } = database;
  const actor = actorOf(role);
  const missing = { code: "not_found" };
  await expect(listPipelineHealth(actor, db)).rejects.toMatchObject(missing);
  await expect(getOperations(actor, db)).rejects.toMatchObject(missing);
  await expect(listStaffAlerts(actor, db)).rejects.toMatchObject(missing);
  await expect(listStaffRuns(actor, { limit: 5 }, db)).rejects.toMatchObject(missing);
  await expect(getStaffRun(actor, runId, db)).rejects.toMatchObject(missing);
  await expect(listStaffRunGames(actor, runId, { limit: 5 }, db)).rejects.toMatchObject(missing);
});
