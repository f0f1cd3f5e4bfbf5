import { type Artefact, decodeArtefact, LIVE_MODEL_KEY, modelKeys, parseLiveModel } from "@/jobs/model/artifact";
import { toErrorText } from "@/jobs/pipelines/error-text";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/storage/storage";
import type { LiveModel } from "./decide";

type File = { key: string; bytes: Uint8Array | null };

/** A model's files as they lie in the bucket, not looked into. */
type LiveFiles = { pointer: Uint8Array; manifest: File; weights: File; scalers: File };

function toVersion(pointer: Uint8Array): string {
  return parseLiveModel(new TextDecoder().decode(pointer)).version;
}

/** Reads the files that the pointer leads to; null where there is no pointer. */
async function findFiles(storage: Storage): Promise<LiveFiles | { pointer: Uint8Array } | null> {
  const pointer = await storage.find(LIVE_MODEL_KEY);
  if (!pointer) return null;
  const version = findVersion(pointer);
  if (version === null) return { pointer };
  const keys = modelKeys(version);
  const read = async (key: string) => ({ key, bytes: await storage.find(key) });
  const [manifest, weights, scalers] = await Promise.all([read(keys.manifest), read(keys.weights), read(keys.scalers)]);
  return { pointer, manifest, weights, scalers };
}

/** The version that a pointer names; null where it is broken. */
function findVersion(pointer: Uint8Array): string | null {
  try {
    return toVersion(pointer);
  } catch {
    return null;
  }
}

function decode(files: LiveFiles | { pointer: Uint8Array }): Artefact {
  // Throws: a pointer that names a version has files.
  if (!("manifest" in files)) throw new Error(`The pointer names no model: ${toVersion(files.pointer)}`);
  const take = ({ key, bytes }: File) => {
    if (!bytes) throw new Error(`The model's file ${key} is missing: train again`);
    return bytes;
  };
  const decoder = new TextDecoder();
  const manifest = decoder.decode(take(files.manifest));
  const [weights, scalers] = [take(files.weights), decoder.decode(take(files.scalers))];
  return decodeArtefact({ manifest, weights, scalers }, files.manifest.key);
}

/** Reads the live model; throws a clear error where there is none or its files do not fit together. */
export async function readLiveModel(storage: Storage): Promise<Artefact> {
  const files = await findFiles(storage);
  if (!files) throw new AppError("conflict", "There is no trained model yet: run the training first");
  return decode(files);
}

/** Version of the live model; null where there is none, or its pointer cannot be read. */
export async function findLiveVersion(storage: Storage): Promise<string | null> {
  const pointer = await storage.find(LIVE_MODEL_KEY);
  return pointer && findVersion(pointer);
}

/** The live model to compare a new one with; one that this code cannot read is no rival. A bucket that is away throws. */
export async function findLiveModel(storage: Storage): Promise<LiveModel> {
  const files = await findFiles(storage);
  if (!files) return { artefact: null, reason: "the store's first model" };
  try {
    return { artefact: decode(files) };
  } catch (cause) {
    log.warn({ err: cause }, "training.live_model_unreadable");
    return { artefact: null, reason: `the live model cannot be served any more: ${toErrorText(cause)}` };
  }
}
