import { beforeEach, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { doDailyChores } from "../alerts/chores";
import { pruneRuns } from "./retention";

const database = useTestDatabase();

const DAY_MS = 86_400_000;
const now = new Date("2031-07-01T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);

const addRun = (days: number, state: "succeeded" | "running" = "succeeded", pipeline: "etl" | "train" = "etl") => {
  const createdAt = daysAgo(days);
  const finishedAt = state === "running" ? null : createdAt;
  const day = new Date(createdAt.toISOString().slice(0, 10));
  const attempts = { create: { number: 1, worker: "test" } };
  const tasks = { create: { name: "files", position: 0, maxAttempts: 5, attempts } };
  return database.db.pipelineRun.create({
    data: { pipeline, day, trigger: "cron", state, createdAt, finishedAt, tasks },
  });
};

beforeEach(async () => {
  await database.db.pipelineRun.deleteMany();
});

it("deletes old runs with all that belongs to them, and keeps the last 20 of each pipeline", async () => {
  for (let days = 170; days < 210; days++) await addRun(days);
  for (let days = 300; days < 303; days++) await addRun(days, "succeeded", "train");
  const old = await addRun(400, "running");
  expect(await pruneRuns(database.db, now)).toBe(20);
  const etl = await database.db.pipelineRun.findMany({ where: { pipeline: "etl" }, orderBy: { createdAt: "desc" } });
  expect(etl.slice(0, -1).map(({ createdAt }) => createdAt)).toEqual(
    Array.from({ length: 20 }, (_, i) => daysAgo(170 + i)),
  );
  expect(etl.at(-1)?.id).toBe(old.id);
  expect(await database.db.pipelineRun.count({ where: { pipeline: "train" } })).toBe(3);
  expect(await database.db.pipelineTask.count()).toBe(24);
  expect(await database.db.pipelineAttempt.count()).toBe(24);
  expect(await pruneRuns(database.db, now)).toBe(0);
});

it("does the day's chores once, however many ask, and leaves what is in use", async () => {
  const { db } = database;
  await db.rateLimiterFlexible.createMany({
    data: [
      { key: "old", points: 1, expire: daysAgo(0.01) },
      { key: "used", points: 1, expire: daysAgo(-0.01) },
      { key: "for ever", points: 1, expire: null },
    ],
  });
  const user = await db.user.create({ data: { email: "anna@example.com", name: "Anna" } });
  await db.cart.createMany({
    data: [
      { guestTokenHash: "gone", updatedAt: daysAgo(91) },
      { guestTokenHash: "here", updatedAt: daysAgo(89) },
      { userId: user.id, updatedAt: daysAgo(400) },
    ],
  });
  await db.pipelineAlert.createMany({
    data: [
      { key: "late:etl", message: "old", raisedAt: daysAgo(200), recoveredAt: daysAgo(190) },
      { key: "late:etl", message: "open", raisedAt: daysAgo(300) },
    ],
  });
  await Promise.all([1, 2, 3].map(() => doDailyChores(db, now)));
  expect((await db.rateLimiterFlexible.findMany()).map(({ key }) => key).sort()).toEqual(["for ever", "used"]);
  expect((await db.cart.findMany()).map((cart) => cart.guestTokenHash ?? "owned").sort()).toEqual(["here", "owned"]);
  expect((await db.pipelineAlert.findMany()).map(({ message }) => message)).toEqual(["open"]);

  await db.rateLimiterFlexible.create({ data: { key: "later", points: 1, expire: daysAgo(1) } });
  await doDailyChores(db, daysAgo(-0.9));
  expect(await db.rateLimiterFlexible.count({ where: { key: "later" } })).toBe(1);
  await doDailyChores(db, daysAgo(-1));
  expect(await db.rateLimiterFlexible.count({ where: { key: "later" } })).toBe(0);
});
