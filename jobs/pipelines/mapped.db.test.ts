import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { listAttempts } from "@/lib/server/pipelines/details";
import { getRun, listTasks } from "@/lib/server/pipelines/queries";
import { closeQueue, getQueue, openQueue, queueOf } from "@/lib/server/queue/boss";
import type { TaskContext, TaskHandler } from "./context";
import { isInShard } from "./dags";
import { drain } from "./drain";
import { rerunTasks } from "./operate";
import { createGames, createGate, hurryQueues, runOnce, taskOf, toHandlers } from "./proof/engine-fixture";
import { startPipeline } from "./start";

/** Three shards. */
const GAMES = 120;

const database = useTestDatabase();
let gameIds: string[];
beforeAll(async () => {
  await hurryQueues(database);
  gameIds = await createGames(database.db, GAMES);
});
afterEach(closeQueue);

type Doing = (gameId: string, context: TaskContext) => void;

/** A mapped task that writes down, in the transaction of each chunk, which games it has done. */
function createFiles(doing: Doing, done: string[]): TaskHandler {
  return async (context) => {
    const games = gameIds.filter((id) => isInShard(id, context.shard)).map((gameId) => ({ gameId }));
    const totals = await context.mapGames(games, { chunk: 8, parallel: 2 }, async (chunk) => {
      for (const { gameId } of chunk) doing(gameId, context);
      return {
        outcomes: chunk.map(({ gameId }) => ({ gameId, state: "succeeded", counts: { n: 1 }, output: { of: gameId } })),
        commit: async () => {
          done.push(...chunk.map(({ gameId }) => gameId));
        },
      };
    });
    return { counts: { ...totals } };
  };
}

const countRows = async (runId: string, state: "succeeded" | "failed") =>
  database.db.pipelineGame.count({ where: { runId, state } });

describe("a mapped task", () => {
  it("blames only the games that fail, tries them alone again, sets them aside in the end; and does just them when retried", async () => {
    const [poisoned = "", once = ""] = [gameIds[3], gameIds[70]];
    let isMended = false;
    let hasFailedOnce = false;
    const done: string[] = [];
    const files = createFiles((gameId) => {
      if (gameId === poisoned && !isMended) throw new Error("its price is no number");
      if (gameId !== once || hasFailedOnce) return;
      hasFailedOnce = true;
      throw new Error("a moment's weakness");
    }, done);
    const { run } = await runOnce(database, { files });
    expect(run).toMatchObject({ state: "succeeded_with_failures", error: null });
    expect(run.counts).toMatchObject({ done: GAMES - 1, failed: 1 });
    // Nothing else was done twice, whatever shared its chunk.
    expect(done.toSorted()).toEqual(gameIds.filter((id) => id !== poisoned));
    const shards = (await listTasks(database.db, run.id)).filter(({ name }) => name === "files");
    expect(shards).toHaveLength(3);
    expect(shards.map(({ attempt }) => attempt).toSorted()).toEqual([1, 1, 5]);
    const failed = await database.db.pipelineGame.findMany({ where: { runId: run.id, state: "failed" } });
    expect(failed).toMatchObject([{ gameId: poisoned, attempt: 5, error: "its price is no number" }]);

    isMended = true;
    done.length = 0;
    await rerunTasks(run.id, { from: "failed", requestedById: null }, database.db);
    const boss = await openQueue("command");
    const isIdleEnough = async () => (await getRun(database.db, run.id)).state !== "running";
    const around = { db: database.db, storage: new MemoryStorage(), boss, worker: "test", isOver: () => false };
    await drain({ isIdleEnough }, { ...around, handlers: toHandlers({ files }) });
    expect(done).toEqual([poisoned]);
    expect(await getRun(database.db, run.id)).toMatchObject({ state: "succeeded" });
    expect(await countRows(run.id, "succeeded")).toBe(GAMES);
  });

  it("goes on in another process where it was paused: no game twice, and no failure", async () => {
    const done: string[] = [];
    const boss = await openQueue("command");
    const asked = { pipeline: "etl", date: "2026-03-11", requestedById: null, trigger: "cli" } as const;
    const { id } = await startPipeline(asked, database.db);
    const around = {
      db: database.db,
      storage: new MemoryStorage(),
      boss,
      handlers: toHandlers({ files: createFiles(() => undefined, done) }),
    };
    const isDone = async () => (await getRun(database.db, id)).state !== "running";
    for (let slice = 0; slice < 40 && !(await isDone()); slice++) {
      const before = done.length;
      // Each slice is over after its first chunk of games.
      const isOver = () => done.length > before;
      await drain({ isIdleEnough: isDone }, { ...around, worker: `slice-${slice}`, isOver });
    }
    expect(await getRun(database.db, id)).toMatchObject({ state: "succeeded", counts: { done: GAMES, failed: 0 } });
    expect(done.toSorted()).toEqual(gameIds);
    const shards = (await listTasks(database.db, id)).filter(({ name }) => name === "files");
    expect(shards.every(({ failures, attempt }) => failures === 0 && attempt > 1)).toBe(true);
    const [first] = await listAttempts(database.db, id, shards[0]?.id ?? "").then((attempts) => attempts.toReversed());
    expect(first).toMatchObject({ state: "paused", error: null });
  });

  it("leaves nothing of a chunk that ends after the task was taken over", async () => {
    const takenOver = createGate();
    const { db } = database;
    const files: TaskHandler = async (context) => {
      if (context.shard.index !== 0) return { counts: {} };
      const { attempt, runId } = context;
      if (attempt === 2) takenOver.open();
      await context.mapGames([{ gameId: gameIds[0] ?? "" }], { chunk: 1, parallel: 1 }, async ([game]) => ({
        outcomes: [{ gameId: game?.gameId ?? "", state: "succeeded", counts: { attempt } }],
        commit: async (tx) => {
          await tx.genre.create({ data: { slug: `by-${attempt}`, name: `by ${attempt}` } });
          if (attempt !== 1) return;
          const { jobId } = await db.pipelineTask.findFirstOrThrow({ where: { runId, name: "files", shard: 0 } });
          await (await getQueue()).fail(queueOf("etl"), jobId ?? "");
          await takenOver.passed;
        },
      }));
      return { counts: {} };
    };
    const { run } = await runOnce(database, { files }, { input: { isForced: true } });
    expect(run.state).toBe("succeeded");
    expect(await db.genre.findMany({ select: { slug: true } })).toEqual([{ slug: "by-2" }]);
    expect(await db.pipelineGame.findMany({ where: { runId: run.id } })).toMatchObject([{ counts: { attempt: 2 } }]);
    expect(await taskOf(run.id, "files", database)).toMatchObject({ attempt: 2, failures: 1, state: "succeeded" });
  });
});
