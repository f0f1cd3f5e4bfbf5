import { afterAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { inTransaction } from "@/lib/server/db";
import { createRun } from "@/lib/server/pipelines/commands";
import { closeQueue, enqueueRun, getQueue } from "@/lib/server/queue/pipeline-queue";
import { GET } from "./route";

const database = useTestDatabase();
afterAll(closeQueue);

async function call(pipeline: string, authorization?: string) {
  const request = new Request(
    `http://localhost/api/cron/${pipeline}`,
    authorization ? { headers: { authorization } } : {},
  );
  const response = await GET(request, { params: Promise.resolve({ pipeline }) });
  return { status: response.status, body: await response.json() };
}

const SECRET = `Bearer ${process.env.CRON_SECRET}`;
const countJobs = async () => {
  const [row] = await database.db.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'pipelines'`;
  return row?.count;
};

describe("GET /api/cron/[pipeline]", () => {
  it.each([undefined, "Bearer wrong", process.env.CRON_SECRET, `${SECRET}x`, `Basic ${process.env.CRON_SECRET}`])(
    "is 401 with %j, and starts nothing",
    async (authorization) => {
      const { status, body } = await call("etl", authorization);
      expect([status, body.error.code]).toEqual([401, "unauthenticated"]);
      expect(await database.db.pipelineRun.count()).toBe(0);
    },
  );

  it("is 404 for a pipeline that there is not", async () => {
    expect((await call("deploy", SECRET)).status).toBe(404);
  });

  it("queues one run, however many calls come at once; the others learn its name", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => call("etl", SECRET)));
    const started = answers.filter(({ status }) => status === 202);
    expect(started).toHaveLength(1);
    const runId = started[0]?.body.runId;
    expect(started[0]?.body).toEqual({ runId, state: "queued" });
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(5);
    for (const { body } of refused) expect(body.error.message).toContain(runId);
    const [run, ...others] = await database.db.pipelineRun.findMany();
    expect(run).toMatchObject({ id: runId, trigger: "cron", state: "queued" });
    expect(others).toEqual([]);
    expect(await countJobs()).toBe(1);
  });

  it("takes over from a run whose process is gone", async () => {
    const input = {
      pipeline: "forecast",
      day: "2026-03-10",
      gameSlug: null,
      trigger: "cli",
      requestedById: null,
    } as const;
    const deadId = await createRun(input, "running", database.db);
    expect((await call("forecast", SECRET)).status).toBe(202);
    const dead = await database.db.pipelineRun.findUniqueOrThrow({ where: { id: deadId } });
    expect(dead).toMatchObject({ state: "failed", error: "the process was killed" });
  });
});

describe("a run and its job", () => {
  it("are there together or not at all", async () => {
    const queue = await getQueue();
    const jobs = await countJobs();
    const input = {
      pipeline: "train",
      day: "2026-03-10",
      gameSlug: null,
      trigger: "cron",
      requestedById: null,
    } as const;
    const failing = inTransaction(database.db, async (tx) => {
      await enqueueRun(queue, await createRun(input, "queued", tx), tx);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await countJobs()).toBe(jobs);
    expect(await database.db.pipelineRun.count({ where: { pipeline: "train" } })).toBe(0);
  });
});
