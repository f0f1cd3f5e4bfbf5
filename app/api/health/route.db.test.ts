import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { checkHealth, readOperations } from "@/lib/server/health/queries";
import { listLastGoodRuns } from "@/lib/server/pipelines/queries";
import { setSchedule } from "@/lib/server/pipelines/schedules";
import { healthSchema } from "@/lib/shared/health";
import { PIPELINES, type Pipeline, type RunState } from "@/lib/shared/pipelines";
import { GET } from "./route";

const database = useTestDatabase();
// Time enough for a busy machine; what is to be slow is silent for ever.
const probes = { ping: async () => {}, readOperations: () => readOperations(database.db), timeoutMs: 30_000 };

const addRun = (pipeline: Pipeline, state: RunState, finishedAt: Date) =>
  database.db.pipelineRun.create({
    data: { pipeline, day: new Date("2026-03-10"), trigger: "cron", state, finishedAt },
  });

describe("health", () => {
  it("is degraded before the pipelines have run, ok after, degraded again when one is late", async () => {
    const now = new Date();
    expect(await checkHealth(now, probes)).toMatchObject({ status: "degraded", database: "up", storage: "up" });
    for (const pipeline of PIPELINES) {
      await addRun(pipeline, "succeeded_with_failures", now);
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
    const before = await listLastGoodRuns(database.db);
    await addRun("etl", "failed", new Date());
    expect(await listLastGoodRuns(database.db)).toEqual(before);
  });

  it("does not call a pipeline late whose schedule is paused", async () => {
    const later = new Date(Date.now() + 31 * 3_600_000);
    await setSchedule("etl", { isPaused: true, requestedById: null }, database.db);
    expect(await checkHealth(later, probes)).toMatchObject({
      pipelines: { etl: { isLate: false }, forecast: { isLate: true } },
    });
    await setSchedule("etl", { isPaused: false, requestedById: null }, database.db);
  });

  it("is degraded while an alert is open, and says which without what only operators may know", async () => {
    const raisedAt = new Date();
    expect(await checkHealth(raisedAt, probes)).toMatchObject({ status: "ok", alerts: [] });
    const data = { key: "failed:etl", message: "Sales ETL failed: S3 at 10.0.0.7 refused key AKIA1", raisedAt };
    const { id } = await database.db.pipelineAlert.create({ data });
    const health = healthSchema.parse(await checkHealth(raisedAt, probes));
    expect(health.status).toBe("degraded");
    expect(health.alerts).toEqual([{ key: "failed:etl", summary: "Sales ETL failed", since: raisedAt.toISOString() }]);
    expect(JSON.stringify(health)).not.toContain("AKIA1");
    await database.db.pipelineAlert.update({ where: { id }, data: { recoveredAt: raisedAt } });
    expect(await checkHealth(raisedAt, probes)).toMatchObject({ status: "ok", alerts: [] });
  });

  it("is down, within seconds, where an engine hangs or fails", async () => {
    const silent = { ...probes, timeoutMs: 50, readOperations: () => new Promise<never>(() => undefined) };
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
    expect(await response.json()).toEqual({
      status: "down",
      database: "down",
      storage: "down",
      pipelines: null,
      alerts: null,
    });
  });
});
