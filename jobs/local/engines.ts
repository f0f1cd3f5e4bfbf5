import pg from "pg";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import type { Child } from "./child";
import { createDatabase, startEmbeddedPostgres } from "./embedded-postgres";
import type { EngineSettings } from "./engine-settings";
import type { Home } from "./home";
import { describeConnectionError, LocalError } from "./local-error";
import { startLocalS3 } from "./local-s3";

/** The engines that a run works on: ours, or the ones that the environment names. */
export type Engines = {
  settings: EngineSettings;
  isOwnDatabase: boolean;
  isOwnStorage: boolean;
};

const DATABASE = "kratos";
const CONNECT_TIMEOUT_MS = 5_000;
/** Ports that are asked for, so that a saved connection works again; others are taken where they are busy. */
const POSTGRES_PORT = 54_320;
const S3_PORT = 54_330;

/** Room for the seed's bulk load; durability stays whole, so that an order that was confirmed survives `kill -9`. */
const POSTGRES_SETTINGS = [
  "shared_buffers=256MB",
  "work_mem=32MB",
  "maintenance_work_mem=256MB",
  "max_wal_size=2GB",
  "checkpoint_timeout=15min",
  "max_connections=100",
  "log_min_messages=warning",
];

/** Whether the environment names a database of the user's own. */
export function namesDatabase(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env.DATABASE_URL?.trim());
}

/** Whether the environment names an S3 server of the user's own; half of the settings is an error, not a guess. */
export function namesStorage(env: NodeJS.ProcessEnv): boolean {
  if (!env.S3_ENDPOINT?.trim()) return false;
  const missing = ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"].filter((name) => !env[name]?.trim());
  if (missing.length > 0) throw new LocalError(`S3_ENDPOINT is set, but ${missing.join(" and ")} is not`);
  return true;
}

function describeUrl(value: string): string {
  try {
    const url = new URL(value);
    return `${url.host}${url.pathname}`;
  } catch {
    throw new LocalError(
      "DATABASE_URL is not a connection string such as postgresql://user:password@host:5432/database",
    );
  }
}

/** Fails in one line, without the password, where the database of a connection string cannot be reached. */
export async function checkDatabase(url: string): Promise<void> {
  const where = describeUrl(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
  } catch (error) {
    throw new LocalError(
      `the database of DATABASE_URL (${where}) cannot be reached: ${describeConnectionError(error)}`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Fails in one line where the bucket can be neither reached nor made. */
export async function checkStorage(settings: EngineSettings): Promise<void> {
  try {
    await new S3Storage(settings).ensureBucket();
  } catch (error) {
    const where = `${settings.S3_BUCKET} at ${settings.S3_ENDPOINT}`;
    throw new LocalError(`the bucket of S3_ENDPOINT (${where}) cannot be reached: ${describeConnectionError(error)}`);
  }
}

async function startDatabase(home: Home, onChild: (child: Child) => void): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    databaseDir: home.path("postgres"),
    port: POSTGRES_PORT,
    logFile: home.logFile("postgres"),
    flags: POSTGRES_SETTINGS.flatMap((setting) => ["-c", setting]),
    onChild,
  });
  await createDatabase(postgres.urlOf("postgres"), DATABASE);
  return postgres.urlOf(DATABASE);
}

/** Starts the engines that the environment does not name, and checks that all can be reached. */
export async function startEngines(options: {
  home: Home;
  env: NodeJS.ProcessEnv;
  onChild: (child: Child) => void;
}): Promise<Engines> {
  const { home, env, onChild } = options;
  const isOwnStorage = !namesStorage(env);
  const isOwnDatabase = !namesDatabase(env);
  const [databaseUrl, s3] = await Promise.all([
    isOwnDatabase ? startDatabase(home, onChild) : (env.DATABASE_URL?.trim() ?? ""),
    isOwnStorage
      ? startLocalS3({ dataDir: home.path("s3"), logFile: home.logFile("s3"), port: S3_PORT, onChild })
      : null,
  ]);
  const settings: EngineSettings = {
    DATABASE_URL: databaseUrl,
    S3_ENDPOINT: s3?.endpoint ?? env.S3_ENDPOINT?.trim() ?? "",
    S3_REGION: env.S3_REGION?.trim() || "us-east-1",
    S3_BUCKET: env.S3_BUCKET?.trim() || "kp-artifacts-data",
    S3_ACCESS_KEY_ID: (isOwnStorage ? home.secrets.s3AccessKeyId : env.S3_ACCESS_KEY_ID) ?? "",
    S3_SECRET_ACCESS_KEY: (isOwnStorage ? home.secrets.s3SecretAccessKey : env.S3_SECRET_ACCESS_KEY) ?? "",
  };
  await checkDatabase(settings.DATABASE_URL);
  await checkStorage(settings);
  return { settings, isOwnDatabase, isOwnStorage };
}
