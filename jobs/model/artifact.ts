import { createHash } from "node:crypto";
import { z } from "zod";
import { decodeWeights, encodeFloats, listArrays } from "./artifact-weights";
import { CONTESTANTS, SEGMENTS } from "./evaluate";
import { HORIZON } from "./game-panel";
import { LOOK_BACK, listFeatures } from "./panel/panel-features";
import { modelStateSchema, type PanelModel } from "./panel-model";
import type { TrainedModel } from "./train-model";

/** Raised whenever features, network or calibration change so that older weights must not be served any more. */
export const CODE_VERSION = "2";

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
const contestantsSchema = z.record(z.enum(CONTESTANTS), metricsSchema);

const specSchema = z.object({
  known: z.array(z.string()),
  statics: z.array(z.string()),
  slow: z.array(z.string()),
  horizon: z.int(),
  season: z.int(),
  hasAges: z.boolean(),
  isCount: z.boolean(),
  condition: z.object({ column: z.int(), edges: z.array(z.number()) }),
});

/** What a model is and where it came from; it carries no clock, so that the same training writes the same bytes. */
const modelManifestSchema = z.object({
  format: z.literal(2),
  version: z.string().min(1),
  codeVersion: z.string(),
  backend: z.enum(["tensorflow", "wasm"]),
  seed: z.int(),
  trainedThrough: z.iso.date(),
  /** How the served weights came to be. */
  training: z.string(),
  lookBack: z.int(),
  horizon: z.int(),
  members: z.int().positive(),
  features: z.array(z.string()),
  spec: specSchema,
  weightsSha256: sha256Schema,
  scalersSha256: sha256Schema,
  dataSha256: sha256Schema,
  games: z.int(),
  windows: z.int(),
  /** Games by what is served for them. */
  sources: z.record(z.string(), z.int()),
  /** Series that are served by a last layer of their own: by how much, as a share, it lowered their held-out error. */
  personal: z.object({ served: z.record(z.string(), z.number()), tested: z.array(z.string()) }),
  /** Held-out accuracy by segment of games and contestant. */
  metrics: z.record(z.enum(SEGMENTS), contestantsSchema),
});

/** See {@link modelManifestSchema}. */
export type ModelManifest = z.infer<typeof modelManifestSchema>;

/** The pointer at {@link LIVE_MODEL_KEY}. */
export const liveModelSchema = z.object({ version: z.string().min(1) });

/** Contents of `scalers.json`: all but the weights of the served model, and of the one that was tested. */
const scalersSchema = z.object({ served: modelStateSchema, tested: modelStateSchema });

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

/** A loaded artefact: the model to serve, and its twin that has not seen the last 60 days of its data. */
export interface Artefact {
  manifest: ModelManifest;
  model: PanelModel;
  tested: PanelModel;
}

/** Where a trained model came from. */
export type Provenance = Pick<
  ModelManifest,
  "version" | "backend" | "seed" | "trainedThrough" | "dataSha256" | "games"
>;

const toState = ({ context, calibration, choices }: PanelModel) => ({ context, calibration, choices });

/** Writes a trained model down as its three files. */
export function encodeArtefact(trained: TrainedModel, provenance: Provenance): ArtefactFiles {
  const { model, tested } = trained;
  const { spec, members } = model;
  const weights = encodeFloats([...listArrays(model), ...listArrays(tested)]);
  const scalers = JSON.stringify({ served: toState(model), tested: toState(tested) });
  const manifest: ModelManifest = {
    format: 2,
    codeVersion: CODE_VERSION,
    ...provenance,
    training: trained.training,
    lookBack: LOOK_BACK,
    horizon: spec.horizon,
    members: members.length,
    features: listFeatures(spec),
    spec: specSchema.parse(spec),
    weightsSha256: toSha256(weights),
    scalersSha256: toSha256(scalers),
    windows: trained.windows,
    sources: trained.sources,
    personal: { served: trained.helped, tested: Object.keys(tested.personal).sort() },
    metrics: trained.evaluation,
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

const versionsSchema = z.object({ codeVersion: z.string(), lookBack: z.int(), horizon: z.int() });

/** Reads a model manifest and refuses one that this code cannot serve. */
export function parseModelManifest(text: string, source: string): ModelManifest {
  const versions = parseJson(versionsSchema, text, source);
  const refuse = (what: string, theirs: unknown, ours: unknown): never => {
    throw new Error(`${source}: the model has ${what} ${theirs}, this code needs ${ours}; train again`);
  };
  if (versions.codeVersion !== CODE_VERSION) refuse("code version", versions.codeVersion, CODE_VERSION);
  if (versions.lookBack !== LOOK_BACK) refuse("look-back", versions.lookBack, LOOK_BACK);
  if (versions.horizon !== HORIZON) refuse("horizon", versions.horizon, HORIZON);
  return parseJson(modelManifestSchema, text, source);
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
  const { spec } = manifest;
  const expected = listFeatures(spec);
  const different = expected.findIndex((name, i) => manifest.features[i] !== name);
  if (different >= 0 || manifest.features.length !== expected.length) {
    throw new Error(`${source}: the feature list differs at ${expected[different] ?? "its end"}; train again`);
  }
  const { served, tested } = parseJson(scalersSchema, files.scalers, `${source}: scalers.json`);
  const weights = decodeWeights(manifest, files.weights, source);
  return {
    manifest,
    model: { spec, ...served, ...weights.served },
    tested: { spec, ...tested, ...weights.tested },
  };
}
