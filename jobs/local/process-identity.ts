import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process by number and start: numbers are used again, the pair is not. */
export type ProcessIdentity = { pid: number; startedAt: string };

/** State and start of a process; the command name, which may hold spaces and brackets, ends at the last bracket. */
function readLinuxStat(pid: number): { state: string; startedAt: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return { state: fields[0] ?? "", startedAt: `${boot}:${fields[19] ?? ""}` };
  } catch {
    return null;
  }
}

function readPs(pid: number): { state: string; startedAt: string } | null {
  try {
    const line = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return { state: line.slice(0, 1), startedAt: line.replace(/^\S+\s+/, "") };
  } catch {
    return null;
  }
}

/** The identity of a process that runs now; null where there is none, or only its zombie. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  const found = process.platform === "linux" ? readLinuxStat(pid) : readPs(pid);
  return found && found.state !== "Z" ? { pid, startedAt: found.startedAt } : null;
}

/** Whether that very process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

/** Sends a signal to a process, or with `group` to all of its process group; false where nobody was there to get it. */
export function signalProcess(pid: number, signal: NodeJS.Signals, group = false): boolean {
  try {
    process.kill(group ? -pid : pid, signal);
    return true;
  } catch {
    return false;
  }
}

const POLL_MS = 50;

/** Waits until the process is gone; false where it is still there when the time is over. */
export async function waitForEnd(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return true;
}

/** Stops a process that an earlier run left behind: asks first, kills after the grace. Any other process is left alone. */
export async function stopLeftover(
  identity: ProcessIdentity,
  options: { signal: NodeJS.Signals; graceMs: number; group: boolean },
): Promise<boolean> {
  if (!isRunning(identity)) return false;
  signalProcess(identity.pid, options.signal, options.group);
  if (!(await waitForEnd(identity, options.graceMs))) {
    signalProcess(identity.pid, "SIGKILL", options.group);
    await waitForEnd(identity, 5_000);
  }
  return true;
}
