import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { toDate } from "@/lib/shared/day";
import type { Actor } from "../auth/actor";
import { getStaffRun, listPipelineHealth, listStaffRuns, listStaffTasks } from "./staff-queries";

const database = useTestDatabase();
const actorOf = (role: Actor["role"]): Actor => ({
  userId: "",
  sessionId: "",
  role,
  name: role,
  email: `${role}@x.example`,
});
const staff = actorOf("staff");
let runId = "";

beforeAll(async () => {
  const { db } = database;
  const publisher = await db.publisher.create({ data: { slug: "one", name: "One" } });
  const data = { slug: "winter", title: "Ninth 100% Winter", publisherId: publisher.id, developer: "d" };
  const game = await db.game.create({ data });
  const run = await db.pipelineRun.create({
    data: { pipeline: "etl", day: toDate("2026-03-31"), trigger: "cron", state: "succeeded", finishedAt: new Date() },
  });
  runId = run.id;
  await db.pipelineTask.createMany({
    data: [
      { runId, name: "extract", state: "succeeded" },
      { runId, name: "game", gameId: game.id, state: "failed", error: "the bucket refused the file" },
      { runId, name: "game", state: "skipped", error: "no sales" },
    ],
  });
});

async function find(q: string): Promise<string[]> {
  const { items } = await listStaffTasks(staff, runId, { limit: 10, q }, database.db);
  return items.map(({ state }) => state);
}

describe("the tasks of a run", () => {
  it("are found by the game's title, the task's name or a part of the error, whatever the case", async () => {
    expect(await find("ninth")).toEqual(["failed"]);
    expect(await find("EXTR")).toEqual(["succeeded"]);
    expect(await find("no sales")).toEqual(["skipped"]);
    expect(await find("nothing like it")).toEqual([]);
  });

  it("take wildcards as text", async () => {
    expect(await find("100%")).toEqual(["failed"]);
    expect(await find("%")).toEqual(["failed"]);
    expect(await find("_")).toEqual([]);
  });

  it("are counted by state, and filtered by it", async () => {
    const { taskCounts } = await getStaffRun(staff, runId, database.db);
    expect(taskCounts).toEqual({ running: 0, succeeded: 1, skipped: 1, failed: 1 });
    const { items } = await listStaffTasks(staff, runId, { limit: 10, state: "failed" }, database.db);
    expect(items.map(({ game }) => game?.slug)).toEqual(["winter"]);
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
});

it.each(["shopper", "publisher"] as const)("nothing of it is there for a %s", async (role) => {
  const { db } = database;
  const actor = actorOf(role);
  const missing = { code: "not_found" };
  await expect(listPipelineHealth(actor, db)).rejects.toMatchObject(missing);
  await expect(listStaffRuns(actor, { limit: 5 }, db)).rejects.toMatchObject(missing);
  await expect(getStaffRun(actor, runId, db)).rejects.toMatchObject(missing);
  await expect(listStaffTasks(actor, runId, { limit: 5 }, db)).rejects.toMatchObject(missing);
});

it("a run that does not exist, or an id that is none, is not_found", async () => {
  const missing = { code: "not_found" };
  await expect(getStaffRun(staff, "11111111-1111-4111-8111-111111111111", database.db)).rejects.toMatchObject(missing);
  await expect(getStaffRun(staff, "1 or 1=1", database.db)).rejects.toMatchObject(missing);
});
