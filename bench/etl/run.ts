import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createDatabase, startEmbeddedPostgres } from "@/jobs/local/embedded-postgres";
import { startLocalS3 } from "@/jobs/local/local-s3";
import { addBulkDay, type BulkOptions, loadBulkShop } from "@/jobs/simulate/bulk/load-bulk-shop";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import { addDays } from "@/lib/shared/day";
import { applyMigrations } from "@/prisma/migrator";
import { measure } from "./measure";
import { type EtlBench, printReport } from "./report";

/**
 * `npm run bench:etl`: a shop of 2,000 games and 5,000,000 order items over two years, made in bulk; then the first ETL
 * over all of it, the next night's and one forced, by the engine and each in a process of its own; and the original way
 * (each row read into memory and inserted by itself) on a sample, extrapolated by rows.
 */
const HELP = "npm run bench:etl -- [--scale 1]";
const DAY = "2025-12-31";
/** Somewhat more items than the 5,000,000 wanted, since sales are drawn. */
const FULL = { games: 2_000, items: 5_060_000, shoppers: 200_000 } as const;

/** As the demo's server, see jobs/local/engines.ts. */
const POSTGRES_FLAGS = [
  "shared_buffers=256MB",
  "work_mem=32MB",
  "maintenance_work_mem=256MB",
  "max_wal_size=2GB",
  "checkpoint_timeout=15min",
].flatMap((setting) => ["-c", setting]);

async function timed<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await run();
  console.log(`${what}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

async function measureAll(options: BulkOptions, env: Record<string, string>): Promise<EtlBench> {
  await timed("made the shop", () => loadBulkShop({ ...options, onStep: (step) => console.log(`  ${step} …`) }));
  const full = await timed("first ETL", () => measure("etl", addDays(DAY, -1), env));
  await timed("sold one more day, with triggers", () => addBulkDay(options));
  const night = await timed("ETL of the next night", () => measure("etl", DAY, env));
  const forced = await timed("ETL, forced", () => measure("forced", DAY, env));
  const original = await timed("the original way, on a sample", () => measure("original", DAY, env));
  return { full, night, forced, original };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: "string", default: "1" }, help: { type: "boolean" } } });
  const scale = Number(values.scale);
  if (values.help || !(scale > 0 && scale <= 1)) return console.log(HELP);
  const size = {
    games: Math.round(FULL.games * scale),
    items: FULL.items * scale,
    shoppers: Math.round(FULL.shoppers * scale),
  };
  const folder = await mkdtemp(path.join(tmpdir(), "kratos-bench-"));
  const postgres = await startEmbeddedPostgres({ databaseDir: path.join(folder, "pg"), flags: POSTGRES_FLAGS });
  const s3 = await startLocalS3({ dataDir: path.join(folder, "s3"), logFile: path.join(folder, "s3.log") });
  try {
    await createDatabase(postgres.urlOf("postgres"), "bench");
    const databaseUrl = postgres.urlOf("bench");
    await applyMigrations(databaseUrl);
    const bucket = { S3_ENDPOINT: s3.endpoint, S3_REGION: "us-east-1", S3_BUCKET: "bench" };
    const keys = { S3_ACCESS_KEY_ID: "bench", S3_SECRET_ACCESS_KEY: "bench-secret" };
    await new S3Storage({ ...bucket, ...keys }).ensureBucket();
    const env = { ...bucket, ...keys, DATABASE_URL: databaseUrl, LOG_LEVEL: "warn" };
    const bench = await measureAll({ databaseUrl, day: DAY, size }, env);
    const isMet = printReport(bench);
    if (scale < 1) console.log("The targets are those of the full scale.");
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
