import { type Child, type ChildOptions, startChild } from "./child";
import type { Home } from "./home";
import { LocalError, lastLines } from "./local-error";
import { toScriptArgs } from "./local-s3";
import type { Steps } from "./steps";

/** A run of the local installation: what its parts share. */
export type LocalRun = {
  home: Home;
  steps: Steps;
  /** Starts a process that this run stops at its end. */
  start(options: StartOptions): Promise<Child>;
  /** Runs one of our scripts to its end; fails in one line that names its log. */
  runToEnd(options: StartOptions): Promise<void>;
  /** Takes over an engine, which is stopped after the processes that work on it. */
  adoptEngine(child: Child): void;
  engines(): readonly Child[];
  /** Stops the processes, then the engines; from now on nothing can be started. */
  stopAll(): Promise<void>;
};

/** What to start: a script of ours, or with `command` any program. */
export type StartOptions = {
  name: string;
  command?: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  onMessage?: ChildOptions["onMessage"];
};

/** A process could not be started because the run is being stopped. */
export class StoppingError extends LocalError {
  constructor() {
    super("the run is being stopped");
  }
}

const STOP_GRACE_MS = 8_000;
const ENGINE_GRACE_MS = 15_000;

/** Makes a run over a home. */
export function createLocalRun(home: Home, steps: Steps): LocalRun {
  const children: Child[] = [];
  const engines: Child[] = [];
  let isStopping = false;
  const start = async (options: StartOptions): Promise<Child> => {
    if (isStopping) throw new StoppingError();
    const child = await startChild({
      name: options.name,
      command: options.command ?? process.execPath,
      args: options.command ? options.args : toScriptArgs(...(options.args as [string, ...string[]])),
      env: options.env,
      logFile: home.logFile(options.name),
      onMessage: options.onMessage,
    });
    children.push(child);
    home.track(child);
    if (isStopping) await child.stop(STOP_GRACE_MS);
    return child;
  };
  return {
    home,
    steps,
    start,
    engines: () => engines.filter((engine) => !engine.hasEnded()),
    runToEnd: async (options) => {
      const child = await start(options);
      const { code, signal } = await child.ended;
      if (code === 0) return;
      if (isStopping) throw new StoppingError();
      const how = signal ? `was ended by ${signal}` : "failed";
      throw new LocalError(`${options.name} ${how}: ${lastLines(child.logFile, 1)} (see ${child.logFile})`);
    },
    adoptEngine: (child) => {
      engines.push(child);
      home.track(child);
      if (isStopping) void child.stop(ENGINE_GRACE_MS);
    },
    stopAll: async () => {
      isStopping = true;
      await Promise.all(children.map((child) => child.stop(STOP_GRACE_MS)));
      await Promise.all(engines.map((engine) => engine.stop(ENGINE_GRACE_MS)));
    },
  };
}
