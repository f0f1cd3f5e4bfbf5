import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import type { SeedMessage } from "./seed-message";
import { useTestDatabase } from "./test-database";

const DAY = "2026-05-31";
const SCALE = "0.02";
const killed = useTestDatabase();
const undisturbed = useTestDatabase();
const children: ChildProcess[] = [];
let bucket: TestBucket;

beforeAll(async () => {
  bucket = await startTestBucket();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => bucket.stop());

/** Seeds in a process of its own and kills it (-9) at the first progress that `isMoment` picks. */
async function seedUntil(databaseUrl: string, isMoment: (message: SeedMessage) => boolean): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "jobs/local/seed-demo.ts", DAY, SCALE], {
    env: { ...process.env, DATABASE_URL: databaseUrl, ...bucket.env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.push(child);
  child.on("message", (message: SeedMessage) => {
    if (isMoment(message)) child.kill("SIGKILL");
  });
  const [, signal] = await once(child, "close");
  expect(signal).toBe("SIGKILL");
}

/** Tables whose rows hold no number of a sequence and no moment of loading. */
const REPEATABLE = ["entitlements", "games", "licence_keys", "order_items", "orders", "payments", "price_history"];

/** How many rows each table has, and of the repeatable ones a hash of what they hold. */
async function fingerprint(databaseUrl: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('_prisma_migrations', 'audit_log', 'users')",
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const hash = REPEATABLE.includes(name) ? "coalesce(sum(hashtext(t::text)::bigint), 0)" : "''";
    const sql = `select count(*) || ' ' || ${hash} as print from ${name} t`;
    found[name] = (await client.query<{ print: string }>(sql)).rows[0]?.print ?? "";
  }
  await client.end();
  return found;
}

const isLoading = (message: SeedMessage, from: number) =>
  message.kind === "progress" && message.step === "demo world" && message.fraction >= from && message.fraction < 1;
const isDrawing = (message: SeedMessage) => message.kind === "progress" && message.step === "pictures";

test("a seed killed (-9) early and late, then run again, is the world of an undisturbed one", async () => {
  await seedUntil(killed.url, (message) => isLoading(message, 0.2));
  await seedUntil(killed.url, (message) => isLoading(message, 0.7));
  await seedUntil(killed.url, isDrawing);
  await seedUntil(undisturbed.url, isDrawing);
  const expected = await fingerprint(undisturbed.url);
  expect(expected.order_items).toMatch(/^[1-9]\d{3}/);
  expect(await fingerprint(killed.url)).toEqual(expected);
});
