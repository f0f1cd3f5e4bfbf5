import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";
import { z } from "zod";
import { readJson } from "@/jobs/local/json-file";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the store under test answers, without a slash at the end. */
    baseUrl: string;
    /** Its KRATOS_HOME. */
    storeHome: string;
  }
}

const ROOT = path.resolve(import.meta.dirname, "..");
const READY = /^Kratos is ready at (http:\/\/localhost:\d+)$/;
const START_TIMEOUT_MS = 10 * 60_000;
const STOP_TIMEOUT_MS = 40_000;

/** Not 3000: a developer's own store may run there while the tests do. */
const PORT = "3900";

/** A quarter of the sales: as many games and days, and a start that is half a minute shorter. */
const SCALE = "0.25";

/** Names that must not reach the store under test: it works on engines of its own, whatever a developer has set. */
const OWN_ENGINES = {
  DATABASE_URL: "",
  S3_ENDPOINT: "",
  S3_BUCKET: "",
  NEXTAUTH_SECRET: undefined,
  CRON_SECRET: undefined,
};

type Store = { baseUrl: string; home: string; stop(): Promise<void> };

async function printLogs(home: string): Promise<void> {
  const folder = path.join(home, "logs");
  for (const name of await readdir(folder).catch(() => [])) {
    const tail = readFileSync(path.join(folder, name), "utf8").trim().split("\n").slice(-15).join("\n");
    console.error(`--- ${name}\n${tail}`);
  }
}

/** For work on the tests: the store that runs from the KRATOS_HOME that E2E_STORE_HOME names, instead of a new one. */
function findRunningStore(): Store | null {
  const home = process.env.E2E_STORE_HOME;
  if (!home) return null;
  const run = readJson(path.join(home, "run.json"), z.object({ url: z.url() }));
  if (!run) throw new Error(`no store runs from ${home}`);
  return { baseUrl: run.url, home, stop: async () => undefined };
}

/** Starts the whole store by the command that a newcomer types, in a folder of its own. */
async function startStore(): Promise<Store> {
  const home = await mkdtemp(path.join(tmpdir(), "kratos-e2e-"));
  // As under npm, the store ends when the process that started it is gone.
  const launched = { npm_lifecycle_event: "demo" };
  const env = { ...process.env, ...OWN_ENGINES, ...launched, KRATOS_HOME: home, PORT, KRATOS_DEMO_SCALE: SCALE };
  const store = spawn(process.execPath, ["--import", "tsx", "jobs/local/demo.ts"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => store.once("exit", () => resolve()));
  const stop = async () => {
    store.kill("SIGTERM");
    const timer = setTimeout(() => store.kill("SIGKILL"), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
    await rm(home, { recursive: true, force: true });
  };
  const baseUrl = await new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), START_TIMEOUT_MS);
    createInterface({ input: store.stdout }).on("line", (line) => {
      console.log(`  ${line}`);
      const url = READY.exec(line)?.[1];
      if (url) resolve(url);
    });
    void ended.then(() => resolve(null)).finally(() => clearTimeout(timer));
  });
  if (baseUrl === null) {
    await printLogs(home);
    await stop();
    throw new Error("the store under test did not start");
  }
  return { baseUrl, home, stop };
}

/** Each of the projects of browser tests loads this module for itself, and all of them use one store. */
const shared = globalThis as typeof globalThis & { kratosStoreUnderTest?: Promise<Store> };

/** Vitest's global set-up of the browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const isFirst = !shared.kratosStoreUnderTest;
  shared.kratosStoreUnderTest ??= Promise.resolve(findRunningStore() ?? startStore());
  const { baseUrl, home, stop } = await shared.kratosStoreUnderTest;
  project.provide("baseUrl", baseUrl);
  project.provide("storeHome", home);
  return isFirst ? stop : async () => undefined;
}
