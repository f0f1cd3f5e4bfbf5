import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { identifyProcess, type ProcessIdentity, signalProcess } from "./process-identity";

/** How a child ended. */
export type ChildEnd = { code: number | null; signal: NodeJS.Signals | null };

/** A process that this one started and will stop. */
export type Child = {
  name: string;
  identity: ProcessIdentity;
  logFile: string;
  /** Signal that asks it to stop in order. */
  stopSignal: NodeJS.Signals;
  ended: Promise<ChildEnd>;
  hasEnded(): boolean;
  /** Asks it to stop, kills it after the grace, and waits for its end. */
  stop(graceMs?: number): Promise<void>;
};

/** What to start, and how to stop it. */
export type ChildOptions = {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  stopSignal?: NodeJS.Signals;
  uid?: number;
  gid?: number;
  /** Opens a channel, on which the child reports. */
  onMessage?: (message: unknown) => void;
};

/** The repository's root, where every child runs. */
export const ROOT = path.resolve(import.meta.dirname, "../..");

let keeper: ChildProcess | undefined;

/** The process that ends the children should this one be killed; started with the first child. */
function getKeeper(): ChildProcess {
  if (keeper?.connected) return keeper;
  const started = spawn(process.execPath, [path.join(import.meta.dirname, "keeper.ts")], {
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    cwd: "/",
  });
  started.on("error", () => undefined);
  started.unref();
  started.channel?.unref();
  keeper = started;
  return started;
}

function tellKeeper(message: Record<string, unknown>): void {
  const to = getKeeper();
  if (to.connected) to.send(message, () => undefined);
}

/** Starts a process in a group of its own, its output in a log file; it ends when this process ends, however that is. */
export async function startChild(options: ChildOptions): Promise<Child> {
  mkdirSync(path.dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, "a");
  const process_ = spawn(options.command, options.args, {
    cwd: options.cwd ?? ROOT,
    env: options.env ?? process.env,
    detached: true,
    stdio: ["ignore", log, log, ...(options.onMessage ? (["ipc"] as const) : [])],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid }),
  });
  closeSync(log);
  const stopSignal = options.stopSignal ?? "SIGTERM";
  let end: ChildEnd | undefined;
  const ended = new Promise<ChildEnd>((resolve) => {
    // Not `exit`: what the child reported last may still be on its way then.
    process_.once("close", (code, signal) => {
      end = { code, signal };
      // What the child itself had started and left in its group goes with it.
      if (process_.pid !== undefined) signalProcess(process_.pid, "SIGKILL", true);
      tellKeeper({ forget: process_.pid });
      resolve(end);
    });
  });
  await new Promise<void>((resolve, reject) => {
    process_.once("spawn", resolve);
    process_.once("error", (cause) => reject(new Error(`${options.name} could not be started`, { cause })));
  });
  const { pid } = process_;
  if (pid === undefined) throw new Error(`${options.name} has no process number`);
  tellKeeper({ watch: pid, signal: stopSignal });
  if (options.onMessage) process_.on("message", options.onMessage);
  return {
    name: options.name,
    identity: identifyProcess(pid) ?? { pid, startedAt: "" },
    logFile: options.logFile,
    stopSignal,
    ended,
    hasEnded: () => end !== undefined,
    stop: async (graceMs = 8_000) => {
      if (end) return;
      signalProcess(pid, stopSignal, true);
      const timer = setTimeout(() => signalProcess(pid, "SIGKILL", true), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
