import { modelKeys } from "@/jobs/model/artifact";
import { createRandom } from "@/jobs/model/random";
import { Checkpoints } from "./checkpoints";
import { type FitInput, type FittedModel, fitModel } from "./fit-model";
import { MemoryStorage } from "./memory-storage";
import { toTrackRecord } from "./track-record";

/** A bucket that may be torn away: a write then leaves half an object, or none. */
export class FragileStorage extends MemoryStorage {
  breaks: () => boolean = () => false;

  override async put(key: string, body: string | Uint8Array): Promise<void> {
    if (!this.breaks()) return super.put(key, body);
    if (this.breaks()) await super.put(key, body.slice(0, body.length / 2));
    throw new Error("killed in a write");
  }
}

/** How often a training was ended, and how. */
export type Ends = { paused: number; killed: number };

/** Ends: after so many calls at random a pause, or an error, as if the process were gone. */
type Chances = { seed: number; pause: number; kill: number; write: number };

/** All that a training leaves: its three files and the forecasts of the ledger. */
export async function describeModel(storage: MemoryStorage, { manifest, trained }: FittedModel) {
  const keys = modelKeys(manifest.version);
  const [weights, scalers, text] = await Promise.all([
    storage.get(keys.weights),
    storage.get(keys.scalers),
    storage.getText(keys.manifest),
  ]);
  return { weights, scalers, manifest: text, trackRecord: toTrackRecord(trained) };
}

/** Trains with ends at random until it is done, each time from what is kept in the bucket; for tests. */
export async function fitWithEnds(
  input: Omit<FitInput, "storage">,
  { storage, chances }: { storage: FragileStorage; chances: Chances },
): Promise<{ fitted: FittedModel; ends: Ends }> {
  const random = createRandom(chances.seed);
  const ends: Ends = { paused: 0, killed: 0 };
  const pause = () => {
    if (random() < chances.pause) throw new Error("paused");
  };
  storage.breaks = () => random() < chances.write;
  while (true) {
    try {
      const fitted = await fitModel({
        ...input,
        storage,
        openKeeper: (key) => Checkpoints.open(storage, { mode: input.mode, key }, { pause, log: () => undefined }),
        onProgress: () => {
          if (random() < chances.kill) throw new Error("killed at a step");
        },
      });
      return { fitted, ends };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message === "paused") ends.paused++;
      else if (message.startsWith("killed")) ends.killed++;
      else throw error;
    }
  }
}
