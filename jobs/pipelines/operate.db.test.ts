import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { AppError } from "@/lib/server/errors";
import { getRun } from "@/lib/server/pipelines/queries";
import { closeQueue, openQueue } from "@/lib/server/queue/boss";
import { say } from "@/lib/shared/say";
import { listAffected } from "@/lib/shared/task-groups";
import type { TaskHandler, TaskHandlers } from "./context";
import { PIPELINE_TASKS } from "./dags";
import { drain } from "./drain";
import { cancelRun, rerunTasks } from "./operate";
import { createGate, hurryQueues, runOnce, statesOf, toHandlers } from "./proof/engine-fixture";
import { startPipeline } from "./start";

const database = useTestDatabase();
const forced = { input: { isForced: true } };
const NOBODY = { requestedById: null };
/** A cancelled run has ended by then. */
const CANCEL_MS = 10_000;

beforeAll(() => hurryQueues(database));
afterEach(closeQueue);

/** Works on a run here until it has ended. */
async function finish(runId: string, some: TaskHandlers) {
  const boss = await openQueue("command");
  const isIdleEnough = async () => (await getRun(database.db, runId)).state !== "running";
  const around = { db: database.db, storage: new MemoryStorage(), boss, worker: "test", isOver: () => false };
  await drain({ isIdleEnough }, { ...around, handlers: toHandlers(some) });
  return getRun(database.db, runId);
}

describe("a cancelled run", () => {
  it("stops the task under way, does not begin the others and still clears up", async () => {
    const cleared: string[] = [];
    const extract: TaskHandler = ({ runId, signal }) => {
      const ended = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")));
      });
      return cancelRun(runId, NOBODY, database.db).then(() => ended);
    };
    const { run } = await runOnce(
      database,
      {
        extract,
        "drop-staging": async ({ signal }) => {
          signal.throwIfAborted();
          cleared.push("staging");
          return { counts: {} };
        },
      },
      forced,
    );
    expect(run).toMatchObject({
      state: "cancelled",
      error: "it was cancelled before it was done",
      isCancelling: false,
    });
    const took = Date.parse(run.finishedAt ?? "") - Date.parse(run.startedAt ?? "");
    expect(took).toBeLessThan(CANCEL_MS);
    expect(cleared).toEqual(["staging"]);
    expect(await statesOf(run.id, database)).toMatchObject({
      "settle-orders": "succeeded",
      extract: "cancelled",
      files: "cancelled",
      score: "cancelled",
      "drop-staging": "succeeded",
    });
  });

  it("ends at once where its task waits for another attempt", async () => {
    const { db } = database;
    // As slow as retries get.
    await db.$executeRaw`UPDATE pgboss.queue SET retry_delay = 600, retry_delay_max = 600`;
    const failed = createGate();
    const extract: TaskHandler = async () => {
      failed.open();
      throw new Error("not now");
    };
    const cancelled = failed.passed.then(async () => {
      const isRetrying = { state: "retrying", name: "extract" } as const;
      await expect.poll(() => db.pipelineTask.count({ where: isRetrying }), { timeout: 20_000 }).toBe(1);
      const active = await db.pipelineRun.findFirstOrThrow({ where: { state: "running" } });
      await cancelRun(active.id, NOBODY, db);
    });
    const { run } = await runOnce(database, { extract }, forced);
    await cancelled;
    await db.$executeRaw`UPDATE pgboss.queue SET retry_delay = 1, retry_delay_max = 1`;
    expect(run.state).toBe("cancelled");
    const row = await db.pipelineRun.findUniqueOrThrow({ where: { id: run.id } });
    expect(Number(row.finishedAt) - Number(row.cancelledAt)).toBeLessThan(CANCEL_MS);
  });

  it("does not wait for another attempt of a task that fails in the moment of the cancel", async () => {
    const { db } = database;
    await db.$executeRaw`UPDATE pgboss.queue SET retry_delay = 600, retry_delay_max = 600`;
    const extract: TaskHandler = async ({ runId }) => {
      await cancelRun(runId, NOBODY, db);
      throw new Error("by itself, before it heard of the cancel");
    };
    const { run } = await runOnce(database, { extract }, forced);
    await db.$executeRaw`UPDATE pgboss.queue SET retry_delay = 1, retry_delay_max = 1`;
    expect(run.state).toBe("cancelled");
    expect(await statesOf(run.id, database)).toMatchObject({ extract: "failed", files: "cancelled" });
  });

  it("that has not begun never does, and one that has ended is a conflict", async () => {
    const { db } = database;
    const first = await startPipeline({ pipeline: "etl", date: "2026-01-05", ...NOBODY }, db);
    const second = await startPipeline({ pipeline: "train", date: "2026-01-05", ...NOBODY, ifBusy: "wait" }, db);
    expect([first.state, second.state]).toEqual(["running", "queued"]);
    expect(await cancelRun(second.id, NOBODY, db)).toMatchObject({
      state: "cancelled",
      error: "cancelled before it began",
    });
    expect((await finish(first.id, {})).state).toBe("succeeded");
    expect(await db.pipelineTask.count({ where: { runId: second.id } })).toBe(0);
    await expect(cancelRun(first.id, NOBODY, db)).rejects.toMatchObject({ code: "conflict" });
    await expect(cancelRun(crypto.randomUUID(), NOBODY, db)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("tasks done again", () => {
  it("are those that failed and all after them, with what they need cleared up before", async () => {
    const done: string[] = [];
    let isMended = false;
    const tell =
      (name: string): TaskHandler =>
      async () => {
        done.push(name);
        if (name === "files" && !isMended) throw new AppError("conflict", "no");
        return { counts: {} };
      };
    const handlers = Object.fromEntries(PIPELINE_TASKS.etl.map(({ name }) => [name, tell(name)]));
    const { run } = await runOnce(database, handlers, forced);
    expect(run.state).toBe("failed");
    isMended = true;
    done.length = 0;
    const again = await rerunTasks(run.id, { from: "failed", ...NOBODY }, database.db);
    expect(again).toMatchObject({ state: "running", finishedAt: null, error: null });
    expect(await finish(run.id, handlers)).toMatchObject({ state: "succeeded", error: null });
    // The files read the staging table, which the end of the run has dropped.
    expect(done.slice(0, 3)).toEqual(["stage", "files", "manifest"]);
    expect(done.toSorted()).toEqual(["drop-staging", "files", "manifest", "score", "stage"]);
    await expect(rerunTasks(run.id, { from: "failed", ...NOBODY }, database.db)).rejects.toThrow(
      say("errors.runNothingFailed"),
    );
  });

  it("are a named one and all after it; refused while it runs, or for a task that there is not", async () => {
    const done: string[] = [];
    const tell =
      (name: string): TaskHandler =>
      async () => {
        done.push(name);
        return { counts: {} };
      };
    const handlers = Object.fromEntries(PIPELINE_TASKS.etl.map(({ name }) => [name, tell(name)]));
    const { run } = await runOnce(database, handlers, forced);
    done.length = 0;
    const { db } = database;
    const from = (task: string) => rerunTasks(run.id, { from: { task }, ...NOBODY }, db);
    await expect(from("deploy")).rejects.toMatchObject({ code: "invalid_input" });
    await from("manifest");
    await expect(from("manifest")).rejects.toMatchObject({ code: "conflict" });
    expect((await finish(run.id, handlers)).state).toBe("succeeded");
    expect(done.toSorted()).toEqual(["drop-staging", "manifest", "score"]);
  });

  it("are written down with who asked, as a cancel is", async () => {
    const { db } = database;
    const staff = await db.user.create({ data: { email: "staff@test.example", name: "Staff" } });
    const by = { requestedById: staff.id };
    const { run } = await runOnce(database, {}, forced);
    await rerunTasks(run.id, { from: { task: "score" }, ...by }, db);
    await cancelRun(run.id, by, db);
    expect((await finish(run.id, {})).state).toBe("cancelled");
    const rows = await db.auditLog.findMany({ where: { entityId: run.id }, orderBy: { id: "asc" } });
    expect(rows).toMatchObject([
      { action: "pipeline.rerun", actorId: staff.id, data: { from: { task: "score" }, tasks: ["score"] } },
      { action: "pipeline.cancelled", actorId: staff.id },
    ]);
  });

  it("are found over dependencies and needs", () => {
    expect(listAffected(PIPELINE_TASKS.etl, ["manifest"])).toEqual(["manifest", "score", "drop-staging"]);
    expect(listAffected(PIPELINE_TASKS.etl, ["files"])).toContain("stage");
    expect(listAffected(PIPELINE_TASKS.etl, ["extract"])).toHaveLength(PIPELINE_TASKS.etl.length - 1);
  });
});
