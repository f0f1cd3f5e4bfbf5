import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createDatabase, startEmbeddedPostgres } from "@/jobs/local/embedded-postgres";
import { startLocalS3 } from "@/jobs/local/local-s3";
import type { BulkOptions } from "@/jobs/simulate/bulk/load-bulk-shop";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import { applyMigrations } from "@/prisma/migrator";

/** Last day of the shop of the benchmarks. */
export const BENCH_DAY = "2025-12-31";

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

const KEYS = { S3_REGION: "us-east-1", S3_ACCESS_KEY_ID: "bench", S3_SECRET_ACCESS_KEY: "bench-secret" };

/** A store of a benchmark: the settings of its processes, and its bucket. */
export type BenchStore = { env: typeof KEYS & Record<string, string> & { DATABASE_URL: string }; storage: S3Storage };

/** The engines that a benchmark has for itself. */
export type BenchEngines = {
  urlOf: (database: string) => string;
  /** The store of a name; nothing is made. */
  storeOf: (name: string) => BenchStore;
  /** Makes a store: a migrated database and an empty bucket. */
  createStore: (name: string) => Promise<BenchStore>;
};

/** Runs a step and prints how long it took. */
export async function timed<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await run();
  console.log(`${what}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/** What to make a shop of: the share `scale` of 2,000 games and 5,000,000 order items. */
export function toBulkOptions({ env }: BenchStore, scale: number): BulkOptions {
  const { games, items, shoppers } = FULL;
  const size = { games: Math.round(games * scale), items: items * scale, shoppers: Math.round(shoppers * scale) };
  return { databaseUrl: env.DATABASE_URL, day: BENCH_DAY, size };
}

function toEngines(urlOf: BenchEngines["urlOf"], endpoint: string): BenchEngines {
  const storeOf = (name: string): BenchStore => ({
    env: { ...KEYS, S3_ENDPOINT: endpoint, S3_BUCKET: name, DATABASE_URL: urlOf(name), LOG_LEVEL: "warn" },
    storage: new S3Storage({ ...KEYS, S3_ENDPOINT: endpoint, S3_BUCKET: name }),
  });
  const createStore = async (name: string) => {
    const store = storeOf(name);
    await createDatabase(urlOf("postgres"), name);
    await applyMigrations(store.env.DATABASE_URL);
    await store.storage.ensureBucket();
    return store;
  };
  return { urlOf, storeOf, createStore };
}

async function main(name: string, run: (engines: BenchEngines, scale: number) => Promise<boolean>): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: "string", default: "1" }, help: { type: "boolean" } } });
  const scale = Number(values.scale);
  if (values.help || !(scale > 0 && scale <= 1)) return console.log(`npm run ${name} -- [--scale 1]`);
  const folder = await mkdtemp(path.join(tmpdir(), "kratos-bench-"));
  const postgres = await startEmbeddedPostgres({ databaseDir: path.join(folder, "pg"), flags: POSTGRES_FLAGS });
  const s3 = await startLocalS3({ dataDir: path.join(folder, "s3"), logFile: path.join(folder, "s3.log") });
  try {
    const isMet = await run(toEngines(postgres.urlOf, s3.endpoint), scale);
    if (scale < 1) console.log("The targets are those of the full scale.");
    process.exitCode = isMet || scale < 1 ? 0 : 1;
  } finally {
    await s3.child.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a benchmark on engines of its own, at the scale that the command line names; `run` tells whether the targets
 * were met. Ends the process.
 */
export function runBulkBench(name: string, run: (engines: BenchEngines, scale: number) => Promise<boolean>): void {
  main(name, run).then(
    () => process.exit(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
