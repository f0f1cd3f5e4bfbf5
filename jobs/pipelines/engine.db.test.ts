import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { AppError } from "@/lib/server/errors";
import { listAttempts } from "@/lib/server/pipelines/details";
import { closeQueue, getQueue, queueOf } from "@/lib/server/queue/boss";
import type { TaskHandler } from "./context";
import { PIPELINE_TASKS } from "./dags";
import { rerunTasks } from "./operate";
import { createGate, hurryQueues, runOnce, statesOf, taskOf } from "./proof/engine-fixture";

const database = useTestDatabase();
const forced = { input: { isForced: true } };
beforeAll(() => hurryQueues(database));
afterEach(closeQueue);

describe("a run", () => {
  it("does its tasks in the order of their dependencies, hands outputs on and keeps its counts", async () => {
    const order: string[] = [];
    const tell =
      (name: string): TaskHandler =>
      async () => {
        order.push(name);
        return { counts: {} };
      };
    const { run } = await runOnce(database, {
      ...Object.fromEntries(PIPELINE_TASKS.etl.map(({ name }) => [name, tell(name)])),
      extract: async () => ({ counts: { days: 3 }, output: { from: "extract" } }),
      manifest: async (context) => ({
        counts: { games: 2, from: String((await context.outputsOf("extract"))[0]?.from) },
      }),
    });
    expect(run).toMatchObject({ state: "succeeded", progress: 1, counts: { games: 2, from: "extract" }, error: null });
    expect(order.indexOf("settle-orders")).toBe(0);
    expect(order.indexOf("files")).toBeGreaterThan(order.indexOf("stage"));
    expect(order.indexOf("drop-staging")).toBeGreaterThan(order.indexOf("files"));
  });

  it("retries a task that fails, writes each attempt down and goes on", async () => {
    let tries = 0;
    const extract: TaskHandler = async ({ log, attempt }) => {
      log(`attempt ${attempt}`);
      tries += 1;
      if (tries < 3) throw new Error(`try ${tries}`);
      return { counts: {} };
    };
    const { run } = await runOnce(database, { extract }, forced);
    expect(run.state).toBe("succeeded");
    const task = await taskOf(run.id, "extract", database);
    expect(task).toMatchObject({ attempt: 3, failures: 2, state: "succeeded", error: null });
    const attempts = await listAttempts(database.db, run.id, task.id);
    expect(attempts.map(({ state, error, log }) => [state, error, log.map(({ text }) => text)])).toEqual([
      ["succeeded", null, ["attempt 3"]],
      ["failed", "try 2", ["attempt 2"]],
      ["failed", "try 1", ["attempt 1"]],
    ]);
  });

  it("ends as failed where a task is given up, does not begin what comes after, and still clears up", async () => {
    let isCleared = false;
    const handlers = {
      manifest: async () => Promise.reject(new Error("first line\n  the reason\n")),
      "drop-staging": async () => {
        isCleared = true;
        return { counts: {} };
      },
    };
    const { run } = await runOnce(database, handlers, forced);
    expect(run).toMatchObject({ state: "failed", error: "manifest: the reason", step: "" });
    expect(isCleared).toBe(true);
    expect(await taskOf(run.id, "manifest", database)).toMatchObject({ attempt: 5, failures: 5 });
    expect(await statesOf(run.id, database)).toMatchObject({
      manifest: "failed",
      score: "upstream_failed",
      "drop-staging": "succeeded",
      "refresh-games": "succeeded",
    });
    const again = await rerunTasks(run.id, { from: "failed", requestedById: null }, database.db);
    expect(again.state).toBe("running");
    expect(await statesOf(run.id, database)).toMatchObject({
      files: "succeeded",
      manifest: "pending",
      score: "pending",
    });
    await database.db.pipelineRun.update({ where: { id: run.id }, data: { state: "failed", finishedAt: new Date() } });
  });

  it("does not try again what cannot be done, as the error says", async () => {
    const extract: TaskHandler = async () => {
      throw new AppError("invalid_input", "run the training first");
    };
    const { run } = await runOnce(database, { extract }, forced);
    expect(run).toMatchObject({ state: "failed", error: "extract: run the training first" });
    expect(await taskOf(run.id, "extract", database)).toMatchObject({ attempt: 1, state: "failed" });
  });

  it("goes on without an optional task that fails, and says so", async () => {
    let isForecast = false;
    const handlers = {
      "warm-start": async () => Promise.reject(new AppError("conflict", "no live model")),
      forecast: async () => {
        isForecast = true;
        return { counts: { games: 1 } };
      },
    };
    const { run } = await runOnce(database, handlers, { input: { pipeline: "forecast" } });
    expect(run).toMatchObject({ state: "succeeded_with_failures", error: null, counts: { games: 1 } });
    expect(isForecast).toBe(true);
    expect(await taskOf(run.id, "warm-start", database)).toMatchObject({ state: "failed", error: "no live model" });
  });
});

describe("a task's effects", () => {
  it("commit with its end or not at all", async () => {
    let tries = 0;
    const extract: TaskHandler = async () => ({
      counts: {},
      commit: async (tx) => {
        tries += 1;
        await tx.tag.create({ data: { slug: `try-${tries}`, name: `try ${tries}` } });
        if (tries === 1) throw new Error("killed in the middle");
        return { tries };
      },
    });
    const { run } = await runOnce(database, { extract }, forced);
    expect(run.state).toBe("succeeded");
    expect(await database.db.tag.findMany({ select: { slug: true } })).toEqual([{ slug: "try-2" }]);
  });

  it("are left out where another process took the task over meanwhile", async () => {
    const takenOver = createGate();
    const { db } = database;
    // What the queue does with the job of a process that it has not heard of.
    const loseClaim = async (runId: string) => {
      const { jobId } = await db.pipelineTask.findFirstOrThrow({ where: { runId, name: "extract" } });
      await (await getQueue()).fail(queueOf("etl"), jobId ?? "");
      await takenOver.passed;
    };
    const extract: TaskHandler = async ({ attempt, runId }) => {
      if (attempt === 2) takenOver.open();
      return {
        counts: { attempt },
        commit: async (tx) => {
          await tx.genre.create({ data: { slug: `by-${attempt}`, name: `by ${attempt}` } });
          if (attempt === 1) await loseClaim(runId);
          return undefined;
        },
      };
    };
    const { run } = await runOnce(database, { extract }, forced);
    expect(run.state).toBe("succeeded");
    expect(await db.genre.findMany({ select: { slug: true } })).toEqual([{ slug: "by-2" }]);
    const task = await taskOf(run.id, "extract", database);
    expect(task).toMatchObject({ attempt: 2, failures: 1, counts: { attempt: 2 } });
    const attempts = await listAttempts(db, run.id, task.id);
    expect(attempts.map(({ state }) => state)).toEqual(["succeeded", "lost"]);
  });
});
