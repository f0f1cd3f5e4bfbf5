import { readFileSync } from "node:fs";
import path from "node:path";
import { type Child, ROOT } from "./child";
import { LocalError, lastLines } from "./local-error";
import type { LocalRun } from "./local-run";

const READY_TIMEOUT_MS = 120_000;
const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");

/** Runs `next build`, which needs nothing of the engines. */
export function buildForProduction(run: LocalRun, env: NodeJS.ProcessEnv): Promise<void> {
  return run.runToEnd({ name: "build", command: process.execPath, args: [NEXT, "build"], env });
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000), redirect: "manual" });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}

/** Starts the web server and waits until the landing page answers. */
export async function startWebServer(
  run: LocalRun,
  options: { mode: "production" | "development"; port: number; env: NodeJS.ProcessEnv },
): Promise<Child> {
  const { mode, port, env } = options;
  // The demo's passwords are known to everybody: other machines see the store only where KRATOS_HOST asks for it.
  const host = env.KRATOS_HOST?.trim() || "127.0.0.1";
  const url = `http://localhost:${port}/`;
  const child = await run.start({
    name: "web",
    command: process.execPath,
    args: [NEXT, mode === "production" ? "start" : "dev", "-p", String(port), "-H", host],
    env,
  });
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(await answers(url))) {
    if (child.hasEnded() || Date.now() > deadline) {
      const isSecondDev = /Another .*next dev.* server is already running/.test(readFileSync(child.logFile, "utf8"));
      const why = isSecondDev ? "another `next dev` runs in this folder" : lastLines(child.logFile, 1);
      throw new LocalError(`the web server does not answer at ${url}: ${why} (see ${child.logFile})`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return child;
}

/** Starts the process that runs the pipelines. */
export function startWorker(run: LocalRun, env: NodeJS.ProcessEnv): Promise<Child> {
  return run.start({ name: "worker", args: ["jobs/worker.ts"], env });
}
