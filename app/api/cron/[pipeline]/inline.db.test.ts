import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { hurryQueues, taskOf } from "@/jobs/pipelines/proof/engine-fixture";
import { createShop } from "@/jobs/pipelines/proof/shop";
import { type Doorkeeper, startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import { closeQueue } from "@/lib/server/queue/boss";
import { GET as drain } from "../drain/route";
import { GET } from "./route";

const GAMES = 60;
const database = useTestDatabase();
const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
let bucket: TestBucket;

beforeAll(async () => {
  bucket = await startTestBucket();
  Object.assign(process.env, bucket.env, { PIPELINE_RUNNER: "inline", PIPELINE_SLICE_SECONDS: "1" });
  await hurryQueues(database);
  await createShop(database.db, { games: GAMES, days: 5, lastDay: "2026-03-10", isOneSided: true });
});
afterAll(async () => {
  await closeQueue();
  await bucket.stop();
});

async function call(pipeline: string) {
  const request = new Request(`http://localhost/api/cron/${pipeline}`, { headers });
  const response = await GET(request, { params: Promise.resolve({ pipeline }) });
  return { status: response.status, body: await response.json() };
}

async function callDrain() {
  const request = new Request("http://localhost/api/cron/drain", { headers });
  const response = await drain(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

/** A bucket so slow that a slice is over before two chunks of files are written. */
const slowDoor: Doorkeeper = ({ method }) =>
  new Promise((resolve) => setTimeout(() => resolve("none"), method === "PUT" ? 250 : 0));

describe("GET /api/cron/[pipeline] where requests do the work", () => {
  it("works for its slice and leaves the rest, the drain goes on until all is done", async () => {
    bucket.setDoorkeeper(slowDoor);
    const { status, body } = await call("etl");
    expect(status).toBe(202);
    expect(body.run).toMatchObject({ pipeline: "etl", state: "running", trigger: "cron" });
    const { id } = body.run;
    let answer = await callDrain();
    for (let calls = 1; answer.status === 202 && calls < 60; calls++) answer = await callDrain();
    bucket.setDoorkeeper(null);
    expect(answer).toEqual({ status: 200, body: { running: 0 } });
    const run = await database.db.pipelineRun.findUniqueOrThrow({ where: { id } });
    expect(run).toMatchObject({ state: "succeeded", counts: { games: GAMES, failed: 0 } });
    // A slice that was over is no failure.
    expect(await database.db.pipelineTask.count({ where: { runId: id, failures: { gt: 0 } } })).toBe(0);
    expect(
      await database.db.pipelineAttempt.count({ where: { task: { runId: id }, state: "paused" } }),
    ).toBeGreaterThan(0);
    expect(await taskOf(id, "files", database)).toMatchObject({ state: "succeeded" });
  });

  it("answers with the whole run where the slice is enough, and with the same one when called again", async () => {
    const again = await call("etl");
    expect(again).toMatchObject({ status: 200, body: { run: { state: "succeeded", counts: { games: GAMES } } } });
    expect(await database.db.pipelineRun.count()).toBe(1);
  });

  it("says why a run failed", async () => {
    let { status, body } = await call("forecast");
    for (let calls = 0; status === 202 && calls < 60; calls++) ({ status, body } = await call("forecast"));
    expect(status).toBe(200);
    expect(body.run).toMatchObject({ state: "failed", error: expect.stringContaining("train") });
  });
});
