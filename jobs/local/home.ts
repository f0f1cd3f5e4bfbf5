import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Child, ROOT } from "./child";
import { type EngineSettings, engineSettingsSchema } from "./engine-settings";
import { readJson, writeJson } from "./json-file";
import { LocalError } from "./local-error";
import { identifyProcess, isRunning, type ProcessIdentity, stopLeftover } from "./process-identity";
import { type LocalSecrets, readSecrets } from "./secrets";

const identitySchema = z.object({ pid: z.number().int().positive(), startedAt: z.string() });

/** What a run writes down about itself, for the next one to find. */
const runSchema = z.object({
  owner: identitySchema,
  /** The npm that started the run; a run that outlived it has lost its terminal. */
  launcher: identitySchema.nullable(),
  url: z.string().nullable(),
  engines: engineSettingsSchema.nullable(),
  children: z.array(z.object({ name: z.string(), identity: identitySchema, signal: z.string() })),
});
type Run = z.infer<typeof runSchema>;

/** The folder of the local engines' data, held by one run at a time. */
export type Home = {
  dir: string;
  path(...parts: string[]): string;
  logFile(name: string): string;
  secrets: LocalSecrets;
  /** Writes a child down, so that the next run can stop it should this one be killed. */
  track(child: Child): void;
  /** Writes down where the store answers and on which engines it works. */
  announce(url: string, engines: EngineSettings): void;
  close(): void;
};

const STOP_GRACE_MS = 15_000;

/** The folder that KRATOS_HOME names, or `.kratos` in the repository. */
export function getHomeDir(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env.KRATOS_HOME?.trim() || path.join(ROOT, ".kratos"));
}

/** Takes the lock that the system gives back by itself when the process ends, however it ends; null where it is taken. */
function tryLock(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file);
  try {
    database.exec("pragma locking_mode = exclusive; begin exclusive");
    return database;
  } catch {
    database.close();
    return null;
  }
}

async function lockHome(dir: string): Promise<DatabaseSync> {
  const file = path.join(dir, "lock");
  const lock = tryLock(file);
  if (lock) return lock;
  const run = readJson(path.join(dir, "run.json"), runSchema);
  const isOrphan = run?.launcher && !isRunning(run.launcher);
  if (run && isOrphan) {
    await stopLeftover(run.owner, { signal: "SIGTERM", graceMs: STOP_GRACE_MS, group: false });
    const second = tryLock(file);
    if (second) return second;
  }
  const where = run?.url ? ` at ${run.url}` : "";
  const who = run ? ` (process ${run.owner.pid})` : "";
  throw new LocalError(
    `Kratos already runs${where} from ${dir}${who}; stop it first, or set KRATOS_HOME to another folder`,
  );
}

/** Stops what a killed run has left: each child is asked the way it wants to be asked. */
async function stopLeftovers(file: string): Promise<string[]> {
  const run = readJson(file, runSchema);
  if (!run) return [];
  const stopped = await Promise.all(
    run.children.map(async ({ name, identity, signal }) => {
      const options = { signal: signal as NodeJS.Signals, graceMs: STOP_GRACE_MS, group: true };
      return (await stopLeftover(identity, options)) ? [name] : [];
    }),
  );
  rmSync(file, { force: true });
  return stopped.flat();
}

function findLauncher(env: NodeJS.ProcessEnv): ProcessIdentity | null {
  return env.npm_lifecycle_event ? identifyProcess(process.ppid) : null;
}

/** Calls back when the npm that started this process is gone: without it nobody can press Ctrl-C any more. */
export function watchLauncher(onGone: () => void): void {
  const launcher = findLauncher(process.env);
  if (!launcher) return;
  const timer = setInterval(() => {
    if (isRunning(launcher)) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

/**
 * Takes a folder for this run. A second run at the same time is refused; what a killed run left behind is stopped, and
 * `onLeftovers` hears the names.
 */
export async function openHome(dir: string, onLeftovers: (names: string[]) => void = () => undefined): Promise<Home> {
  mkdirSync(path.join(dir, "logs"), { recursive: true, mode: 0o700 });
  const lock = await lockHome(dir);
  const runFile = path.join(dir, "run.json");
  const leftovers = await stopLeftovers(runFile);
  if (leftovers.length > 0) onLeftovers(leftovers);
  const owner = identifyProcess(process.pid) ?? { pid: process.pid, startedAt: "" };
  const run: Run = { owner, launcher: findLauncher(process.env), url: null, engines: null, children: [] };
  let isClosed = false;
  const save = () => {
    if (!isClosed) writeJson(runFile, run);
  };
  save();
  return {
    dir,
    path: (...parts) => path.join(dir, ...parts),
    logFile: (name) => path.join(dir, "logs", `${name}.log`),
    secrets: readSecrets(path.join(dir, "secrets.json")),
    track: ({ name, identity, stopSignal, ended }) => {
      run.children.push({ name, identity, signal: stopSignal });
      save();
      void ended.then(() => {
        run.children = run.children.filter((child) => child.identity !== identity);
        save();
      });
    },
    announce: (url, engines) => {
      run.url = url;
      run.engines = engines;
      save();
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      rmSync(runFile, { force: true });
      lock.close();
    },
  };
}
