import type { ModelManifest } from "@/jobs/model/artifact";
import { startBackend } from "@/jobs/model/backend";
import type { Forecaster } from "@/jobs/model/forecast-game";
import { readLiveModel } from "@/jobs/train/live-model";
import type { Storage } from "@/lib/server/storage/storage";

/** The live model, ready to forecast. */
export type LoadedForecaster = Forecaster & { manifest: ModelManifest };

/** Loads the live model from the bucket; throws a clear error where there is none or its files do not fit together. */
export async function loadForecaster(storage: Storage): Promise<LoadedForecaster> {
  const { manifest, model } = await readLiveModel(storage);
  await startBackend();
  return { manifest, model };
}
