import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { clearLockedPorts } from "get-port";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSalesCsvKey, parseSalesManifest, SALES_MANIFEST_KEY } from "@/jobs/etl/sales-manifest";
import { startLocalS3 } from "@/jobs/local/local-s3";
import { useTestDatabase } from "@/jobs/local/test-database";
import { toSha256 } from "@/jobs/model/artifact";
import { openSales } from "@/jobs/train/read-series";
import { S3Storage } from "@/lib/server/storage/s3-storage";
import type { Storage } from "@/lib/server/storage/storage";
import { hurryQueues } from "./engine-fixture";
import { killLeftProcesses, startScript } from "./processes";
import { createShop, toGameId } from "./shop";
import { createWorld, readObjects, type World } from "./world";

const GAMES = 40;
const [FIRST, SECOND] = ["2026-03-09", "2026-03-10"] as const;
const ids = Array.from({ length: GAMES }, (_, index) => toGameId(index));

const database = useTestDatabase();
let undisturbed: World;
/** What readers see of the first day and of the second where nothing fails. */
let before: string[];
let after: string[];

const runEtl = (env: Record<string, string>, ...args: string[]) =>
  startScript("jobs/cli.ts", ["etl", ...args], env).ended;

beforeAll(async () => {
  await createShop(database.db, { games: GAMES, days: 150, lastDay: SECOND });
  await hurryQueues(database);
  await database.db.$disconnect();
  undisturbed = await createWorld(database.url);
  const { env, bucket } = undisturbed;
  expect(await runEtl(env, "--date", FIRST)).toMatchObject({ code: 0 });
  before = await readUnits(bucket.storage, FIRST);
  expect(await runEtl(env, "--date", SECOND)).toMatchObject({ code: 0 });
  after = await readUnits(bucket.storage, SECOND);
});
afterAll(async () => {
  killLeftProcesses();
  await undisturbed.close();
});

/** Units of every game up to a day as readers take them; an error where they refuse a file. */
async function readUnits(storage: Storage, day: string): Promise<string[]> {
  const reader = await openSales(storage, day);
  const reads = await Promise.all(ids.map((id) => reader.read(id, Number.NEGATIVE_INFINITY)));
  return reads.map(({ series, error }) => error ?? toSha256(series?.units.join(" ") ?? ""));
}

const readDay = async (storage: Storage) => parseSalesManifest(await storage.getText(SALES_MANIFEST_KEY)).day;

describe.concurrent("a bucket that fails and hangs for a while", () => {
  it("is waited for; meanwhile nobody reads anything that is not whole", async () => {
    const disturbed = await createWorld(database.url);
    const { bucket, env } = disturbed;
    expect(await runEtl(env, "--date", FIRST)).toMatchObject({ code: 0 });
    const trouble = { refused: 0, hung: 0 };
    bucket.setDoorkeeper(async ({ method, key }) => {
      if (method !== "PUT" || !isSalesCsvKey(key)) return "none";
      // More than one attempt of the task can sit out.
      if (trouble.refused < 60) {
        trouble.refused += 1;
        return { status: 500, code: "InternalError" };
      }
      if (trouble.hung >= 3) return "none";
      trouble.hung += 1;
      return "no answer";
    });
    let isOver = false;
    const ended = runEtl(env, "--date", SECOND).finally(() => {
      isOver = true;
    });
    let looks = 0;
    while (!isOver) {
      const isPublished = (await readDay(bucket.inside)) === SECOND;
      const units = await readUnits(bucket.inside, FIRST);
      const wrong = units.filter((text, index) => text !== before[index]);
      // A file that is newer than the manifest is refused by its hash.
      expect(wrong.filter((text) => !text.includes("does not match its hash"))).toEqual([]);
      if (isPublished) expect(await readUnits(bucket.inside, SECOND)).toEqual(after);
      looks += 1;
    }
    expect(looks).toBeGreaterThan(1);
    const { code, out } = await ended;
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("succeeded in") });
    expect(trouble).toEqual({ refused: 60, hung: 3 });
    expect(await readUnits(bucket.inside, SECOND)).toEqual(after);
    expect(await readObjects(disturbed)).toEqual(await readObjects(undisturbed));
    const files = await disturbed.db.pipelineTask.findFirstOrThrow({
      where: { name: "files" },
      orderBy: { id: "desc" },
    });
    expect(files.failures).toBeGreaterThan(0);
    await disturbed.close();
  }, 240_000);
});

/** The local store as a process that may not write files beyond a size: to it the disk is full there. */
async function startFullStore(folder: string, port: number, kilobytes: number) {
  const server = `ulimit -f ${kilobytes}; exec "$0" --import tsx jobs/local/s3-server.ts ${port} "${folder}"`;
  const child = spawn("bash", ["-c", server, process.execPath], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  await once(child, "message");
  return {
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "close");
    },
  };
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => stat(path.join(file.parentPath, file.name))),
  );
  return Math.max(...sizes.map(({ size }) => size));
}

describe.skipIf(process.platform === "win32")("a local store whose disk is full", { concurrent: true }, () => {
  it("fails the run with the reason and keeps what readers see; with space, a retry ends it right", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "kratos-full-"));
    const options = { dataDir: folder, logFile: path.join(tmpdir(), `${path.basename(folder)}.log`) };
    const disturbed = await createWorld(database.url);
    let store = await startLocalS3(options);
    const env = { ...disturbed.env, S3_ENDPOINT: store.endpoint };
    const storage = new S3Storage({ S3_REGION: "us-east-1", S3_BUCKET: "test-bucket", ...env });
    await storage.ensureBucket();
    expect((await runEtl(env, "--date", FIRST)).code).toBe(0);
    await store.child.stop();

    const full = await startFullStore(folder, store.port, Math.ceil((await sizeOf(folder)) / 1024) + 16);
    const failed = await runEtl(env, "--date", SECOND);
    await full.stop();
    clearLockedPorts();
    store = await startLocalS3({ ...options, port: store.port });
    const [run] = await disturbed.db.pipelineRun.findMany({ orderBy: { createdAt: "desc" }, take: 1 });
    expect(failed.code).toBe(1);
    expect(run).toMatchObject({ state: "failed", error: expect.stringContaining("disk I/O error") });
    expect(await readDay(storage)).toBe(FIRST);
    // Whatever is read is true.
    const units = await readUnits(storage, FIRST);
    expect(units.filter((text, index) => text !== before[index] && /^[0-9a-f]{64}$/.test(text))).toEqual([]);

    const retried = await startScript("jobs/cli.ts", ["retry", run?.id ?? ""], env).ended;
    expect(retried.code).toBe(0);
    expect((await runEtl(env, "--date", SECOND)).code).toBe(0);
    expect(await disturbed.db.pipelineRun.findUnique({ where: { id: run?.id ?? "" } })).toMatchObject({
      state: "succeeded",
    });
    expect(await readUnits(storage, SECOND)).toEqual(after);
    await store.child.stop();
    await disturbed.close();
    await rm(folder, { recursive: true, force: true });
    await rm(options.logFile, { force: true });
  }, 240_000);
});
