import { beforeAll, describe, expect, it, vi } from "vitest";
import { startBackend } from "./backend";
import { HORIZON } from "./game-panel";
import type { GameSeries } from "./series";
import { createSyntheticStore, SYNTHETIC_GENRES } from "./synthetic-series";
import { DEFAULT_PLAN, type TrainedModel, type TrainingOptions, trainModel } from "./train-model";

// Real training on a machine that others may be using.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const lastDay = 20_000;
const store = createSyntheticStore({ games: 6, days: 200, lastDay, seed: 4 });
const plan = { ...DEFAULT_PLAN, members: 1, fit: { ...DEFAULT_PLAN.fit, steps: 4, batch: 8 }, warmSteps: 2 };
const options: TrainingOptions = { genres: SYNTHETIC_GENRES, lastDay, seed: 5, plan };
let trained: TrainedModel;

beforeAll(async () => {
  await startBackend();
  trained = await trainModel(store, options);
});

const heldIds = ({ heldOut }: TrainedModel) => heldOut.map(({ window }) => window.prepared.series.id);

describe("trainModel", () => {
  it("scores a model that has not seen the last 60 days: it is the same whatever sold on them", async () => {
    const changed = store.map((series) => ({
      ...series,
      units: series.units.map((units, t) => (series.firstDay + t > lastDay - HORIZON ? units * 3 + 5 : units)),
    }));
    const other = await trainModel(changed, options);
    expect(other.tested).toEqual(trained.tested);
    expect(other.heldOut.map(({ forecast }) => forecast)).toEqual(trained.heldOut.map(({ forecast }) => forecast));
    expect(other.evaluation.all.served.bias).toBeLessThan(trained.evaluation.all.served.bias - 0.3);
    expect(other.model.context).not.toEqual(trained.model.context);
  });

  it("serves a model that went on to the last day, banded by the held-out test", () => {
    expect(trained.model.members).not.toEqual(trained.tested.members);
    expect(trained.model.calibration).not.toEqual(trained.tested.calibration);
    expect(Object.values(trained.sources).reduce((sum, count) => sum + count, 0)).toBe(store.length);
    expect(trained.training).toContain("4 steps from scratch, then 2 warm steps in each of 2 later stages");
  });

  it("scores the game asked for by itself, and no game that is too young", async () => {
    const [id = ""] = heldIds(trained);
    expect(trained.focus).toBeNull();
    const focused = await trainModel(store, { ...options, slugs: [id] });
    expect(focused.focus?.all.served).toMatchObject({ games: 1 });
    expect(focused.evaluation).toEqual(trained.evaluation);
    const young = store.find(({ gameId }) => !heldIds(trained).includes(gameId))?.slug ?? "nobody";
    expect((await trainModel(store, { ...options, slugs: [young] })).focus?.all.served.games).toBe(0);
  });

  it("goes on from a model with a few steps, and is tested with that one's bands", async () => {
    const warm = await trainModel(store, { ...options, from: trained.tested });
    expect(warm.tested.calibration).toEqual(trained.tested.calibration);
    expect(warm.tested.members).not.toEqual(trained.tested.members);
    expect(warm.training).toContain("2 warm steps on the live model, then 2 warm steps in each of 1 later stages");
  });

  it("needs 88 days, and makes do with one held-out stretch below 148", async () => {
    const cut = (days: number): GameSeries[] => createSyntheticStore({ games: 3, days, lastDay, seed: 1 });
    await expect(trainModel(cut(87), options)).rejects.toThrow("training needs 88 days of sales, and there are 87");
    const short = await trainModel(cut(100), options);
    expect(short.training).toContain("each of 1 later stages");
    expect(short.evaluation.all.served.games).toBeGreaterThan(0);
  });

  it("stops when told to, and tells how far it is", async () => {
    const told: string[] = [];
    const long = { ...plan, fit: { ...plan.fit, steps: 20 }, warmSteps: 10 };
    await trainModel(store, { ...options, plan: long, onProgress: (done, step) => void told.push(`${step} ${done}`) });
    expect(told).toEqual(["fit 0.25", "fit 0.5", "held-out test 0.75", "all data 1"]);
    const signal = AbortSignal.abort(new Error("cancelled"));
    await expect(trainModel(store, { ...options, signal })).rejects.toThrow("cancelled");
  });
});
