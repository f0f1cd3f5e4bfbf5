import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { addCounts, type Counts, formatCounts, readVitestReport } from "./test-counts";

/** A runner of `npm test`: its command, and where it writes its report if it counts its own tests. */
type Runner = { name: string; command: string; args: string[]; timeoutMs: number; report?: string };

const MINUTE_MS = 60_000;
const ROOT = path.resolve(import.meta.dirname, "..");
const reports = mkdtempSync(path.join(tmpdir(), "kratos-reports-"));

function toVitest(name: string, projects: string[], timeoutMs: number): Runner {
  const report = path.join(reports, `${name}.json`);
  const args = ["run", ...projects.flatMap((project) => ["--project", project])];
  args.push("--reporter=default", "--reporter=json", `--outputFile.json=${report}`);
  return { name, command: "vitest", args, timeoutMs, report };
}

const runners: Runner[] = [
  { name: "type check", command: "npm", args: ["run", "--silent", "typecheck"], timeoutMs: 3 * MINUTE_MS },
  { name: "lint", command: "npm", args: ["run", "--silent", "lint"], timeoutMs: 3 * MINUTE_MS },
  toVitest("unit and database tests", ["unit", "db"], 14 * MINUTE_MS),
  toVitest("browser tests", ["e2e", "e2e-alone"], 17 * MINUTE_MS),
  toVitest("tests of the build for Vercel", ["build"], 12 * MINUTE_MS),
];

/** Runs a program to its end or its time limit; true where it ended well. */
function run({ name, command, args, timeoutMs }: Runner): Promise<boolean> {
  console.log(`\n=== ${name}: ${command} ${args.join(" ")}`);
  return new Promise((resolve) => {
    const bin = path.join(ROOT, "node_modules/.bin");
    const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", "inherit", "inherit"] });
    const stop = () => child.kill("SIGTERM");
    const timer = setTimeout(() => {
      console.error(`${name} did not end within ${timeoutMs / MINUTE_MS} minutes`);
      stop();
      setTimeout(() => child.kill("SIGKILL"), 20_000).unref();
    }, timeoutMs);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
    const end = (isOk: boolean) => {
      clearTimeout(timer);
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop);
      resolve(isOk);
    };
    child.once("error", (error) => {
      console.error(`${name} could not be started: ${error.message}`);
      end(false);
    });
    child.once("exit", (code) => end(code === 0));
  });
}

function count(runner: Runner, isOk: boolean): Counts {
  if (!runner.report) return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1, skipped: 0 };
  let text = "";
  try {
    text = readFileSync(runner.report, "utf8");
  } catch {
    console.error(`${runner.name} left no report`);
  }
  return readVitestReport(text, isOk);
}

async function main(): Promise<void> {
  let total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  for (const runner of runners) {
    const counts = count(runner, await run(runner));
    if (counts.failed > 0) failures.push(runner.name);
    total = addCounts(total, counts);
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(failures.length > 0 ? `\nFailed: ${failures.join(", ")}` : "\nAll is well");
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(formatCounts(total));
}

await main();
