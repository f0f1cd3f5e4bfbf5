import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDatabase, type LocalPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { identifyProcess, waitForEnd } from "./process-identity";

let folder: string;
let databaseDir: string;
const servers: LocalPostgres[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kratos-pg-"));
  databaseDir = path.join(folder, "a folder", "pg");
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<LocalPostgres> {
  const server = await startEmbeddedPostgres({ databaseDir, flags: ["-c", "shared_buffers=16MB"] });
  servers.push(server);
  return server;
}

async function query(server: LocalPostgres, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.urlOf("shop") });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe("startEmbeddedPostgres", () => {
  it("keeps the data over a stop, with a session open, in a folder that only its owner may pass", async () => {
    await chmod(folder, 0o700);
    const first = await start();
    await createDatabase(first.urlOf("postgres"), "shop");
    await query(first, "create table game as select 'Hades' as title");
    const open = new pg.Client({ connectionString: first.urlOf("shop") });
    open.on("error", () => undefined);
    await open.connect();
    await first.stop();
    expect(await first.child.ended).toEqual({ code: 0, signal: null });
    expect(await query(await start(), "select title from game")).toEqual([{ title: "Hades" }]);
  });

  it("starts again after its server was killed: what was committed is there", async () => {
    const first = await start();
    await createDatabase(first.urlOf("postgres"), "shop");
    await query(first, "create table game as select 1 as id");
    process.kill(first.child.identity.pid, "SIGKILL");
    await first.child.ended;
    expect(await query(await start(), "select id from game")).toEqual([{ id: 1 }]);
  });

  it("stops the server that a killed run has left on the data", async () => {
    const script = path.join(folder, "run.ts");
    const source = path.join(import.meta.dirname, "embedded-postgres.ts");
    await writeFile(
      script,
      `import { startEmbeddedPostgres } from ${JSON.stringify(source)};
       startEmbeddedPostgres({ databaseDir: ${JSON.stringify(databaseDir)} }).then(() => console.log("up"));`,
    );
    const run = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => run.stdout.once("data", resolve));
    const pid = Number((await readFile(path.join(databaseDir, "postmaster.pid"), "utf8")).split("\n")[0]);
    const left = identifyProcess(pid);
    if (!left) throw new Error("no server");
    run.kill("SIGKILL");
    const server = await start();
    expect(await waitForEnd(left, 0)).toBe(true);
    await createDatabase(server.urlOf("postgres"), "shop");
  });

  it("lays the data out again where initdb was killed half-way", async () => {
    const first = await start();
    await first.stop();
    await rm(path.join(databaseDir, "global", "pg_control"));
    await createDatabase((await start()).urlOf("postgres"), "shop");
  });

  it("says in one line why it could not start", async () => {
    const failing = startEmbeddedPostgres({ databaseDir, flags: ["-c", "shared_buffers=nonsense"] });
    await expect(failing).rejects.toThrow(/could not start: .*shared_buffers/);
  });
});
