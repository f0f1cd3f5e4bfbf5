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
import { HORIZON } from "./feature-names";
import { type Forecaster, forecastGame, roundKeepingTotals } from "./forecast-game";
import { Network } from "./network";
import { createSyntheticStore, SYNTHETIC_GENRES } from "./synthetic-series";
import { type TrainedModel, trainModel } from "./train-model";
import { toPastSource } from "./windows";

const lastDay = 20_000;
const store = createSyntheticStore({ games: 5, days: 270, lastDay, seed: 4 });
const options = { genres: SYNTHETIC_GENRES, lastDay, seed: 5, plan: { fit: 4, warm: 2, final: 2 } };
const provenance: Provenance = {
  version: "2024-10-04-0a1b2c3d",
  backend: "wasm",
  seed: 5,
  trainedThrough: "2024-10-04",
  dataSha256: toSha256("data"),
  games: store.length,
};

// Real training on a machine that others may be using.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let model: TrainedModel;
let files: ArtefactFiles;

beforeAll(async () => {
  await startBackend();
  model = await trainModel(store, options);
  files = encodeArtefact(model, provenance);
});

function edited(change: (manifest: Record<string, unknown>) => void): ArtefactFiles {
  const manifest = JSON.parse(files.manifest);
  change(manifest);
  return { ...files, manifest: JSON.stringify(manifest) };
}

describe("artefact", () => {
  it("gives back what was written", () => {
    const artefact = decodeArtefact(files, "m");
    expect(artefact.weights).toEqual(model.weights);
    expect(artefact.context).toEqual(model.context);
    expect(artefact.manifest).toMatchObject({ lookBack: 20, horizon: 60, seed: 5, metrics: model.evaluation });
  });

  it("is the same bytes for the same data and seed, and others for another seed", async () => {
    const again = encodeArtefact(await trainModel(store, options), provenance);
    expect(again).toEqual(files);
    const other = encodeArtefact(await trainModel(store, { ...options, seed: 6 }), provenance);
    expect(other.weights).not.toEqual(files.weights);
  });

  it("refuses weights and scalers that are not the manifest's", () => {
    const flipped = files.weights.slice();
    flipped[17] = (flipped[17] ?? 0) ^ 1;
    expect(() => decodeArtefact({ ...files, weights: flipped }, "m")).toThrow("m: weights.bin does not match");
    expect(() => decodeArtefact({ ...files, scalers: `${files.scalers} ` }, "m")).toThrow("m: scalers.json does not");
  });

  it.each<[string, (manifest: Record<string, unknown>) => void, string]>([
    ["look-back", (m) => Object.assign(m, { lookBack: 21 }), "look-back 21, this code needs 20; train again"],
    ["horizon", (m) => Object.assign(m, { horizon: 30 }), "horizon 30, this code needs 60"],
    ["code version", (m) => Object.assign(m, { codeVersion: "0" }), "code version 0"],
    ["feature", (m) => (m.features as string[]).reverse(), "the feature list differs at past.residual"],
    ["feature too many", (m) => (m.features as string[]).push("past.new"), "the feature list differs at its end"],
    ["missing field", (m) => Reflect.deleteProperty(m, "calibration"), "calibration"],
  ])("refuses another %s", (_, change, message) => {
    expect(() => decodeArtefact(edited(change), "m")).toThrow(message);
  });

  it("refuses what is not a manifest", () => {
    expect(() => decodeArtefact({ ...files, manifest: "<xml>" }, "m")).toThrow("m: not JSON");
    expect(() => parseLiveModel("{}")).toThrow("kratos/models/live.json: version");
    expect(modelKeys("v").weights).toBe("kratos/models/v/weights.bin");
  });
});

describe("training", () => {
  it("scores only games that were held out, and the one asked for by itself", async () => {
    const held = store.filter(({ units }) => units.length >= 180);
    expect(model.evaluation.served.games).toBe(held.length);
    expect(model.focus).toBeNull();
    const slug = held[0]?.slug;
    const focused = await trainModel(store, { ...options, slug, plan: { fit: 1, warm: 1, final: 1 } });
    expect(focused.focus?.served.games).toBe(1);
    expect(focused.evaluation.served.games).toBe(held.length);
  });

  it("does not let the held-out days into the scores' model", async () => {
    const changed = store.map((series) => ({
      ...series,
      units: series.units.map((units, t) => (series.firstDay + t > lastDay - HORIZON ? units * 3 + 5 : units)),
    }));
    const other = await trainModel(changed, options);
    // The naive forecast repeats days before the cut: were it other, the cut would be somewhere else.
    expect(other.evaluation.served.bias).toBeLessThan(model.evaluation.served.bias - 0.3);
    const total = (of: TrainedModel["evaluation"]["served"], all: typeof store) =>
      (of.bias + 1) *
      all
        .filter(({ units }) => units.length >= 180)
        .reduce((sum, { units }) => sum + units.slice(-HORIZON).reduce((a, b) => a + b, 0), 0);
    expect(total(other.evaluation.served, changed)).toBeCloseTo(total(model.evaluation.served, store), 6);
  });

  it("says what it needs when the history is too short, and stops when told to", async () => {
    const young = createSyntheticStore({ games: 2, days: 100, lastDay, seed: 1 });
    await expect(trainModel(young, options)).rejects.toThrow("at least 240 days");
    const signal = AbortSignal.abort(new Error("cancelled"));
    await expect(trainModel(store, { ...options, signal })).rejects.toThrow("cancelled");
  });
});

describe("served forecast", () => {
  const withForecaster = <Result>(run: (forecaster: Forecaster) => Result): Result => {
    const network = new Network(model.context.genres, model.weights);
    try {
      return run({ network, context: model.context, calibration: model.calibration });
    } finally {
      network.dispose();
    }
  };

  it("is 60 consecutive days of ordered whole units after the last day", () => {
    const days = withForecaster((forecaster) =>
      store.map((series) => forecastGame(forecaster, toPastSource({ series, origin: series.units.length - 1 }))),
    );
    for (const game of days) {
      expect(game.map(({ horizon }) => horizon)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
      expect([game[0]?.day, game[59]?.day]).toEqual(["2024-10-05", "2024-12-03"]);
      expect(new Set(game.map(({ day }) => day)).size).toBe(60);
      for (const { lower, predicted, upper } of game) {
        expect([lower, predicted, upper].every((units) => Number.isInteger(units) && units >= 0)).toBe(true);
        expect(lower <= predicted && predicted <= upper).toBe(true);
      }
    }
  });

  it("names the game when the network answers nonsense", () => {
    const series = store[0];
    if (!series) throw new Error("the store is empty");
    const weights = { ...model.weights, output_bias: new Float32Array(4).fill(Number.NaN) };
    const network = new Network(model.context.genres, weights);
    const forecaster = { network, context: model.context, calibration: model.calibration };
    expect(() => forecastGame(forecaster, toPastSource({ series, origin: 50 }))).toThrow("game-0: the network");
    network.dispose();
  });

  it("rounds without losing slow sellers", () => {
    expect(roundKeepingTotals([0.4, 0.4, 0.4, 0.4, 0.4])).toEqual([0, 1, 0, 1, 0]);
    const values = Array.from({ length: 60 }, (_, i) => 0.1 + (i % 7) / 10);
    const total = values.reduce((a, b) => a + b, 0);
    expect(Math.abs(roundKeepingTotals(values).reduce((a, b) => a + b, 0) - total)).toBeLessThanOrEqual(0.5);
    expect(roundKeepingTotals([12.2, 12.2, 12.2]).every((units) => units === 12 || units === 13)).toBe(true);
  });
});
