import { afterAll, beforeEach, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import type { StreamEvent } from "@/lib/shared/pipeline-views";
import { closeQueue } from "../queue/boss";
import { createLook, lookBack } from "./live-feed";
import { createTestRun, createTestTask } from "./test-runs";

const database = useTestDatabase();
afterAll(closeQueue);
beforeEach(async () => {
  await database.db.pipelineRun.deleteMany();
});

function runsOf(events: readonly StreamEvent[]): string[] {
  return events.flatMap((event) =>
    event.name === "runs" ? event.data.runs.map(({ id, state }) => `${id} ${state}`) : [],
  );
}

const change = (id: string, data: { state?: "running" | "succeeded"; changedAt?: Date; progress?: number }) =>
  database.db.pipelineRun.update({
    where: { id },
    data: { changedAt: new Date(), ...(data.state === "succeeded" ? { finishedAt: new Date() } : {}), ...data },
  });

it("tells each change once, with the tasks, and nothing where nothing changes", async () => {
  const { db } = database;
  await createTestRun(db, { state: "failed" });
  const id = await createTestRun(db, { state: "running", pipeline: "train" });
  await createTestTask(db, id, { name: "fit", position: 0, state: "running" });
  const look = createLook(db);
  expect(runsOf(await look())).toEqual([`${id} running`]);
  expect(runsOf(await look())).toEqual([]);
  await change(id, { progress: 0.5 });
  const [told] = await look();
  expect(told).toMatchObject({ name: "runs", data: { runs: [{ id, progress: 0.5, tasks: [{ name: "fit" }] }] } });
  expect(runsOf(await look())).toEqual([]);
});

it("tells the end of a run whose last worker's clock is wrong by an hour", async () => {
  const { db } = database;
  const id = await createTestRun(db, { state: "running" });
  const look = createLook(db);
  await look();
  await change(id, { state: "succeeded", changedAt: new Date(Date.now() - 3_600_000) });
  expect(runsOf(await look())).toEqual([`${id} succeeded`]);
  expect(runsOf(await look())).toEqual([]);
});

it("tells the queues and the alerts when they have changed", async () => {
  const { db } = database;
  const look = createLook(db);
  const marks: string[] = [];
  for (let round = 0; round < 12; round++) {
    if (round === 7) await db.pipelineAlert.create({ data: { key: "late:etl", message: "late" } });
    for (const event of await look()) if (event.name === "mark") marks.push(event.data.mark);
  }
  expect(marks).toHaveLength(2);
});

it("tells somebody who comes back what they missed, and a newcomer what is under way", async () => {
  const { db } = database;
  const old = await createTestRun(db, { pipeline: "forecast" });
  await change(old, { changedAt: new Date(Date.now() - 5 * 60_000) });
  const running = await createTestRun(db, { state: "running" });
  expect(runsOf(await lookBack(db, null))).toEqual([`${running} running`]);
  const back = await lookBack(db, new Date(Date.now() - 6 * 60_000));
  expect(runsOf(back).sort()).toEqual([`${running} running`, `${old} succeeded`].sort());
  expect(back.map(({ name }) => name)).toEqual(["runs", "queue", "mark"]);
});
