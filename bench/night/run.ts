import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import pg from "pg";
import { createDatabase, startEmbeddedPostgres } from "@/jobs/local/embedded-postgres";
import { startLocalS3 } from "@/jobs/local/local-s3";
import { addBulkDay, loadBulkShop } from "@/jobs/simulate/bulk/load-bulk-shop";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import { addDays } from "@/lib/shared/day";
import { applyMigrations } from "@/prisma/migrator";
import { doInChild } from "./night";
import { printReport, type WorkersNight } from "./report";
import { startWorkers } from "./workers";

/**
 * `npm run bench:night`: a shop of 2,000 games and 5,000,000 order items over two years with a live model, forecasts
 * and a ledger of a season; then one more day is sold, and the night's two runs are done by one worker, and on a copy
 * of the same store by two.
 */
const HELP = "npm run bench:night -- [--scale 1]";
const DAY = "2025-12-31";
const FULL = { games: 2_000, items: 5_060_000, shoppers: 200_000 } as const;
const PARALLEL_COPIES = 16;

/** As the demo's server, see jobs/local/engines.ts. */
const POSTGRES_FLAGS = [
  "shared_buffers=256MB",
  "work_mem=32MB",
  "maintenance_work_mem=256MB",
  "max_wal_size=2GB",
  "checkpoint_timeout=15min",
].flatMap((setting) => ["-c", setting]);

const KEYS = { S3_REGION: "us-east-1", S3_ACCESS_KEY_ID: "bench", S3_SECRET_ACCESS_KEY: "bench-secret" };

type Engines = { urlOf: (database: string) => string; endpoint: string };

const toSettings = ({ urlOf, endpoint }: Engines, name: string) => ({
  env: { ...KEYS, S3_ENDPOINT: endpoint, S3_BUCKET: name, DATABASE_URL: urlOf(name), LOG_LEVEL: "warn" },
  storage: new S3Storage({ ...KEYS, S3_ENDPOINT: endpoint, S3_BUCKET: name }),
});

async function timed<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await run();
  console.log(`${what}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/** Copies a store: its database, and its bucket. */
async function copyStore(engines: Engines, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: engines.urlOf("postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE ${to} TEMPLATE ${from}`);
  await client.end();
  const [source, target] = [toSettings(engines, from).storage, toSettings(engines, to).storage];
  await target.ensureBucket();
  await pLimit(PARALLEL_COPIES).map(await source.list(""), async (key) => target.put(key, await source.get(key)));
}

async function measureNight(engines: Engines, name: string, count: number): Promise<WorkersNight> {
  const { env } = toSettings(engines, name);
  const workers = await startWorkers(count, env);
  const night = await timed(`the night, ${count} ${count === 1 ? "worker" : "workers"}`, () =>
    doInChild("night", DAY, env),
  );
  return { workers: count, ...night, ...(await workers.stop()) };
}

async function measureAll(engines: Engines, scale: number): Promise<WorkersNight[]> {
  const { env, storage } = toSettings(engines, "one");
  const size = {
    games: Math.round(FULL.games * scale),
    items: FULL.items * scale,
    shoppers: Math.round(FULL.shoppers * scale),
  };
  const shop = { databaseUrl: env.DATABASE_URL, day: DAY, size };
  await createDatabase(engines.urlOf("postgres"), "one");
  await applyMigrations(env.DATABASE_URL);
  await storage.ensureBucket();
  await timed("made the shop", () => loadBulkShop({ ...shop, onStep: (step) => console.log(`  ${step} …`) }));
  await timed("made it ready", () => doInChild("prepare", addDays(DAY, -1), env));
  await timed("sold one more day", () => addBulkDay(shop));
  await timed("copied the store", () => copyStore(engines, "one", "two"));
  return [await measureNight(engines, "one", 1), await measureNight(engines, "two", 2)];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: "string", default: "1" }, help: { type: "boolean" } } });
  const scale = Number(values.scale);
  if (values.help || !(scale > 0 && scale <= 1)) return console.log(HELP);
  const folder = await mkdtemp(path.join(tmpdir(), "kratos-bench-"));
  const postgres = await startEmbeddedPostgres({ databaseDir: path.join(folder, "pg"), flags: POSTGRES_FLAGS });
  const s3 = await startLocalS3({ dataDir: path.join(folder, "s3"), logFile: path.join(folder, "s3.log") });
  try {
    const engines = { urlOf: (name: string) => postgres.urlOf(name), endpoint: s3.endpoint };
    const isMet = printReport(await measureAll(engines, scale));
    if (scale < 1) console.log("The target is that of the full scale.");
    process.exitCode = isMet || scale < 1 ? 0 : 1;
  } finally {
    await s3.child.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
