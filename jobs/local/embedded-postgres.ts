import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import getPort from "get-port";
import pg from "pg";
import { type Child, startChild } from "./child";
import { LocalError, lastLines } from "./local-error";
import { findPostgresProgram, prepareDataFolder, type RunAs } from "./postgres-program";
import { identifyProcess, stopLeftover } from "./process-identity";

/** A running embedded PostgreSQL. */
export type LocalPostgres = {
  port: number;
  child: Child;
  /** Connection string of one of its databases. */
  urlOf(database: string): string;
  stop(): Promise<void>;
};

/** Where the data is, and the port it is asked to take; `onChild` hears of each process before it is ready. */
export type LocalPostgresOptions = {
  databaseDir: string;
  port?: number;
  flags?: string[];
  logFile?: string;
  onChild?: (child: Child) => void;
};

const USER = "kratos";
const PASSWORD = "kratos";
const START_TIMEOUT_MS = 60_000;
/** Fast shutdown: sessions are ended, the data is written down. */
const STOP_SIGNAL = "SIGINT";
const STOP_GRACE_MS = 20_000;

/** Stops the server that a killed run left on this data, which would refuse a second one. */
async function stopLeftoverServer(databaseDir: string): Promise<void> {
  const pidFile = path.join(databaseDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
  const identity = Number.isInteger(pid) && pid > 0 ? identifyProcess(pid) : null;
  if (identity && (await isServerOf(pid, databaseDir))) {
    await stopLeftover(identity, { signal: STOP_SIGNAL, graceMs: STOP_GRACE_MS, group: false });
  }
  await rm(pidFile, { force: true });
}

async function isServerOf(pid: number, databaseDir: string): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return commandLine.split("\0").includes(databaseDir);
}

async function createCluster(initdb: string, runAs: RunAs, options: LocalPostgresOptions, logFile: string) {
  const { databaseDir } = options;
  // initdb writes PG_VERSION early and pg_control late: a folder without the latter is a killed initdb.
  await rm(databaseDir, { recursive: true, force: true });
  await prepareDataFolder(databaseDir);
  const passwordFile = path.join(path.dirname(databaseDir), `.password-${process.pid}`);
  await writeFile(passwordFile, `${PASSWORD}\n`, { mode: 0o644 });
  const args = [
    `--pgdata=${databaseDir}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
  ];
  try {
    const child = await startChild({ name: "initdb", command: initdb, args, logFile, cwd: "/", ...runAs });
    options.onChild?.(child);
    const { code } = await child.ended;
    if (code !== 0) throw new LocalError(`PostgreSQL could not lay out ${databaseDir}: ${lastLines(logFile)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Whether a server answers on that port with our password: it does so only once it is ready. */
async function isReady(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function waitUntilReady(url: string, child: Child): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await isReady(url))) {
    if (child.hasEnded() || Date.now() > deadline) {
      await child.stop(1_000);
      throw new LocalError(`PostgreSQL could not start: ${lastLines(child.logFile)} (see ${child.logFile})`);
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/**
 * Starts PostgreSQL from npm on loopback over the given folder, creating the cluster the first time.
 * A server left behind there by a killed run is stopped first, so that it cannot block this one.
 */
export async function startEmbeddedPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const databaseDir = path.resolve(options.databaseDir);
  const logFile = options.logFile ?? `${databaseDir}.log`;
  const program = await findPostgresProgram();
  const runAs = await prepareDataFolder(databaseDir);
  if (!existsSync(path.join(databaseDir, "global", "pg_control"))) {
    await createCluster(program.initdb, runAs, { ...options, databaseDir }, logFile);
  }
  await stopLeftoverServer(databaseDir);
  const port = await getPort(options.port === undefined ? {} : { port: options.port });
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "log_timezone=UTC"];
  const flags = [...settings.flatMap((setting) => ["-c", setting]), ...(options.flags ?? [])];
  const child = await startChild({
    name: "postgres",
    command: program.postgres,
    args: ["-D", databaseDir, "-p", String(port), ...flags],
    logFile,
    cwd: "/",
    stopSignal: STOP_SIGNAL,
    ...runAs,
  });
  options.onChild?.(child);
  const urlOf = (database: string) => `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(urlOf("postgres"), child);
  return { port, child, urlOf, stop: () => child.stop(STOP_GRACE_MS) };
}

/** Creates a database where it is not there yet; `template` copies another one. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount) return;
    const suffix = template ? ` template ${client.escapeIdentifier(template)}` : "";
    await client.query(`create database ${client.escapeIdentifier(name)}${suffix}`);
  } finally {
    await client.end();
  }
}
