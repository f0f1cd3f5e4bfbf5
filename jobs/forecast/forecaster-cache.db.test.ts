import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/jobs/local/test-database";
import { LIVE_MODEL_KEY, modelKeys } from "@/jobs/model/artifact";
import { toDayNumber } from "@/jobs/model/calendar";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { runTraining } from "@/jobs/train/run";
import { fillBucket } from "@/jobs/train/synthetic-bucket";
import { TEST_PLAN } from "@/jobs/train/test-plan";
import { say } from "@/lib/shared/say";
import { ForecasterCache } from "./forecaster-cache";
import { createShop } from "./synthetic-shop";

const day = "2026-05-31";
const test = useTestDatabase();
const versions: string[] = [];
const trained = new MemoryStorage();

/** A bucket that counts its reads. */
class CountingStorage extends MemoryStorage {
  readonly reads: string[] = [];

  override async find(key: string): Promise<Uint8Array | null> {
    this.reads.push(key);
    return super.find(key);
  }
}

let storage: CountingStorage;
let now: number;
let cache: ForecasterCache;

const goLive = (version: string) => storage.put(LIVE_MODEL_KEY, JSON.stringify({ version }));
const servedVersion = () => cache.get().then(({ manifest }) => manifest.version);
const readsOf = (key: string) => storage.reads.filter((read) => read === key).length;

beforeAll(async () => {
  const lastDay = toDayNumber(day);
  const store = createSyntheticStore({ games: 4, days: 200, lastDay, seed: 4 });
  await fillBucket(trained, await createShop(test.db, store), lastDay);
  for (const seed of [1, 2]) {
    versions.push((await runTraining({ storage: trained, db: test.db, day, plan: TEST_PLAN, seed })).version);
  }
});
beforeEach(async () => {
  storage = new CountingStorage();
  for (const [key, body] of trained.objects) await storage.put(key, body);
  await goLive(versions[0] ?? "");
  now = 0;
  cache = new ForecasterCache(storage, () => now);
});

describe("ForecasterCache", () => {
  it("loads once for all who ask at the same time, and not again", async () => {
    expect(await Promise.all([servedVersion(), servedVersion(), servedVersion()])).toEqual(Array(3).fill(versions[0]));
    now = 60_000;
    await servedVersion();
    expect(readsOf(modelKeys(versions[0] ?? "").weights)).toBe(1);
  });

  it("follows the live model, and looks for it every few seconds only", async () => {
    await servedVersion();
    await goLive(versions[1] ?? "");
    now = 4000;
    expect(await servedVersion()).toBe(versions[0]);
    const looks = readsOf(LIVE_MODEL_KEY);
    now = 5000;
    expect(await Promise.all([servedVersion(), servedVersion()])).toEqual([versions[1], versions[1]]);
    // The cache looks once, and so does the loader.
    expect(readsOf(LIVE_MODEL_KEY) - looks).toBe(2);
  });

  it("keeps the model it has where the next one is broken", async () => {
    await servedVersion();
    await storage.put(modelKeys(versions[1] ?? "").weights, "broken");
    await goLive(versions[1] ?? "");
    now = 5000;
    expect(await servedVersion()).toBe(versions[0]);
  });

  it("says in words that there is none yet or that it cannot be loaded, and recovers", async () => {
    await storage.delete(LIVE_MODEL_KEY);
    await expect(servedVersion()).rejects.toMatchObject({
      code: "conflict",
      message: say("errors.noModelYet"),
    });
    await storage.put(LIVE_MODEL_KEY, "{");
    await expect(servedVersion()).rejects.toMatchObject({ code: "unavailable" });
    await goLive(versions[1] ?? "");
    expect(await servedVersion()).toBe(versions[1]);
  });
});
