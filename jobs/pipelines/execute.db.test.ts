import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { createRun } from "@/lib/server/pipelines/commands";
import { findLease } from "@/lib/server/pipelines/lease";
import { getRun, listTasks } from "@/lib/server/pipelines/queries";
import type { PipelineRunner } from "./context";
import { executeNew, type Surroundings } from "./execute";
import { workJob } from "./work-job";

const database = useTestDatabase();
const input = { pipeline: "etl", day: "2026-03-10", gameSlug: null, trigger: "cli", requestedById: null } as const;
const quick: PipelineRunner = async () => ({ counts: { games: 3 }, failures: 0 });
const around = (over: Partial<Surroundings> = {}): Surroundings => ({
  db: database.db,
  storage: new MemoryStorage(),
  databaseUrl: database.url,
  runner: quick,
  ...over,
});

function defer<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A pipeline that works until it is let go. */
function createGate() {
  const gate = defer<void>();
  const started = defer<void>();
  const runner: PipelineRunner = async ({ signal }) => {
    started.resolve();
    await gate.promise;
    signal.throwIfAborted();
    return { counts: {}, failures: 0 };
  };
  return { runner, started: started.promise, open: () => gate.resolve() };
}

describe("a run", () => {
  it("keeps its end: counts, failed games, an error in one line", async () => {
    const { run, text } = await executeNew(
      input,
      around({ runner: async () => ({ counts: { a: 1 }, failures: 2, text: "t" }) }),
    );
    expect([run.state, run.counts, run.progress, text]).toEqual(["succeeded_with_failures", { a: 1 }, 1, "t"]);
    const failed = await executeNew(
      input,
      around({
        runner: async ({ phase, report }) => {
          report({ done: 0.5, step: "half" });
          return phase("load", () => Promise.reject(new Error("first line\n  the reason\n")));
        },
      }),
    );
    expect(failed.run).toMatchObject({ state: "failed", error: "the reason", step: "" });
    expect(failed.run.finishedAt).not.toBeNull();
    const { items } = await listTasks(database.db, failed.run.id, { limit: 10 });
    expect(items).toMatchObject([{ name: "load", state: "failed", error: "the reason" }]);
  });

  it("is the only one of eight that are started at once", async () => {
    const gate = createGate();
    const refusals: unknown[] = [];
    const started = Array.from({ length: 8 }, () =>
      executeNew(input, around({ runner: gate.runner })).catch((error: unknown) => void refusals.push(error)),
    );
    await expect.poll(() => refusals.length, { timeout: 20_000 }).toBe(7);
    expect(await database.db.pipelineRun.count({ where: { state: "running" } })).toBe(1);
    gate.open();
    await Promise.all(started);
    expect(refusals).toMatchObject(Array.from({ length: 7 }, () => ({ code: "conflict" })));
  });

  it("is refused while another works, by the other's name", async () => {
    const gate = createGate();
    const first = executeNew(input, around({ runner: gate.runner }));
    await gate.started;
    const [active] = await database.db.pipelineRun.findMany({ where: { state: "running" } });
    await expect(executeNew(input, around())).rejects.toThrow(`etl is already running (run ${active?.id}`);
    gate.open();
    expect((await first).run.state).toBe("succeeded");
  });

  it("may run beside a run of another pipeline", async () => {
    const gate = createGate();
    const first = executeNew(input, around({ runner: gate.runner }));
    await gate.started;
    expect((await executeNew({ ...input, pipeline: "train" }, around())).run.state).toBe("succeeded");
    gate.open();
    await first;
  });

  it("ends as cancelled where its process is told to stop", async () => {
    const gate = createGate();
    const stop = new AbortController();
    const running = executeNew(input, around({ runner: gate.runner, signal: stop.signal }));
    await gate.started;
    stop.abort();
    gate.open();
    expect((await running).run.state).toBe("cancelled");
  });
});

describe("a dead run", () => {
  const createDead = () => createRun(input, "running", database.db);

  it("is taken over at once: it failed, and a new one runs", async () => {
    const deadId = await createDead();
    await database.db.pipelineTask.create({ data: { runId: deadId, name: "extract", state: "running" } });
    expect((await executeNew(input, around())).run.state).toBe("succeeded");
    expect(await getRun(database.db, deadId)).toMatchObject({ state: "failed", error: "the process was killed" });
    const { items } = await listTasks(database.db, deadId, { limit: 10 });
    expect(items).toMatchObject([{ state: "failed", error: "the process was killed" }]);
  });

  it("is left alone while its process holds the lease and speaks, and taken over when it is silent for a minute", async () => {
    const silentId = await createDead();
    const lost = defer<Error>();
    const lease = await findLease(database.url, "etl", lost.resolve);
    expect(lease).not.toBeNull();
    await expect(executeNew(input, around())).rejects.toMatchObject({ code: "conflict" });
    await database.db.pipelineRun.update({
      where: { id: silentId },
      data: { heartbeatAt: new Date(Date.now() - 61_000) },
    });
    expect((await executeNew(input, around())).run.state).toBe("succeeded");
    expect(await lost.promise).toBeInstanceOf(Error);
    expect(await getRun(database.db, silentId)).toMatchObject({ state: "failed" });
    await lease?.release();
  });

  it("cannot write its end over the verdict when it wakes up", async () => {
    const gate = createGate();
    const running = executeNew(input, around({ runner: gate.runner }));
    await gate.started;
    const [row] = await database.db.pipelineRun.findMany({ where: { state: "running" } });
    const verdict = { state: "failed", error: "the process was killed", finishedAt: new Date() } as const;
    await database.db.pipelineRun.update({ where: { id: row?.id ?? "" }, data: verdict });
    gate.open();
    expect((await running).run).toMatchObject({ state: "failed", error: "the process was killed" });
  });
});

describe("a job", () => {
  it("does the queued run once, however often it comes", async () => {
    const runId = await createRun(input, "queued", database.db);
    let runs = 0;
    const counting = around({
      runner: async () => {
        runs++;
        return { counts: {}, failures: 0 };
      },
    });
    await workJob({ runId }, counting);
    await workJob({ runId }, counting);
    expect(runs).toBe(1);
    expect((await getRun(database.db, runId)).state).toBe("succeeded");
  });

  it("whose worker was killed in the middle is done by a new run", async () => {
    const runId = await createRun({ ...input, trigger: "staff" }, "queued", database.db);
    await database.db.pipelineRun.update({ where: { id: runId }, data: { state: "running", startedAt: new Date() } });
    await workJob({ runId }, around());
    expect((await getRun(database.db, runId)).state).toBe("failed");
    const [latest] = await database.db.pipelineRun.findMany({ orderBy: { createdAt: "desc" }, take: 1 });
    expect(latest).toMatchObject({ state: "succeeded", trigger: "staff" });
  });

  it("of the schedule works on yesterday and leaves a run alone that is under way", async () => {
    await workJob({ due: "forecast" }, around());
    const [latest] = await database.db.pipelineRun.findMany({ where: { pipeline: "forecast" } });
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    expect([latest?.day.toISOString().slice(0, 10), latest?.trigger]).toEqual([yesterday, "cron"]);
    const gate = createGate();
    const first = executeNew(input, around({ runner: gate.runner }));
    await gate.started;
    await workJob({ due: "etl" }, around());
    gate.open();
    expect((await first).run.state).toBe("succeeded");
  });
});
