import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startChild } from "./child";
import { type Home, openHome } from "./home";
import { writeJson } from "./json-file";
import { identifyProcess, isRunning } from "./process-identity";

let dir: string;
const holders: ChildProcess[] = [];
const homes: Home[] = [];

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "kratos-home-"));
});

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill("SIGKILL");
  for (const home of homes.splice(0)) home.close();
  await rm(dir, { recursive: true, force: true });
});

async function open(onLeftovers?: (names: string[]) => void): Promise<Home> {
  const home = await openHome(dir, onLeftovers);
  homes.push(home);
  return home;
}

/** Another process that holds the home; with a launcher that is gone where it is asked for. */
async function holdInAnotherProcess(env: NodeJS.ProcessEnv = process.env): Promise<ChildProcess> {
  const script = path.join(dir, "holder.ts");
  const source = path.join(import.meta.dirname, "home.ts");
  await writeFile(
    script,
    `import { openHome } from ${JSON.stringify(source)};
     openHome(${JSON.stringify(dir)}).then((home) => {
       process.on("SIGTERM", () => { home.close(); process.exit(0); });
       console.log("held");
       setInterval(() => {}, 1000);
     });`,
  );
  const holder = spawn(process.execPath, ["--import", "tsx", script], { env, stdio: ["ignore", "pipe", "inherit"] });
  holders.push(holder);
  await new Promise((resolve) => holder.stdout?.once("data", resolve));
  return holder;
}

describe("openHome", () => {
  it("refuses a second run in one line that says who holds the folder", async () => {
    const holder = await holdInAnotherProcess();
    await expect(open()).rejects.toThrow(`process ${holder.pid}`);
  });

  it("is free again when its holder was killed without a word", async () => {
    const holder = await holdInAnotherProcess();
    holder.kill("SIGKILL");
    await new Promise((resolve) => holder.once("exit", resolve));
    await open();
  });

  it("stops a run whose npm was killed, and takes its place", async () => {
    const holder = await holdInAnotherProcess({ ...process.env, npm_lifecycle_event: "demo" });
    const file = path.join(dir, "run.json");
    const run = JSON.parse(await readFile(file, "utf8"));
    expect(run.launcher.pid).toBe(process.pid);
    writeJson(file, { ...run, launcher: { pid: process.pid, startedAt: "an npm that is gone" } });
    const ended = new Promise((resolve) => holder.once("exit", resolve));
    await open();
    expect(await ended).toBe(0);
  });

  it("stops the children that a killed run has left, and only those", async () => {
    const args = ["-e", "setInterval(() => {}, 1000)"];
    const logFile = path.join(dir, "logs", "x.log");
    const left = await startChild({ name: "left", command: process.execPath, args, logFile });
    const other = await startChild({ name: "other", command: process.execPath, args, logFile });
    const gone = { pid: 4_194_300, startedAt: "before" };
    writeJson(path.join(dir, "run.json"), {
      owner: gone,
      launcher: null,
      url: null,
      engines: null,
      children: [
        { name: "left", identity: left.identity, signal: "SIGTERM" },
        { name: "recycled number", identity: { ...other.identity, startedAt: "before" }, signal: "SIGTERM" },
      ],
    });
    const heard = vi.fn();
    await open(heard);
    expect(heard).toHaveBeenCalledWith(["left"]);
    expect(isRunning(left.identity)).toBe(false);
    expect(isRunning(other.identity)).toBe(true);
    await other.stop();
  });

  it("makes the secrets once, for nobody else to read, and again where the file is broken", async () => {
    const first = await open();
    const file = path.join(dir, "secrets.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    first.close();
    const second = await open();
    expect(second.secrets).toEqual(first.secrets);
    second.close();
    await writeFile(file, "{");
    expect((await open()).secrets.nextauthSecret).toHaveLength(43);
  });

  it("forgets a child that has ended, and the run when it is closed", async () => {
    const home = await open();
    const file = path.join(dir, "run.json");
    const child = await startChild({
      name: "brief",
      command: process.execPath,
      args: ["-e", ""],
      logFile: home.logFile("brief"),
    });
    home.track(child);
    await child.ended;
    await vi.waitFor(async () => expect(JSON.parse(await readFile(file, "utf8")).children).toEqual([]));
    home.close();
    expect(existsSync(file)).toBe(false);
  });
});

describe("identifyProcess", () => {
  it("tells a process that runs from one that does not", () => {
    expect(identifyProcess(process.pid)).toEqual(identifyProcess(process.pid));
    expect(identifyProcess(4_194_300)).toBeNull();
  });
});
