import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { hurryQueues } from "@/jobs/pipelines/proof/engine-fixture";
import { startPipeline } from "@/jobs/pipelines/start";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import type { Actor } from "@/lib/server/auth/actor";
import { getRun } from "@/lib/server/pipelines/queries";
import { closeQueue } from "@/lib/server/queue/boss";
import { createActor, createGame } from "@/lib/server/sales/test-world";
import { POST as backfill } from "./backfill/route";
import { POST as cancelRun } from "./runs/[id]/cancel/route";
import { POST as rerun } from "./runs/[id]/rerun/route";
import { callRoute } from "./test-calls";

/** What routes leave for after their answer; outside of a server nobody takes it. */
const left = vi.hoisted((): (() => Promise<void>)[] => []);
vi.mock("next/server", async (load) => ({
  ...(await load<typeof import("next/server")>()),
  after: (work: () => Promise<void>) => left.push(work),
}));

const database = useTestDatabase();
let bucket: TestBucket;
let staff: Actor;

beforeAll(async () => {
  bucket = await startTestBucket();
  Object.assign(process.env, bucket.env, { PIPELINE_RUNNER: "inline", PIPELINE_SLICE_SECONDS: "20" });
  await hurryQueues(database);
  await createGame(database.db, { slug: "own", publisher: "one" });
  staff = await createActor(database.db, "staff", "Stefan");
});
afterAll(async () => {
  await closeQueue();
  await bucket.stop();
});

async function post(route: Parameters<typeof callRoute>[0], body?: unknown, params: Record<string, string> = {}) {
  const answer = await callRoute(route, { who: staff, method: "POST", params, ...(body ? { body } : {}) });
  expect(left).toHaveLength(1);
  await left.pop()?.();
  return answer;
}

describe("what staff ask for where no worker runs", () => {
  it("is done after the answer: a cancel ends the run, and clears up", async () => {
    const { id } = await startPipeline({ pipeline: "etl", date: "2026-03-10", requestedById: null }, database.db);
    const answer = await post(cancelRun, undefined, { id });
    expect(answer).toMatchObject({ status: 200, body: { isCancelling: true } });
    expect(await getRun(database.db, id)).toMatchObject({ state: "cancelled" });
    const cleared = await database.db.pipelineTask.findFirst({ where: { runId: id, name: "drop-staging" } });
    expect(cleared?.state).toBe("succeeded");

    expect(await post(rerun, { from: "failed" }, { id })).toMatchObject({ status: 200, body: { state: "running" } });
    expect(await getRun(database.db, id)).toMatchObject({ state: "succeeded" });
  });

  it("is a backfill, too", async () => {
    const { status, body } = await post(backfill, { pipeline: "etl", from: "2026-03-08", to: "2026-03-09" });
    expect(status).toBe(201);
    for (const { id } of body.items) expect(await getRun(database.db, id)).toMatchObject({ state: "succeeded" });
    expect(body.items).toHaveLength(2);
  });
});
