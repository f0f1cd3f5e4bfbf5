import { afterAll, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { closeQueue, getQueue, openQueue, queueOf } from "./boss";
import { getQueueState } from "./queue-state";

const database = useTestDatabase();
afterAll(closeQueue);

const stateOf = async (name: string) => (await getQueueState(database.db)).queues.find((queue) => queue.name === name);

it("counts what waits, works and failed at this moment", async () => {
  const boss = await getQueue();
  const name = queueOf("etl");
  expect(await stateOf(name)).toEqual({ name, ready: 0, deferred: 0, blocked: 0, active: 0, failed: 0 });
  await boss.send(name, { taskId: "1" });
  await boss.send(name, { taskId: "2" });
  await boss.send(name, { taskId: "3" }, { startAfter: 3600 });
  await boss.flow([
    { ref: "first", name, data: { taskId: "4" } },
    { ref: "then", name, data: { taskId: "5" }, dependsOn: ["first"] },
  ]);
  await boss.fetch(name);
  expect(await stateOf(name)).toEqual({ name, ready: 2, deferred: 1, blocked: 1, active: 1, failed: 0 });
});

it("shows the workers that live, and not those that were stopped", async () => {
  expect((await getQueueState(database.db)).workers).toEqual([]);
  await closeQueue();
  await openQueue("worker");
  await expect
    .poll(async () => (await getQueueState(database.db)).workers)
    .toMatchObject([{ pid: process.pid, isAlive: true }]);
  await closeQueue();
  expect((await getQueueState(database.db)).workers).toEqual([]);
});
