import { afterEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { listAttempts } from "@/lib/server/pipelines/details";
import { listTasks } from "@/lib/server/pipelines/queries";
import { closeQueue } from "@/lib/server/queue/boss";
import type { TaskHandler, TaskHandlers } from "./context";
import { PIPELINE_TASKS } from "./dags";
import { rerunTasks } from "./operate";
import { runHere } from "./run-here";

const database = useTestDatabase();
afterEach(closeQueue);

const input = { pipeline: "etl", date: "2026-03-10", requestedById: null, trigger: "cli", isForced: true } as const;
const nothing: TaskHandler = async () => ({ counts: {} });

/** Handlers of every task of the ETL that do nothing but what is given. */
function toHandlers(some: TaskHandlers): () => Promise<TaskHandlers> {
  const all = { ...Object.fromEntries(PIPELINE_TASKS.etl.map(({ name }) => [name, nothing])), ...some };
  return async () => all;
}

const run = (some: TaskHandlers, options: Partial<Parameters<typeof runHere>[1]> = {}) =>
  runHere(input, { db: database.db, storage: new MemoryStorage(), handlers: toHandlers(some), ...options });

async function statesOf(runId: string) {
  return Object.fromEntries((await listTasks(database.db, runId)).map(({ name, state }) => [name, state]));
}

describe("a run", () => {
  it("does its tasks in the order of their dependencies, hands outputs on and keeps its counts", async () => {
    const order: string[] = [];
    const tell =
      (name: string): TaskHandler =>
      async () => {
        order.push(name);
        return { counts: {} };
      };
    const { run: done } = await run({
      ...Object.fromEntries(PIPELINE_TASKS.etl.map(({ name }) => [name, tell(name)])),
      extract: async () => ({ counts: { days: 3 }, output: { from: "extract" } }),
      manifest: async (context) => ({
        counts: { games: 2, from: String((await context.outputsOf("extract"))[0]?.from) },
      }),
    });
    expect(done).toMatchObject({ state: "succeeded", progress: 1, counts: { games: 2, from: "extract" }, error: null });
    expect(order.indexOf("settle-orders")).toBe(0);
    expect(order.indexOf("files")).toBeGreaterThan(order.indexOf("stage"));
    expect(order.indexOf("drop-staging")).toBeGreaterThan(order.indexOf("files"));
  });

  it("retries a task that fails, writes each attempt down and goes on", async () => {
    let tries = 0;
    const { run: done } = await run({
      extract: async ({ log, attempt }) => {
        log(`attempt ${attempt}`);
        tries += 1;
        if (tries < 3) throw new Error(`try ${tries}`);
        return { counts: {} };
      },
    });
    expect(done.state).toBe("succeeded");
    const task = (await listTasks(database.db, done.id)).find(({ name }) => name === "extract");
    expect(task).toMatchObject({ attempt: 3, failures: 2, state: "succeeded", error: null });
    const attempts = await listAttempts(database.db, done.id, task?.id ?? "");
    expect(attempts.map(({ state, error, log }) => [state, error, log.map(({ text }) => text)])).toEqual([
      ["succeeded", null, ["attempt 3"]],
      ["failed", "try 2", ["attempt 2"]],
      ["failed", "try 1", ["attempt 1"]],
    ]);
  });

  it("ends as failed where a task is given up, does not begin what comes after, and still clears up", async () => {
    let isCleared = false;
    const { run: done } = await run({
      manifest: async () => Promise.reject(new Error("first line\n  the reason\n")),
      "drop-staging": async () => {
        isCleared = true;
        return { counts: {} };
      },
    });
    expect(done).toMatchObject({ state: "failed", error: "manifest: the reason", step: "" });
    expect(isCleared).toBe(true);
    expect(await statesOf(done.id)).toMatchObject({
      manifest: "failed",
      score: "upstream_failed",
      "drop-staging": "succeeded",
      "refresh-games": "succeeded",
    });
    const again = await rerunTasks(done.id, { from: "failed", requestedById: null }, database.db);
    expect(again.state).toBe("running");
    expect(await statesOf(done.id)).toMatchObject({ files: "succeeded", manifest: "pending", score: "pending" });
    await database.db.pipelineRun.update({ where: { id: done.id }, data: { state: "failed", finishedAt: new Date() } });
  }, 120_000);

  it("commits a task's effects with its end or not at all", async () => {
    let tries = 0;
    const { run: done } = await run({
      extract: async () => ({
        counts: {},
        commit: async (tx) => {
          tries += 1;
          await tx.tag.create({ data: { slug: `try-${tries}`, name: `try ${tries}` } });
          if (tries === 1) throw new Error("killed in the middle");
          return { tries };
        },
      }),
    });
    expect(done.state).toBe("succeeded");
    expect(await database.db.tag.findMany({ select: { slug: true } })).toEqual([{ slug: "try-2" }]);
  });
});
