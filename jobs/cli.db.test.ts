import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { getRun, listRuns } from "@/lib/server/pipelines/queries";
import { listPaused } from "@/lib/server/pipelines/schedules";
import { closeQueue } from "@/lib/server/queue/boss";
import { openTwoGames } from "./etl/test-shop";
import { useTestDatabase } from "./local/test-database";
import { hurryQueues } from "./pipelines/proof/engine-fixture";
import { killLeftProcesses, toJobStarter } from "./pipelines/proof/processes";
import { startTestBucket, type TestBucket } from "./pipelines/test-bucket";

const DAY = "2026-03-10";
const database = useTestDatabase();
let bucket: TestBucket;

const startJob = toJobStarter(() => ({ DATABASE_URL: database.url, ...bucket.env }));
const runJob = (line: string, env?: Record<string, string>) => startJob(line, env).ended;

beforeAll(async () => {
  bucket = await startTestBucket();
  await hurryQueues(database);
  await openTwoGames(database.db);
  expect(await runJob(`etl --date ${DAY}`)).toMatchObject({ code: 0 });
});
afterEach(killLeftProcesses);
afterAll(async () => {
  await closeQueue();
  await bucket.stop();
});

describe("the command", () => {
  it("says that a day is done, and does it again when forced", async () => {
    const done = await runJob(`etl --date ${DAY}`);
    expect(done.out).toMatch(
      /^Sales ETL for 2026-03-10 is done already \(run [0-9a-f-]{36}\); --force does it again\n$/,
    );
    const again = await runJob(`etl --date ${DAY} --force`);
    expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/^etl for 2026-03-10 succeeded/) });
  });

  it("leaves a run to the workers, shows it, cancels it and does it again", async () => {
    const { db } = database;
    const detached = await runJob("etl --date 2026-03-08 --detach");
    const [, id = ""] = /^run ([0-9a-f-]{36}) · running\n$/.exec(detached.out) ?? [];
    expect(await getRun(db, id)).toMatchObject({ day: "2026-03-08", trigger: "cli", state: "running" });
    const [waits, shown] = await Promise.all([
      runJob("etl --date 2026-03-07 --wait --detach"),
      runJob(`show ${id.slice(0, 8)}`),
    ]);
    expect(waits.out).toMatch(/^run [0-9a-f-]{36} · queued\n$/);
    expect(shown.out).toMatch(new RegExp(`^${id} +etl for 2026-03-08, running 0 %, asked for by cli\n`));
    expect(shown.out).toMatch(/\nextract +pending +0 /);
    const waitingId = waits.out.slice(4, 40);
    expect((await runJob(`cancel ${waitingId}`)).out).toBe(`run ${waitingId} is told to end\n`);
    expect((await runJob(`cancel ${id}`)).code).toBe(0);
    // No worker is there: another command ends what is left of it.
    expect((await runJob("etl --date 2026-03-06 --wait")).code).toBe(0);
    expect(await getRun(db, id)).toMatchObject({ state: "cancelled" });
    expect(await getRun(db, waitingId)).toMatchObject({ state: "cancelled" });
    const listed = (await runJob("runs etl")).out;
    expect(listed).toMatch(new RegExp(`\n${id.slice(0, 8)} +etl +2026-03-08 +cancelled `));
    expect((await runJob(`retry ${id}`)).out).toBe(`run ${id} goes on, with the workers\n`);
    expect((await runJob("etl --date 2026-03-08")).code).toBe(0);
    expect(await getRun(db, id)).toMatchObject({ state: "succeeded" });
  }, 120_000);

  it("fills in days and turns the schedule off and on", async () => {
    const [filled, paused] = await Promise.all([
      runJob("backfill etl --from 2026-02-27 --to 2026-03-02"),
      runJob("pause train"),
    ]);
    expect(filled.out).toBe("4 runs, from 2026-02-27 to 2026-03-02, wait for the workers\n");
    expect(paused.out).toBe("the schedule of train is paused\n");
    expect(await listPaused(database.db)).toEqual(new Set(["train"]));
    expect((await runJob("resume train")).out).toBe("the schedule of train is on\n");
    expect(await listPaused(database.db)).toEqual(new Set());
    const days = (await listRuns(database.db, { pipeline: "etl", limit: 4 })).items.map(({ day, state }) => [
      day,
      state,
    ]);
    expect(days.toReversed()).toEqual([
      ["2026-02-27", "running"],
      ["2026-02-28", "queued"],
      ["2026-03-01", "queued"],
      ["2026-03-02", "queued"],
    ]);
  });

  it("says in one line what is wrong", async () => {
    const away = "postgresql://a:secret@127.0.0.1:1/x";
    const cases: [string, Record<string, string>, RegExp][] = [
      ["etl --game no-such-game", {}, /^There is no game no-such-game$/],
      ["show 0123abcd", {}, /^There is no run 0123abcd$/],
      ["etl", { DATABASE_URL: away }, /^the database 127.0.0.1:1\/x cannot be reached: /],
      ["runs", { DATABASE_URL: away }, /127.0.0.1:1/],
      ["etl --detach", { DATABASE_URL: away }, /127.0.0.1:1/],
      ["etl", { S3_ENDPOINT: "http://127.0.0.1:1" }, /^the bucket .* cannot be reached: connect ECONNREFUSED/],
    ];
    const ends = await Promise.all(cases.map(([line, env]) => runJob(line, env)));
    for (const [index, { code, out, err }] of ends.entries()) {
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err.trim()).toMatch(cases[index]?.[2] ?? /nothing/);
      expect(err.trim()).not.toMatch(/\n|secret/);
    }
  });
});
