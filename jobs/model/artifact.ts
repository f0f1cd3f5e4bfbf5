import { createHash } from "node:crypto";
import { z } from "zod";
import { calibrationSchema } from "./calibration";
import { HORIZON, LOOK_BACK, listFeatures } from "./feature-names";
import { type ModelContext, modelContextSchema } from "./model-context";
import { listWeightShapes, type Weights } from "./network";
import type { TrainedModel } from "./train-model";

/** Raised whenever features, network or calibration change so that older weights must not be served any more. */
export const CODE_VERSION = "1";

/** Key of the pointer to the model that forecasts. */
export const LIVE_MODEL_KEY = "kratos/models/live.json";

const metricsSchema = z.object({
  mase: z.number(),
  wape: z.number(),
  pinball: z.number(),
  coverage: z.number(),
  bias: z.number(),
  games: z.int(),
});

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a model is and where it came from; it carries no clock, so that the same training writes the same bytes. */
export const modelManifestSchema = z.object({
  format: z.literal(1),
  version: z.string().min(1),
  codeVersion: z.string(),
  backend: z.enum(["tensorflow", "wasm"]),
  seed: z.int(),
  trainedThrough: z.iso.date(),
  /** How the served weights came to be. */
  training: z.string(),
  lookBack: z.int(),
  horizon: z.int(),
  features: z.array(z.string()),
  weightsSha256: sha256Schema,
  scalersSha256: sha256Schema,
  dataSha256: sha256Schema,
  games: z.int(),
  windows: z.int(),
  calibration: calibrationSchema,
  metrics: z.object({
    served: metricsSchema,
    median: metricsSchema,
    seasonalNaive: metricsSchema,
    sameCondition: metricsSchema,
  }),
});

/** See {@link modelManifestSchema}. */
export type ModelManifest = z.infer<typeof modelManifestSchema>;

/** The pointer at {@link LIVE_MODEL_KEY}. */
export const liveModelSchema = z.object({ version: z.string().min(1) });

/** Keys of a version's three files. */
export function modelKeys(version: string): { prefix: string; weights: string; scalers: string; manifest: string } {
  const prefix = `kratos/models/${version}`;
  return {
    prefix,
    weights: `${prefix}/weights.bin`,
    scalers: `${prefix}/scalers.json`,
    manifest: `${prefix}/manifest.json`,
  };
}

/** SHA-256 of bytes or text, in hexadecimal. */
export function toSha256(body: string | Uint8Array): string {
  return createHash("sha256").update(body).digest("hex");
}

/** The three files of an artefact. */
export interface ArtefactFiles {
  weights: Uint8Array;
  scalers: string;
  manifest: string;
}

/** A loaded artefact. */
export interface Artefact {
  manifest: ModelManifest;
  weights: Weights;
  context: ModelContext;
}

/** Weights in their listed order as little-endian 32-bit floats. */
export function encodeWeights(genres: readonly string[], weights: Weights): Uint8Array {
  const values = listWeightShapes(genres).flatMap(([name]) => Array.from(weights[name] ?? []));
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => {
    view.setFloat32(i * 4, value, true);
  });
  return new Uint8Array(view.buffer);
}

function decodeWeights(genres: readonly string[], bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  return Object.fromEntries(
    listWeightShapes(genres).map(([name, [rows, columns]]) => {
      const values = Float32Array.from({ length: rows * columns }, (_, i) => view.getFloat32(offset + i * 4, true));
      offset += values.byteLength;
      return [name, values];
    }),
  );
}

/** Where a trained model came from. */
export interface Provenance {
  version: string;
  backend: ModelManifest["backend"];
  seed: number;
  trainedThrough: string;
  dataSha256: string;
  games: number;
}

/** Writes a trained model down as its three files. */
export function encodeArtefact(model: TrainedModel, provenance: Provenance): ArtefactFiles {
  const weights = encodeWeights(model.context.genres, model.weights);
  const scalers = JSON.stringify(model.context);
  const manifest: ModelManifest = {
    format: 1,
    codeVersion: CODE_VERSION,
    ...provenance,
    training: model.training,
    lookBack: LOOK_BACK,
    horizon: HORIZON,
    features: listFeatures(model.context.genres),
    weightsSha256: toSha256(weights),
    scalersSha256: toSha256(scalers),
    windows: model.windows,
    calibration: model.calibration,
    metrics: model.evaluation,
  };
  return { weights, scalers, manifest: JSON.stringify(manifest, null, 2) };
}

function parseJson<Schema extends z.ZodType>(schema: Schema, text: string, what: string): z.infer<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${what}: not JSON`, { cause });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${what}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "invalid"}`, { cause: parsed.error });
}

/** Reads a model manifest and refuses one that this code cannot serve. */
export function parseModelManifest(text: string, source: string): ModelManifest {
  const manifest = parseJson(modelManifestSchema, text, source);
  const refuse = (what: string, theirs: unknown, ours: unknown): never => {
    throw new Error(`${source}: the model has ${what} ${theirs}, this code needs ${ours}; train again`);
  };
  if (manifest.codeVersion !== CODE_VERSION) refuse("code version", manifest.codeVersion, CODE_VERSION);
  if (manifest.lookBack !== LOOK_BACK) refuse("look-back", manifest.lookBack, LOOK_BACK);
  if (manifest.horizon !== HORIZON) refuse("horizon", manifest.horizon, HORIZON);
  return manifest;
}

/** Reads the pointer to the live model. */
export function parseLiveModel(text: string): { version: string } {
  return parseJson(liveModelSchema, text, LIVE_MODEL_KEY);
}

/** Reads an artefact back; throws when a file is not the one that the manifest names or the features differ. */
export function decodeArtefact(files: ArtefactFiles, source: string): Artefact {
  const manifest = parseModelManifest(files.manifest, source);
  if (toSha256(files.weights) !== manifest.weightsSha256) {
    throw new Error(`${source}: weights.bin does not match its hash in the manifest`);
  }
  if (toSha256(files.scalers) !== manifest.scalersSha256) {
    throw new Error(`${source}: scalers.json does not match its hash in the manifest`);
  }
  const context = parseJson(modelContextSchema, files.scalers, `${source}: scalers.json`);
  const expected = listFeatures(context.genres);
  const different = expected.findIndex((name, i) => manifest.features[i] !== name);
  if (different >= 0 || manifest.features.length !== expected.length) {
    throw new Error(`${source}: the feature list differs at ${expected[different] ?? "its end"}; train again`);
  }
  return { manifest, context, weights: decodeWeights(context.genres, files.weights) };
}
