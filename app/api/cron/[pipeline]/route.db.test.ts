import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { setSchedule } from "@/lib/server/pipelines/schedules";
import { closeQueue } from "@/lib/server/queue/boss";
import { GET as drain } from "../drain/route";
import { GET } from "./route";

const database = useTestDatabase();
const SECRET = `Bearer ${process.env.CRON_SECRET}`;

async function call(pipeline: string, authorization?: string) {
  const headers = authorization ? { authorization } : undefined;
  const request = new Request(`http://localhost/api/cron/${pipeline}`, headers ? { headers } : {});
  const response =
    pipeline === "drain"
      ? await drain(request, { params: Promise.resolve({}) })
      : await GET(request, { params: Promise.resolve({ pipeline }) });
  return { status: response.status, body: await response.json() };
}

beforeEach(() => database.db.pipelineRun.deleteMany().then(() => undefined));
afterAll(closeQueue);

describe("GET /api/cron/[pipeline] where workers run", () => {
  it.each([undefined, "Bearer wrong", process.env.CRON_SECRET, `${SECRET}x`, `Basic ${process.env.CRON_SECRET}`])(
    "is 401 with %j, and starts nothing",
    async (authorization) => {
      for (const path of ["etl", "drain"]) {
        const { status, body } = await call(path, authorization);
        expect([status, body.error.code]).toEqual([401, "unauthenticated"]);
      }
      expect(await database.db.pipelineRun.count()).toBe(0);
    },
  );

  it("is 404 for a pipeline that there is not", async () => {
    expect((await call("deploy", SECRET)).status).toBe(404);
  });

  it("starts one run, however many calls come at once, and leaves the work to the workers", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => call("etl", SECRET)));
    const runs = await database.db.pipelineRun.findMany();
    expect(runs).toMatchObject([{ trigger: "cron", state: "running", requestedById: null }]);
    for (const { status, body } of answers) {
      expect(status).toBe(202);
      expect(body.run).toMatchObject({ id: runs[0]?.id, state: "running", progress: 0 });
    }
    expect(await call("drain", SECRET)).toEqual({ status: 202, body: { running: 1 } });
    expect(await database.db.pipelineAttempt.count()).toBe(0);
  });

  it("starts nothing while the schedule is paused, and says so", async () => {
    await setSchedule("train", { isPaused: true, requestedById: null }, database.db);
    expect(await call("train", SECRET)).toEqual({ status: 200, body: { run: null } });
    expect(await database.db.pipelineRun.count()).toBe(0);
    await setSchedule("train", { isPaused: false, requestedById: null }, database.db);
    expect((await call("train", SECRET)).status).toBe(202);
  });
});
