import { toSha256 } from "@/jobs/model/artifact";
import { toDayNumber } from "@/jobs/model/calendar";
import { createSyntheticStore } from "@/jobs/model/synthetic-series";
import { type FittedModel, fitModel } from "./fit-model";
import { canThread } from "./fit-pool";
import { describeModel, FragileStorage, fitWithEnds } from "./interrupt";
import { fillBucket } from "./synthetic-bucket";
import { TEST_PLAN } from "./test-plan";

// A process of its own, for the test of training with ends: threads need a process that was started with tsx. Prints
// the hashes of what a training left that was never ended, and of one that was, as JSON.

const day = "2026-05-31";
const plan = { ...TEST_PLAN, members: 2, fit: { ...TEST_PLAN.fit, steps: 40, batch: 8 }, warmSteps: 20 };
const input = { day, plan, live: { artefact: null, reason: "the first" }, mode: "scratch" } as const;

async function createBucket(): Promise<FragileStorage> {
  const storage = new FragileStorage();
  const store = createSyntheticStore({ games: 100, days: 120, lastDay: toDayNumber(day), seed: 8 });
  await fillBucket(storage, store, toDayNumber(day));
  return storage;
}

async function toHashes(storage: FragileStorage, fitted: FittedModel): Promise<string[]> {
  const { weights, scalers, manifest, trackRecord } = await describeModel(storage, fitted);
  return [weights, scalers, manifest, JSON.stringify(trackRecord)].map(toSha256);
}

const [one, other] = [await createBucket(), await createBucket()];
const whole = await toHashes(one, await fitModel({ ...input, storage: one }));
const chances = { seed: 2, pause: 0.2, kill: 0.06, write: 0.08 };
const { fitted, ends } = await fitWithEnds(input, { storage: other, chances });
console.log(JSON.stringify({ threads: canThread(), whole, ended: await toHashes(other, fitted), ends }));
process.exit(0);
