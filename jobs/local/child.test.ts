import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startChild } from "./child";
import { identifyProcess, isRunning, stopLeftover } from "./process-identity";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kratos-child-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process that ignores being asked, with a grandchild; it logs the grandchild's number and `up`. */
const STUBBORN = `
  process.on("SIGTERM", () => console.log("asked"));
  const { spawn } = require("node:child_process");
  const grandchild = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  console.log("grandchild " + grandchild.pid);
  setInterval(() => {}, 1000);
`;

function startNode(code: string) {
  return startChild({
    name: "node",
    command: process.execPath,
    args: ["-e", code],
    logFile: path.join(folder, "logs", "node.log"),
  });
}

const readLog = () => readFile(path.join(folder, "logs", "node.log"), "utf8").catch(() => "");

async function waitForLog(pattern: RegExp): Promise<string> {
  return vi.waitFor(
    async () => {
      const match = pattern.exec(await readLog());
      if (!match) throw new Error(`the log does not say ${pattern}`);
      return match[1] ?? "";
    },
    { timeout: 10_000 },
  );
}

describe("a child", () => {
  it("writes into its log and says how it ended", async () => {
    const child = await startNode("console.log('out'); console.error('err'); process.exit(7)");
    expect(await child.ended).toEqual({ code: 7, signal: null });
    expect(await readLog()).toBe("out\nerr\n");
    await child.stop();
  });

  it("is killed with all it started when it does not stop in time", async () => {
    const child = await startNode(STUBBORN);
    const grandchild = identifyProcess(Number(await waitForLog(/grandchild (\d+)/)));
    if (!grandchild) throw new Error("there is no grandchild");
    await child.stop(300);
    expect((await child.ended).signal).toBe("SIGKILL");
    expect(await readLog()).toContain("asked");
    await vi.waitFor(() => expect(isRunning(grandchild)).toBe(false));
  });

  it("that cannot be started is an error that names it", async () => {
    const missing = startChild({
      name: "ghost",
      command: "/no/such/program",
      args: [],
      logFile: path.join(folder, "x"),
    });
    await expect(missing).rejects.toThrow("ghost");
  });

  it("ends when the process that started it is killed", async () => {
    const script = path.join(folder, "parent.ts");
    const source = path.join(import.meta.dirname, "child.ts");
    const log = path.join(folder, "logs", "node.log");
    await writeFile(
      script,
      `import { startChild } from ${JSON.stringify(source)};
         startChild({ name: "node", command: process.execPath, logFile: ${JSON.stringify(log)},
           args: ["-e", "console.log('pid ' + process.pid); setInterval(() => {}, 1000)"] });
         setInterval(() => {}, 1000);`,
    );
    const parent = spawn(process.execPath, ["--import", "tsx", script], { stdio: "ignore" });
    const child = identifyProcess(Number(await waitForLog(/pid (\d+)/)));
    if (!child) throw new Error("there is no child");
    parent.kill("SIGKILL");
    await vi.waitFor(() => expect(isRunning(child)).toBe(false), { timeout: 10_000 });
  }, 30_000);
});

describe("stopLeftover", () => {
  it("leaves a process alone that only has the number of the one looked for", async () => {
    const child = await startNode("setInterval(() => {}, 1000)");
    const other = { pid: child.identity.pid, startedAt: "before the last boot" };
    expect(await stopLeftover(other, { signal: "SIGTERM", graceMs: 100, group: true })).toBe(false);
    expect(isRunning(child.identity)).toBe(true);
    expect(await stopLeftover(child.identity, { signal: "SIGTERM", graceMs: 5_000, group: true })).toBe(true);
    expect((await child.ended).signal).toBe("SIGTERM");
  });
});
