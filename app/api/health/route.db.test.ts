import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { checkHealth } from "@/lib/server/health/queries";
import { createRun, finishRun } from "@/lib/server/pipelines/commands";
import { listLastGoodRuns } from "@/lib/server/pipelines/queries";
import { PIPELINES } from "@/lib/shared/pipelines";
import { GET } from "./route";

const database = useTestDatabase();
// Time enough for a busy machine; what is to be slow is silent for ever.
const probes = { ping: async () => {}, listLastGoodRuns: () => listLastGoodRuns(database.db), timeoutMs: 30_000 };

describe("health", () => {
  it("is degraded before the pipelines have run, ok after, degraded again when one is late", async () => {
    const now = new Date();
    expect(await checkHealth(now, probes)).toMatchObject({ status: "degraded", database: "up", storage: "up" });
    for (const pipeline of PIPELINES) {
      const input = { pipeline, day: "2026-03-10", gameSlug: null, trigger: "cron", requestedById: null } as const;
      const good = await createRun(input, "running", database.db);
      await finishRun(good, { state: "succeeded_with_failures", counts: {}, error: null }, database.db);
    }
    const health = await checkHealth(now, probes);
    expect(health).toMatchObject({ status: "ok", pipelines: { etl: { isLate: false, ageHours: 0 } } });
    const later = await checkHealth(new Date(now.getTime() + 31 * 3_600_000), probes);
    expect(later).toMatchObject({
      status: "degraded",
      pipelines: { etl: { isLate: true, ageHours: 31 }, train: { isLate: false }, forecast: { isLate: true } },
    });
  });

  it("does not count failed runs", async () => {
    const input = { pipeline: "etl", day: "2026-03-11", gameSlug: null, trigger: "cron", requestedById: null } as const;
    const before = await listLastGoodRuns(database.db);
    const bad = await createRun(input, "running", database.db);
    await finishRun(bad, { state: "failed", counts: {}, error: "no" }, database.db);
    expect(await listLastGoodRuns(database.db)).toEqual(before);
  });

  it("is down, within seconds, where an engine hangs or fails", async () => {
    const silent = { ...probes, timeoutMs: 50, listLastGoodRuns: () => new Promise<never>(() => undefined) };
    expect(await checkHealth(new Date(), silent)).toMatchObject({ status: "down", database: "down", pipelines: null });
    const refusing = { ...probes, ping: () => Promise.reject(new Error("ECONNREFUSED")) };
    expect(await checkHealth(new Date(), refusing)).toMatchObject({ status: "down", storage: "down", database: "up" });
  });

  it("answers 503 where PostgreSQL and the bucket cannot be reached, to everybody", async () => {
    Object.assign(process.env, {
      DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none",
      S3_ENDPOINT: "http://127.0.0.1:1",
      S3_ACCESS_KEY_ID: "x",
      S3_SECRET_ACCESS_KEY: "x",
    });
    const response = await GET();
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: "down", database: "down", storage: "down", pipelines: null });
  });
});
