import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { clearLockedPorts } from "get-port";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSalesCsvKey, SALES_MANIFEST_KEY } from "@/jobs/etl/sales-manifest";
import { createDatabase, type LocalPostgres, startEmbeddedPostgres } from "@/jobs/local/embedded-postgres";
import { createDb } from "@/lib/server/db";
import { applyMigrations } from "@/prisma/migrator";
import { hurryQueues } from "./engine-fixture";
import { killLeftProcesses, startScript } from "./processes";
import { createShop } from "./shop";
import { createWorld, readObjects, readRows, type World } from "./world";

const DAY = "2026-03-10";
const GAMES = 60;

let folder: string;
let server: LocalPostgres;
let undisturbed: World;
let disturbed: World;

const startServer = (port?: number) =>
  startEmbeddedPostgres({ databaseDir: path.join(folder, "pg"), ...(port ? { port } : {}) });

/** Ends the server, in order or as a crash does, and starts it again where it was. */
async function restart(how: "in order" | "crash"): Promise<void> {
  const { port } = server;
  if (how === "crash") process.kill(server.child.identity.pid, "SIGQUIT");
  await server.stop();
  // The library keeps a port that it gave to this process from being taken twice.
  clearLockedPorts();
  server = await startServer(port);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kratos-proof-"));
  server = await startServer();
  await createDatabase(server.urlOf("postgres"), "shop");
  await applyMigrations(server.urlOf("shop"));
  const db = createDb(server.urlOf("shop"));
  await createShop(db, { games: GAMES, days: 30, lastDay: DAY, isOneSided: true });
  process.env.DATABASE_URL = server.urlOf("shop");
  await hurryQueues({ url: server.urlOf("shop"), db });
  await db.$disconnect();
  undisturbed = await createWorld(server.urlOf("shop"));
  disturbed = await createWorld(server.urlOf("shop"));
}, 120_000);
afterAll(async () => {
  killLeftProcesses();
  await undisturbed.close();
  await disturbed.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("PostgreSQL that is restarted in the middle of a run", () => {
  it("is waited for: the run ends as one that was not disturbed", async () => {
    expect(await startScript("jobs/cli.ts", ["etl", "--date", DAY], undisturbed.env).ended).toMatchObject({ code: 0 });
    const restarts: Promise<void>[] = [];
    disturbed.bucket.setDoorkeeper(async ({ method, key }) => {
      if (method !== "PUT") return "none";
      if (restarts.length === 0 && isSalesCsvKey(key)) restarts.push(restart("crash"));
      if (restarts.length === 1 && key === SALES_MANIFEST_KEY) restarts.push(restart("in order"));
      await Promise.all(restarts);
      return "none";
    });
    const worker = startScript("jobs/worker.ts", [], { ...disturbed.env, LOG_LEVEL: "info" });
    await worker.says("worker.ready");
    const command = startScript("jobs/cli.ts", ["etl", "--date", DAY], disturbed.env);
    expect(await command.ended).toMatchObject({ code: 0, out: expect.stringContaining("succeeded in") });
    expect(restarts).toHaveLength(2);
    const [run] = await disturbed.db.pipelineRun.findMany();
    expect(run).toMatchObject({ state: "succeeded", error: null, counts: { games: GAMES, failed: 0 } });
    const sales = "SELECT * FROM daily_sales";
    expect(await readRows(disturbed.db, sales)).toEqual(await readRows(undisturbed.db, sales));
    expect(await readObjects(disturbed)).toEqual(await readObjects(undisturbed));
    expect(await readRows(disturbed.db, "SELECT to_regclass('staging_sales_data')")).toEqual(["()"]);
    // The same process goes on: it need not be started again.
    expect(worker.child.exitCode).toBeNull();
  }, 240_000);
});
