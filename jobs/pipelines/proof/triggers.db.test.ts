import pg from "pg";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { createGames, hurryQueues } from "./engine-fixture";
import { killLeftProcesses, type ProcessEnd, startScript } from "./processes";

/** Under which runs begin, one after the other. */
const START_LOCK = 0x6b726174;

const database = useTestDatabase();
beforeAll(async () => {
  await hurryQueues(database);
  await createGames(database.db, 3);
});
afterEach(killLeftProcesses);

/** Starts commands whose decisions all fall in one instant: each stands before the same lock when it is opened. */
async function triggerTogether(lines: readonly string[]): Promise<ProcessEnd[]> {
  const gate = new pg.Client({ connectionString: database.url });
  await gate.connect();
  await gate.query(`begin; select pg_advisory_xact_lock(${START_LOCK})`);
  const processes = lines.map((line) => startScript("jobs/cli.ts", line.split(" "), { DATABASE_URL: database.url }));
  const waiting = `select from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  await expect
    .poll(async () => (await gate.query(waiting)).rowCount, { timeout: 60_000, interval: 200 })
    .toBe(lines.length);
  await gate.end();
  return Promise.all(processes.map(({ ended }) => ended));
}

describe("triggers at the same instant from several processes", () => {
  it("start one run of a day, which all of them name", async () => {
    const ends = await triggerTogether(Array.from({ length: 4 }, () => "etl --date 2026-03-10 --detach"));
    const runs = await database.db.pipelineRun.findMany();
    expect(runs).toHaveLength(1);
    for (const { code, out } of ends) {
      expect(code).toBe(0);
      expect(out).toContain(runs[0]?.id);
    }
    expect(ends.filter(({ out }) => out.startsWith("run "))).toHaveLength(1);
    const tasks = await database.db.pipelineTask.findMany();
    const jobs = await database.db.$queryRaw<unknown[]>`SELECT FROM pgboss.job WHERE name = 'kratos-etl'`;
    expect(jobs).toHaveLength(tasks.length);
  });

  it("of another day, while one runs, are refused or stand in line", async () => {
    const [running] = await database.db.pipelineRun.findMany();
    const ends = await triggerTogether([
      "etl --date 2026-03-09 --detach",
      "etl --date 2026-03-08 --detach --wait",
      "train --date 2026-03-08 --detach",
    ]);
    expect(ends.map(({ code }) => code)).toEqual([1, 0, 0]);
    expect(ends[0]?.err).toContain(`Sales ETL is under way already (run ${running?.id})`);
    const states = await database.db.pipelineRun.findMany({ select: { state: true } });
    expect(states.map(({ state }) => state).sort()).toEqual(["queued", "queued", "running"]);
  });
});
