import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import { pipelineRunSchema } from "@/lib/shared/pipelines";
import { GET } from "./route";

const database = useTestDatabase();
let bucket: TestBucket;

beforeAll(async () => {
  bucket = await startTestBucket();
  Object.assign(process.env, bucket.env, { PIPELINE_RUNNER: "inline" });
});
afterAll(() => bucket.stop());

async function call(pipeline: string) {
  const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
  const request = new Request(`http://localhost/api/cron/${pipeline}`, { headers });
  const response = await GET(request, { params: Promise.resolve({ pipeline }) });
  return { status: response.status, run: pipelineRunSchema.parse(await response.json()) };
}

describe("GET /api/cron/[pipeline] where runs are done inline", () => {
  it("answers with the finished run, and needs no queue", async () => {
    const { status, run } = await call("etl");
    expect(status).toBe(200);
    expect(run).toMatchObject({ pipeline: "etl", state: "succeeded", trigger: "cron", counts: { games: 0 } });
    const [row] = await database.db.$queryRaw<
      { queue: string | null }[]
    >`SELECT to_regnamespace('pgboss')::text AS queue`;
    expect(row?.queue).toBeNull();
  });

  it("says why a run failed", async () => {
    const { run } = await call("forecast");
    expect(run).toMatchObject({ state: "failed", error: expect.stringContaining("train") });
  });
});
