import { afterAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { cronOf, PIPELINES } from "@/lib/shared/pipelines";
import { inTransaction } from "../db";
import { closeQueue, enqueueRun, getQueue, type PipelineJob, startQueueWorker } from "./pipeline-queue";

const database = useTestDatabase();
afterAll(closeQueue);

const send = async (runId: string) => {
  const queue = await getQueue();
  await inTransaction(database.db, (tx) => enqueueRun(queue, runId, tx));
};

describe("the worker's end of the queue", () => {
  it("hands out each job once, one at a time and in order, and keeps the nights", async () => {
    const done: PipelineJob[] = [];
    let busy = 0;
    const worker = await startQueueWorker(async (job) => {
      expect(++busy).toBe(1);
      await database.db.pipelineRun.count();
      done.push(job);
      busy--;
    });
    const runIds = Array.from({ length: 3 }, () => crypto.randomUUID());
    for (const runId of runIds) await send(runId);
    await expect.poll(() => done.length, { timeout: 30_000 }).toBe(3);
    expect(done).toEqual(runIds.map((runId) => ({ runId })));
    const schedules = await (await getQueue()).getSchedules();
    expect(schedules.map(({ key, cron, timezone }) => [key, cron, timezone]).sort()).toEqual(
      PIPELINES.map((pipeline) => [pipeline, cronOf(pipeline), "UTC"]).sort(),
    );
    await worker.stop(5_000);
  });

  it("waits for the job under way when it is stopped, and leaves the others in the queue", async () => {
    let isDone = false;
    let hasBegun = false;
    const worker = await startQueueWorker(async () => {
      hasBegun = true;
      await database.db.$queryRaw`SELECT pg_sleep(0.3)::text`;
      isDone = true;
    });
    await send(crypto.randomUUID());
    await send(crypto.randomUUID());
    await expect.poll(() => hasBegun, { timeout: 30_000 }).toBe(true);
    await worker.stop(10_000);
    expect(isDone).toBe(true);
    const waiting = await database.db
      .$queryRaw`SELECT 1 FROM pgboss.job WHERE name = 'pipelines' AND state = 'created'`;
    expect(waiting).toHaveLength(1);
  });
});
