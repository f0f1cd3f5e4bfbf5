import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createDb } from "../db";
import { startTestSmtpServer, type TestSmtpServer } from "../mail/test-smtp-server";
import { closeQueue, DEAD_QUEUE, getQueue, queueOf } from "../queue/boss";
import { type Channel, mailChannel, webhookChannel } from "./channels";
import { startTestWebhook, type TestWebhook } from "./test-webhook";
import { watchPipelines } from "./watch";

const database = useTestDatabase();
afterAll(closeQueue);

const MINUTE_MS = 60_000;
// Years from now, so that the test database is no new store: Wednesday, when everything is due that can be.
const night = new Date("2039-03-09T07:00:00Z");
const at = (minutes: number) => new Date(night.getTime() + minutes * MINUTE_MS);

let smtp: TestSmtpServer;
let receiver: TestWebhook;

const channels = (): Channel[] => [
  mailChannel("ops@example.com", { smtpUrl: smtp.url, from: "Kratos <shop@example.com>" }, "https://shop.example.com"),
  webhookChannel({ url: receiver.url, secret: "shared-secret" }, "https://shop.example.com"),
];

const look = (now: Date, db = database.db) => watchPipelines({ db, now, channels: channels() });

const subjects = () =>
  smtp.received.map(({ data }) => data.match(/^Subject: (.*(?:\n .*)*)$/m)?.[1]?.replaceAll("\n", ""));
const posted = () => receiver.received.map(({ body }) => JSON.parse(body) as unknown);

const addRun = (pipeline: "etl" | "train" | "forecast", state: "succeeded" | "failed", finishedAt: Date) =>
  database.db.pipelineRun.create({
    data: {
      pipeline,
      day: new Date("2039-03-08"),
      trigger: "cron",
      state,
      finishedAt,
      error: state === "failed" ? "no" : null,
    },
  });

beforeAll(async () => {
  await getQueue();
});

beforeEach(async () => {
  [smtp, receiver] = await Promise.all([startTestSmtpServer(), startTestWebhook()]);
  await database.db.pipelineAlert.deleteMany();
  await database.db.pipelineRun.deleteMany();
  for (const pipeline of ["etl", "train", "forecast"] as const) await addRun(pipeline, "succeeded", at(-60));
});

afterEach(async () => {
  await Promise.all([smtp.stop(), receiver.stop()]);
});

describe("a look at the pipelines", () => {
  it("says nothing while all is well", async () => {
    await look(night);
    expect([smtp.received, receiver.received]).toEqual([[], []]);
  });

  it("tells of a late pipeline once, and once when it is done", async () => {
    await database.db.pipelineRun.deleteMany({ where: { pipeline: "etl" } });
    for (const minutes of [0, 1, 2]) await look(at(minutes));
    expect(subjects()).toEqual(["[Kratos] Sales ETL is late"]);
    expect(smtp.received[0]).toMatchObject({ from: "shop@example.com", to: ["ops@example.com"] });
    expect(smtp.received[0]?.data).toContain("https://shop.example.com/admin/pipelines");
    const about = { key: "late:etl", message: expect.stringContaining("2039-03-08"), raisedAt: night.toISOString() };
    expect(posted()).toEqual([expect.objectContaining({ state: "raised", recoveredAt: null, ...about })]);

    await addRun("etl", "succeeded", at(3));
    for (const minutes of [4, 5]) await look(at(minutes));
    expect(subjects().slice(1)).toEqual(["[Kratos] Recovered: Sales ETL is late"]);
    const recoveredAt = at(4).toISOString();
    expect(posted().slice(1)).toEqual([expect.objectContaining({ state: "recovered", recoveredAt, ...about })]);
  });

  it("does not take the run of an earlier day, or of some games, for the one that is due", async () => {
    await database.db.pipelineRun.updateMany({ where: { pipeline: "etl" }, data: { day: new Date("2039-03-07") } });
    await database.db.pipelineRun.updateMany({ where: { pipeline: "forecast" }, data: { gameSlugs: ["one"] } });
    await look(night);
    expect(subjects().sort()).toEqual(["[Kratos] Daily forecast is late", "[Kratos] Sales ETL is late"]);
  });

  it("tells of a failed run, and of its recovery only when a later one has gone well", async () => {
    const failed = await addRun("forecast", "failed", at(-10));
    await look(night);
    await database.db.pipelineRun.update({ where: { id: failed.id }, data: { state: "running", finishedAt: null } });
    await look(at(1));
    expect(subjects()).toEqual(["[Kratos] Daily forecast failed"]);
    await database.db.pipelineRun.update({
      where: { id: failed.id },
      data: { state: "succeeded", finishedAt: at(2) },
    });
    await look(at(3));
    expect(subjects().slice(1)).toEqual(["[Kratos] Recovered: Daily forecast failed"]);
  });
});

describe("watchers", () => {
  it("that look at the same instant tell once, in processes with connections of their own", async () => {
    await database.db.pipelineRun.deleteMany({ where: { pipeline: "etl" } });
    const sessions = Array.from({ length: 6 }, () => createDb(database.url, { maxConnections: 2 }));
    await Promise.all(sessions.map((db) => look(night, db)));
    await addRun("etl", "succeeded", at(1));
    await Promise.all(sessions.map((db) => look(at(2), db)));
    await Promise.all(sessions.map((db) => db.$disconnect()));
    expect(subjects()).toEqual(["[Kratos] Sales ETL is late", "[Kratos] Recovered: Sales ETL is late"]);
    expect(posted()).toHaveLength(2);
    expect(await database.db.pipelineAlert.count()).toBe(1);
  });

  it("tell later by a channel that was down, and not again by the others", async () => {
    await database.db.pipelineRun.deleteMany({ where: { pipeline: "etl" } });
    const { port } = new URL(smtp.url);
    await smtp.stop();
    await look(night);
    await look(at(1));
    expect(posted()).toHaveLength(1);
    expect(await database.db.pipelineAlert.findFirst()).toMatchObject({
      raiseSentAt: null,
      sentBy: ["raised:webhook"],
    });

    smtp = await startTestSmtpServer({ port: Number(port) });
    await addRun("etl", "succeeded", at(2));
    await look(at(3));
    await look(at(4));
    expect(subjects()).toEqual(["[Kratos] Sales ETL is late", "[Kratos] Recovered: Sales ETL is late"]);
    expect(posted()).toHaveLength(2);
    const told = { raiseSentAt: at(3), recoverySentAt: at(3) };
    expect(await database.db.pipelineAlert.findFirst()).toMatchObject(told);
  });

  it("keep alerts for the admin where no channel is set, and do not tell of old ones when one is", async () => {
    await database.db.pipelineRun.deleteMany({ where: { pipeline: "etl" } });
    await watchPipelines({ db: database.db, now: night, channels: [] });
    expect(await database.db.pipelineAlert.count({ where: { recoveredAt: null } })).toBe(1);
    await look(at(25 * 60));
    expect(subjects()).not.toContain("[Kratos] Sales ETL is late");
  });
});

describe("the queue", () => {
  const send = async (name: string, startAfter: Date) => {
    const id = await (await getQueue()).send(name, { taskId: "1" }, { startAfter });
    if (!id) throw new Error("the queue did not take the job");
    return id;
  };

  const clear = () => database.db.$executeRaw`DELETE FROM pgboss.job`;

  afterEach(clear);

  it("is told of when its jobs wait and nobody works on them, until somebody does", async () => {
    const id = await send(queueOf("etl"), at(-15));
    await look(night);
    expect(subjects()).toEqual(["[Kratos] Jobs wait in the queue, and nobody works on them"]);
    await database.db.$executeRaw`
      UPDATE pgboss.job SET state = 'active', started_on = ${at(1)}, heartbeat_on = ${at(1)} WHERE id = ${id}::uuid`;
    await look(at(1));
    expect(subjects().slice(1)).toEqual(["[Kratos] Recovered: Jobs wait in the queue, and nobody works on them"]);
  });

  it("stands still, too, where a worker died with its job and nobody is left to notice", async () => {
    const id = await send(queueOf("train"), at(-60));
    await database.db.$executeRaw`
      UPDATE pgboss.job SET state = 'active', started_on = ${at(-40)}, heartbeat_on = ${at(-11)}
      WHERE id = ${id}::uuid`;
    await look(night);
    const [alert] = await database.db.pipelineAlert.findMany();
    expect(alert?.message).toMatch(/1 in kratos-train.*no worker is alive/);
  });

  it("is fine where jobs wait for their time, for others, or since a moment ago", async () => {
    await send(queueOf("etl"), at(5));
    const blocked = await send(queueOf("train"), at(-60));
    await database.db.$executeRaw`UPDATE pgboss.job SET blocked = true WHERE id = ${blocked}::uuid`;
    // Ready by its start, but what it waited for was done a minute ago.
    const done = await send(queueOf("forecast"), at(-60));
    await database.db.$executeRaw`
      UPDATE pgboss.job SET state = 'completed', completed_on = ${at(-1)} WHERE id = ${done}::uuid`;
    await send(queueOf("forecast"), at(-60));
    await look(night);
    expect(subjects()).toEqual([]);
  });

  it("is told of when a job lies in the dead letters", async () => {
    await send(DEAD_QUEUE, at(0));
    await look(night);
    await clear();
    await look(at(1));
    expect(subjects()).toEqual(["[Kratos] Jobs could not be done", "[Kratos] Recovered: Jobs could not be done"]);
  });
});
