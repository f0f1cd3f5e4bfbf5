import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect } from "vitest";

/** How a process ended and what it said. */
export type ProcessEnd = { code: number | null; out: string; err: string };

/** A process of a test's own. */
export type TestProcess = {
  child: ChildProcess;
  pid: number;
  ended: Promise<ProcessEnd>;
  /** Resolves when it has written the text; fails where it ends without it. */
  says(text: string): Promise<void>;
};

const ROOT = path.resolve(import.meta.dirname, "../../..");
const running = new Set<ChildProcess>();

/** Starts a script of the repository as `npm run` would, in an environment of its own. */
export function startScript(script: string, args: readonly string[], env: Record<string, string>): TestProcess {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
  });
  let isOver = false;
  const ended = once(child, "close").then(([code]): ProcessEnd => {
    isOver = true;
    running.delete(child);
    return { code: typeof code === "number" ? code : null, ...said };
  });
  const says = async (text: string) => {
    const isSaid = () => said.out.includes(text) || said.err.includes(text);
    await expect.poll(() => isSaid() || isOver, { timeout: 60_000 }).toBe(true);
    if (!isSaid()) throw new Error(`${script} ended without saying ${text}: ${said.err}${said.out}`);
  };
  return { child, pid: child.pid ?? 0, ended, says };
}

/** `npm run job -- …` as a process of its own, on a test's engines. */
export function toJobStarter(engines: () => Record<string, string>) {
  return (line: string, env: Record<string, string> = {}): TestProcess =>
    startScript("jobs/cli.ts", line.split(" "), { ...engines(), ...env });
}

/** Kills what a test has left running. */
export function killLeftProcesses(): void {
  for (const child of running) child.kill("SIGKILL");
}
