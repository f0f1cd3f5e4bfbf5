import { type Artefact, decodeArtefact, LIVE_MODEL_KEY, modelKeys, parseLiveModel } from "@/jobs/model/artifact";
import { toErrorText } from "@/jobs/pipelines/error-text";
import { log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/storage/storage";
import type { LiveModel } from "./decide";

async function readFile(storage: Storage, key: string): Promise<Uint8Array> {
  const bytes = await storage.find(key);
  if (!bytes) throw new Error(`The model's file ${key} is missing: train again`);
  return bytes;
}

/** Reads the live model; throws a clear error where there is none or its files do not fit together. */
export async function readLiveModel(storage: Storage): Promise<Artefact> {
  const pointer = await storage.find(LIVE_MODEL_KEY);
  if (!pointer) throw new Error("There is no trained model yet: run the training first");
  const decoder = new TextDecoder();
  const keys = modelKeys(parseLiveModel(decoder.decode(pointer)).version);
  const manifest = decoder.decode(await readFile(storage, keys.manifest));
  const [weights, scalers] = await Promise.all([readFile(storage, keys.weights), readFile(storage, keys.scalers)]);
  return decodeArtefact({ manifest, weights, scalers: decoder.decode(scalers) }, keys.manifest);
}

/** The live model to compare a new one with; one that this code cannot read is no rival. */
export async function findLiveModel(storage: Storage): Promise<LiveModel> {
  if (!(await storage.find(LIVE_MODEL_KEY))) return { artefact: null, reason: "the store's first model" };
  try {
    return { artefact: await readLiveModel(storage) };
  } catch (cause) {
    log.warn({ err: cause }, "training.live_model_unreadable");
    return { artefact: null, reason: `the live model cannot be served any more: ${toErrorText(cause)}` };
  }
}
