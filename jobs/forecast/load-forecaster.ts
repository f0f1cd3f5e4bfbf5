import { decodeArtefact, LIVE_MODEL_KEY, type ModelManifest, modelKeys, parseLiveModel } from "@/jobs/model/artifact";
import { startBackend } from "@/jobs/model/backend";
import type { Forecaster } from "@/jobs/model/forecast-game";
import type { Storage } from "@/lib/server/storage/storage";

/** The live model, ready to forecast. */
export type LoadedForecaster = Forecaster & { manifest: ModelManifest };

async function readFile(storage: Storage, key: string): Promise<Uint8Array> {
  const bytes = await storage.find(key);
  if (!bytes) throw new Error(`The model's file ${key} is missing: train again`);
  return bytes;
}

/** Loads the live model from the bucket; throws a clear error where there is none or its files do not fit together. */
export async function loadForecaster(storage: Storage): Promise<LoadedForecaster> {
  const pointer = await storage.find(LIVE_MODEL_KEY);
  if (!pointer) throw new Error("There is no trained model yet: run the training first");
  const decoder = new TextDecoder();
  const keys = modelKeys(parseLiveModel(decoder.decode(pointer)).version);
  const manifest = decoder.decode(await readFile(storage, keys.manifest));
  const [weights, scalers] = await Promise.all([readFile(storage, keys.weights), readFile(storage, keys.scalers)]);
  const { model, manifest: checked } = decodeArtefact(
    { manifest, weights, scalers: decoder.decode(scalers) },
    keys.manifest,
  );
  await startBackend();
  return { manifest: checked, model };
}
