import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findActiveRun, getRun, listRuns, listTasks } from "@/lib/server/pipelines/queries";
import { SALES_MANIFEST_KEY, salesCsvKey } from "./etl/sales-manifest";
import { TestShop } from "./etl/test-shop";
import { useTestDatabase } from "./local/test-database";
import { executeNew } from "./pipelines/execute";
import { startTestBucket, type TestBucket } from "./pipelines/test-bucket";

const DAY = "2026-03-10";
const database = useTestDatabase();
const children: ChildProcess[] = [];
let bucket: TestBucket;

/** `npm run job -- …` as a process of its own. */
function startJob(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "jobs/cli.ts", ...args], {
    env: { ...process.env, DATABASE_URL: database.url, ...bucket.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.err += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, ...output }));
  return { child, ended };
}

const readObjects = async () => {
  const keys = await bucket.storage.list("kratos/");
  return Promise.all(keys.map(async (key) => [key, await bucket.storage.getText(key)] as const));
};

/** The files, but for the moment at which the manifest was written. */
const readFiles = async () =>
  (await readObjects()).map(([key, text]) => [key, text.replace(/"generatedAt":"[^"]*"/, "")]);

async function isStagingGone(): Promise<boolean> {
  const [row] = await database.db.$queryRaw<{ isGone: boolean }[]>`
    SELECT to_regclass('staging_sales_data') IS NULL AS "isGone"`;
  return row?.isGone ?? false;
}

async function clearBucket(): Promise<void> {
  for (const key of await bucket.storage.list("kratos/")) await bucket.storage.delete(key);
}

/** Locks a table, so that the run stops where it first reads it; resolves when the run waits there. */
async function holdTable(table: string) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`begin; lock table ${client.escapeIdentifier(table)} in access exclusive mode`);
  return {
    isWaitedFor: async () => {
      const { rowCount } = await client.query("select from pg_locks where not granted and relation = $1::regclass", [
        table,
      ]);
      return (rowCount ?? 0) > 0;
    },
    release: () => client.end(),
  };
}

/** The same run undisturbed, in this process. */
async function runHere(): Promise<void> {
  const { run } = await executeNew(
    { pipeline: "etl", day: DAY, gameSlug: null, trigger: "cli", requestedById: null },
    { db: database.db, storage: bucket.storage, databaseUrl: database.url },
  );
  expect(run).toMatchObject({ state: "succeeded", error: null });
}

let expected: Awaited<ReturnType<typeof readFiles>>;

beforeAll(async () => {
  bucket = await startTestBucket();
  const shop = await new TestShop(database.db).open();
  for (const slug of ["one", "two"]) {
    await shop.game({ slug, release: "2026-03-01" });
    await shop.price(slug, "2026-03-01", 1500);
    await shop.sell({ game: slug, at: "2026-03-05T12:00:00Z" });
  }
  await runHere();
  expected = await readFiles();
  expect(expected.map(([key]) => key).sort()).toEqual(
    [SALES_MANIFEST_KEY, salesCsvKey(shop.id("one")), salesCsvKey(shop.id("two"))].sort(),
  );
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => bucket.stop());

describe("a killed ETL", () => {
  it("in the middle of staging: the next one takes over at once and the result is whole", async () => {
    await clearBucket();
    const held = await holdTable("price_history");
    const { child, ended } = startJob(["etl", "--date", DAY]);
    await expect.poll(held.isWaitedFor, { timeout: 40_000 }).toBe(true);
    child.kill("SIGKILL");
    await ended;
    await held.release();
    expect(await isStagingGone()).toBe(false);
    const { code, out } = await startJob(["etl", "--date", DAY]).ended;
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^etl for 2026-03-10 succeeded in .* games 2/),
    });
    expect(await isStagingGone()).toBe(true);
    expect(await readFiles()).toEqual(expected);
    const { items } = await listRuns(database.db, { pipeline: "etl", limit: 2 });
    expect(items.map(({ state, error }) => [state, error])).toEqual([
      ["succeeded", null],
      ["failed", "the process was killed"],
    ]);
    const open = await listTasks(database.db, items[1]?.id ?? "", { limit: 100, state: "running" });
    expect(open.items).toEqual([]);
  });

  it("between the files and the manifest: readers see the old manifest, the next run writes all", async () => {
    await clearBucket();
    const isHeld = bucket.holdNextPut(SALES_MANIFEST_KEY);
    const { child, ended } = startJob(["etl", "--date", DAY]);
    await isHeld;
    child.kill("SIGKILL");
    await ended;
    expect(await bucket.storage.find(SALES_MANIFEST_KEY)).toBeNull();
    await runHere();
    expect(await readFiles()).toEqual(expected);
  });
});

describe("a running ETL", () => {
  it("is not joined by a second one, and ends as cancelled without its staging table when it is told to", async () => {
    const held = await holdTable("price_history");
    const { child, ended } = startJob(["etl", "--date", DAY]);
    await expect.poll(held.isWaitedFor, { timeout: 40_000 }).toBe(true);
    const active = await findActiveRun(database.db, "etl");
    const second = await startJob(["etl", "--date", DAY]).ended;
    expect(second).toMatchObject({ code: 1, err: expect.stringContaining(`already running (run ${active?.id}`) });
    child.kill("SIGTERM");
    await held.release();
    const { code, err } = await ended;
    expect({ code, err }).toEqual({ code: 130, err: expect.stringContaining("cancelled") });
    expect(await isStagingGone()).toBe(true);
    expect(await getRun(database.db, active?.id ?? "")).toMatchObject({ state: "cancelled" });
  });
});

describe("the command", () => {
  it.each([
    [["etl", "--game", "no-such-game"], {}, /^There is no game no-such-game$/],
    [
      ["etl"],
      { DATABASE_URL: "postgresql://a:secret@127.0.0.1:1/x" },
      /^the database 127.0.0.1:1\/x cannot be reached: /,
    ],
    [["etl"], { S3_ENDPOINT: "http://127.0.0.1:1" }, /^the bucket .* cannot be reached: connect ECONNREFUSED/],
  ])("says in one line what is wrong with %j %j", async (args, env, message) => {
    const { code, err, out } = await startJob(args, env).ended;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.trim()).toMatch(message);
    expect(err.trim()).not.toMatch(/\n|secret/);
  });
});
