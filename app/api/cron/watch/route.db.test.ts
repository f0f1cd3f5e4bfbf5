import { expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { GET } from "./route";

const database = useTestDatabase();
const route = { params: Promise.resolve({}) };

const call = (secret: string) =>
  GET(
    new Request("https://shop.example.com/api/cron/watch", { headers: { authorization: `Bearer ${secret}` } }),
    route,
  );

it("has a look for the scheduler, and for nobody else", async () => {
  await database.db.pipelineRun.create({
    data: { pipeline: "etl", day: new Date("2026-03-10"), trigger: "cron", state: "failed", finishedAt: new Date() },
  });
  expect((await call("somebody-else")).status).toBe(401);
  expect(await database.db.pipelineAlert.count()).toBe(0);
  expect((await call("a-cron-secret-for-tests")).status).toBe(204);
  expect(await database.db.pipelineAlert.findMany()).toMatchObject([{ key: "failed:etl", recoveredAt: null }]);
});
