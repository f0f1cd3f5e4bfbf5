import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  type ArtefactFiles,
  decodeArtefact,
  encodeArtefact,
  modelKeys,
  type Provenance,
  parseLiveModel,
  toSha256,
} from "./artifact";
import { startBackend } from "./backend";
import { forecastGames } from "./forecast-game";
import { createSyntheticStore, SYNTHETIC_GENRES } from "./synthetic-series";
import { DEFAULT_PLAN, type TrainedModel, type TrainingOptions, trainModel } from "./train-model";

// Real training on a machine that others may be using.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const lastDay = 20_000;
const store = createSyntheticStore({ games: 5, days: 190, lastDay, seed: 4 });
const plan = { ...DEFAULT_PLAN, members: 2, fit: { ...DEFAULT_PLAN.fit, steps: 4, batch: 8 }, warmSteps: 2 };
const options: TrainingOptions = { genres: SYNTHETIC_GENRES, lastDay, seed: 5, plan };
const provenance: Provenance = {
  version: "2024-10-04-0a1b2c3d",
  backend: "wasm",
  seed: 5,
  trainedThrough: "2024-10-04",
  dataSha256: toSha256("data"),
  games: store.length,
};
let trained: TrainedModel;
let files: ArtefactFiles;

beforeAll(async () => {
  await startBackend();
  trained = await trainModel(store, options);
  // Every part of a model is written down, also where so few steps give no reason for it.
  const [one] = store;
  const choices = { [one?.gameId ?? ""]: { rival: "auto_ets", share: 0.5, error: 2, rivalError: 1.7 } } as const;
  const output = trained.model.members.map(
    ({ output: top = new Float32Array(), output_bias: bias = new Float32Array() }) => ({
      output: top.map((value) => 2 * value),
      output_bias: bias.map((value) => value + 1),
    }),
  );
  trained = {
    ...trained,
    model: { ...trained.model, choices, personal: { [one?.gameId ?? ""]: output } },
    helped: { [one?.gameId ?? ""]: 0.1 },
  };
  files = encodeArtefact(trained, provenance);
});

function edit(change: (manifest: Record<string, unknown>) => void): ArtefactFiles {
  const manifest = JSON.parse(files.manifest);
  change(manifest);
  return { ...files, manifest: JSON.stringify(manifest) };
}

describe("an artefact", () => {
  it("gives back what was written, and the same forecasts", () => {
    const { manifest, model, tested } = decodeArtefact(files, "m");
    expect([model, tested]).toEqual([trained.model, trained.tested]);
    expect(manifest).toMatchObject({
      ...provenance,
      lookBack: 20,
      horizon: 60,
      members: 2,
      metrics: trained.evaluation,
    });
    expect(manifest.personal.served).toEqual(trained.helped);
    const sources = store.map((series) => ({ series, origin: series.units.length - 1, plannedDiscount: () => 0 }));
    expect(forecastGames({ model }, sources)).toEqual(forecastGames({ model: trained.model }, sources));
  });

  it("is the same bytes for the same data and seed, and others for another seed", async () => {
    const encode = async (seed: number) => encodeArtefact(await trainModel(store, { ...options, seed }), provenance);
    const [first, again, other] = [await encode(5), await encode(5), await encode(6)];
    expect(again).toEqual(first);
    expect(other.weights).not.toEqual(first.weights);
  });

  it("refuses weights and scalers that are not the manifest's", () => {
    const flipped = files.weights.slice();
    flipped[17] = (flipped[17] ?? 0) ^ 1;
    expect(() => decodeArtefact({ ...files, weights: flipped }, "m")).toThrow("m: weights.bin does not match its hash");
    expect(() => decodeArtefact({ ...files, scalers: `${files.scalers} ` }, "m")).toThrow(
      "m: scalers.json does not match",
    );
  });

  it.each([-4, 4])("refuses weights of another length: %d bytes more, whatever their hash", (more) => {
    const weights = new Uint8Array(files.weights.length + more);
    const hashed = edit((manifest) => Object.assign(manifest, { weightsSha256: toSha256(weights) }));
    const message = `m: weights.bin has ${weights.length} bytes, not the ${files.weights.length} that its features need`;
    expect(() => decodeArtefact({ ...hashed, weights }, "m")).toThrow(message);
  });

  it.each<[string, (manifest: Record<string, unknown>) => void, string]>([
    ["look-back", (m) => Object.assign(m, { lookBack: 21 }), "look-back 21, this code needs 20; train again"],
    ["horizon", (m) => Object.assign(m, { horizon: 30 }), "horizon 30, this code needs 60"],
    ["code version", (m) => Object.assign(m, { codeVersion: "0" }), "code version 0"],
    ["order of features", (m) => (m.features as string[]).reverse(), "the feature list differs at past.residual"],
    ["feature too many", (m) => (m.features as string[]).push("past.new"), "the feature list differs at its end"],
    ["list of genres", (m) => (m.spec as { statics: string[] }).statics.pop(), "the feature list differs at context."],
    ["number of networks", (m) => Object.assign(m, { members: 3 }), "weights.bin has"],
    ["number of last layers", (m) => Object.assign(m, { personal: { served: {}, tested: [] } }), "weights.bin has"],
    ["seed", (m) => Object.assign(m, { seed: "five" }), "m: seed"],
    ["hash", (m) => Object.assign(m, { weightsSha256: "0" }), "m: weightsSha256"],
    ["backend", (m) => Object.assign(m, { backend: "gpu" }), "m: backend"],
    ["day", (m) => Object.assign(m, { trainedThrough: "2026-02-30" }), "m: trainedThrough"],
    ["set of fields", (m) => Reflect.deleteProperty(m, "metrics"), "m: metrics"],
  ])("refuses another %s", (_, change, message) => {
    expect(() => decodeArtefact(edit(change), "m")).toThrow(message);
  });

  it.each([
    ["calibration", { calibration: {} }],
    ["context", { context: { halfLife: -1 } }],
    ["choices", { choices: { one: { rival: "guess", share: 0, error: 1, rivalError: 1 } } }],
  ])("refuses scalers whose %s is not one, whatever their hash", (name, part) => {
    const state = JSON.parse(files.scalers);
    const scalers = JSON.stringify({ ...state, served: { ...state.served, ...part } });
    const hashed = edit((manifest) => Object.assign(manifest, { scalersSha256: toSha256(scalers) }));
    expect(() => decodeArtefact({ ...hashed, scalers }, "m")).toThrow(`m: scalers.json: served.${name}`);
  });

  it("refuses what is not a manifest", () => {
    expect(() => decodeArtefact({ ...files, manifest: "<xml>" }, "m")).toThrow("m: not JSON");
    expect(() => parseLiveModel("{}")).toThrow("kratos/models/live.json: version");
    expect(modelKeys("v").weights).toBe("kratos/models/v/weights.bin");
  });
});
