import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { LIVE_MODEL_KEY } from "@/jobs/model/artifact";
import { toDayNumber } from "@/jobs/model/calendar";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import type { LiveModel } from "./decide";
import { fitModel } from "./fit-model";
import { describeModel, FragileStorage, fitWithEnds } from "./interrupt";
import { findLiveModel } from "./live-model";
import { fillBucket } from "./synthetic-bucket";
import { TEST_PLAN } from "./test-plan";

// Real training on a machine that others may be using.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const day = "2026-05-31";
const plan = { ...TEST_PLAN, members: 2, fit: { ...TEST_PLAN.fit, steps: 40, batch: 8 }, warmSteps: 20 };
const first: LiveModel = { artefact: null, reason: "the store's first model" };
const chances = { pause: 0.3, kill: 0.1, write: 0.1 };

async function createBucket(): Promise<FragileStorage> {
  const storage = new FragileStorage();
  const store = createSyntheticStore({ games: 36, days: 190, lastDay: toDayNumber(day), seed: 8 });
  await fillBucket(storage, store, toDayNumber(day));
  return storage;
}

let whole: Awaited<ReturnType<typeof describeModel>>;
let live: LiveModel;

beforeAll(async () => {
  const storage = await createBucket();
  const fitted = await fitModel({ storage, day, plan, live: first, mode: "scratch" });
  whole = await describeModel(storage, fitted);
  await storage.put(LIVE_MODEL_KEY, JSON.stringify({ version: fitted.manifest.version }));
  live = await findLiveModel(storage);
});

describe("a training that is paused and killed at random", () => {
  it.each([1, 2])("leaves the bytes of one in one go (seed %i)", async (seed) => {
    const storage = await createBucket();
    const input = { day, plan, live: first, mode: "scratch" } as const;
    const { fitted, ends } = await fitWithEnds(input, { storage, chances: { ...chances, seed } });
    expect(ends.paused).toBeGreaterThan(1);
    expect(ends.killed).toBeGreaterThan(0);
    expect(await describeModel(storage, fitted)).toEqual(whole);
  });

  it("gets on in slices that are over as soon as they begin", async () => {
    const storage = await createBucket();
    const input = { day, plan, live: first, mode: "scratch" } as const;
    const { fitted, ends } = await fitWithEnds(input, { storage, chances: { seed: 3, pause: 1, kill: 0, write: 0 } });
    // Every ten steps of two networks, and every block of games.
    expect(ends.paused).toBeLessThan(40);
    expect(await describeModel(storage, fitted)).toEqual(whole);
  });

  it("does so as a warm start, too", async () => {
    const [one, other] = [await createBucket(), await createBucket()];
    const input = { day, plan, live, mode: "warm" } as const;
    const undisturbed = await fitModel({ ...input, storage: one });
    const { fitted, ends } = await fitWithEnds(input, { storage: other, chances: { ...chances, seed: 4 } });
    expect(ends.paused).toBeGreaterThan(1);
    const expected = await describeModel(one, undisturbed);
    expect(await describeModel(other, fitted)).toEqual(expected);
    expect(expected.weights).not.toEqual(whole.weights);
  });

  it("finds nothing of a training of other data, seed or plan", async () => {
    const storage = await createBucket();
    const input = { day, live: first, mode: "scratch" } as const;
    const keys = new Set<string>();
    for (const how of [{ plan }, { plan, seed: 2 }, { plan: { ...plan, warmSteps: 21 } }]) {
      const end = new Error("the key is known");
      const openKeeper = async (key: string) => {
        keys.add(key);
        throw end;
      };
      await expect(fitModel({ ...input, ...how, storage, openKeeper })).rejects.toBe(end);
    }
    expect(keys.size).toBe(3);
  });

  it("does so on threads, too, with parts of both at once", async () => {
    const child = ["--import", "tsx", "jobs/train/test-interrupted.ts"];
    const { stdout } = await promisify(execFile)(process.execPath, child, { timeout: 230_000 });
    const { threads, whole: inOneGo, ended, ends } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    expect(threads).toBe(true);
    expect(ended).toEqual(inOneGo);
    expect(ends.paused).toBeGreaterThan(1);
    expect(ends.killed).toBeGreaterThan(0);
  });
});
