import { afterEach, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { inTransaction } from "../db";
import { beatTask, updateProgress } from "./task-rows";
import { createTestRun, createTestTask } from "./test-runs";

const database = useTestDatabase();
afterEach(() => database.db.pipelineRun.deleteMany());

/** A run of four tasks of equal weight: one well done, one that failed half-way, one at work, one that waits. */
async function createHalfDone() {
  const { db } = database;
  const runId = await createTestRun(db, { state: "running" });
  await createTestTask(db, runId, { name: "extract", position: 0 });
  await createTestTask(db, runId, { name: "refresh", position: 1, state: "failed", attempts: ["failed"] });
  const taskId = await createTestTask(db, runId, {
    name: "files",
    position: 2,
    state: "running",
    attempts: ["running"],
  });
  await createTestTask(db, runId, { name: "score", position: 3, state: "pending", attempts: [] });
  await db.pipelineTask.updateMany({ where: { runId, state: "pending" }, data: { progress: 0 } });
  const read = () => db.pipelineRun.findUniqueOrThrow({ where: { id: runId } });
  return { runId, taskId, read };
}

it("counts what needs no more work as done, also where it failed, after a task's end and with every beat alike", async () => {
  const { db } = database;
  const { runId, taskId, read } = await createHalfDone();
  await inTransaction(db, (tx) => updateProgress(runId, tx));
  expect(await read()).toMatchObject({ progress: (1 + 1 + 0.5 + 0) / 4, step: "files" });
  await beatTask({ id: taskId, runId, number: 1, progress: 0.5, log: null }, db);
  expect(await read()).toMatchObject({ progress: (1 + 1 + 0.5 + 0) / 4, step: "files" });
  await beatTask({ id: taskId, runId, number: 1, progress: 0.9, log: null }, db);
  expect((await read()).progress).toBeCloseTo((1 + 1 + 0.9 + 0) / 4);
});

it("leaves the run as it is where a beat comes from an attempt of before", async () => {
  const { db } = database;
  const { runId, taskId, read } = await createHalfDone();
  await inTransaction(db, (tx) => updateProgress(runId, tx));
  const before = await read();
  await beatTask({ id: taskId, runId, number: 7, progress: 0.9, log: null }, db);
  expect(await read()).toEqual(before);
});
