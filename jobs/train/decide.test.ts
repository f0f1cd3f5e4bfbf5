import { beforeAll, describe, expect, it } from "vitest";
import type { ModelManifest } from "@/jobs/model/artifact";
import { startBackend } from "@/jobs/model/backend";
import { evaluate } from "@/jobs/model/evaluate";
import { HORIZON, toGamePanel } from "@/jobs/model/game-panel";
import { createWeights } from "@/jobs/model/network/network-shape";
import { fitPanelContext } from "@/jobs/model/panel/panel-context";
import { fitCalibration } from "@/jobs/model/panel-calibration";
import type { PanelModel } from "@/jobs/model/panel-model";
import { createSyntheticStore, SYNTHETIC_GENRES } from "@/jobs/model/synthetic-series";
import { testModel } from "@/jobs/model/train-model";
import { decide, type LiveModel } from "./decide";

const lastDay = 20_000;
const store = createSyntheticStore({ games: 6, days: 200, lastDay, seed: 3 });

/** A model that forecasts what level and conditions expect, times e^shift. */
function createModel(shift: number, genres = SYNTHETIC_GENRES): PanelModel {
  const panel = toGamePanel(store, genres);
  const { context } = fitPanelContext(panel, lastDay + 1 - HORIZON);
  const weights = createWeights(panel.spec, 1);
  weights.output_bias?.fill(shift, 0, 1);
  return { spec: panel.spec, context, members: [weights], calibration: fitCalibration([]), choices: {}, personal: {} };
}

const toLive = (tested: PanelModel, version = "old"): LiveModel => ({
  artefact: { manifest: { version } as ModelManifest, model: tested, tested },
});
const toCandidate = (model: PanelModel, version = "new") => {
  const { evaluation } = testModel(model, toGamePanel(store, SYNTHETIC_GENRES), { lastDay });
  return { version, served: evaluation.all.served };
};
const choose = (live: LiveModel, candidate: ReturnType<typeof toCandidate>) =>
  decide(live, candidate, { all: store, lastDay });

beforeAll(async () => {
  await startBackend();
});

describe("decide", () => {
  it("keeps a model that does not beat the live one as a challenger, and says why in numbers", () => {
    const [good, bad] = [createModel(0), createModel(1)];
    const worse = choose(toLive(good), toCandidate(bad));
    expect(worse.isLive).toBe(false);
    const [, ours, theirs] = /^MASE (\S+) does not beat the (\S+) of old on the last 60 days$/.exec(worse.reason) ?? [];
    expect(Number(ours)).toBeGreaterThan(Number(theirs));
    expect(choose(toLive(good), toCandidate(good)).isLive).toBe(false);
  });

  it("lets one that is better go live", () => {
    const better = choose(toLive(createModel(1)), toCandidate(createModel(0)));
    expect(better.isLive).toBe(true);
    expect(better.reason).toMatch(/^MASE \S+ beats the \S+ of old on the last 60 days$/);
  });

  it("lets one go live that has nobody to be compared with", () => {
    const candidate = toCandidate(createModel(1));
    const first: LiveModel = { artefact: null, reason: "the store's first model" };
    expect(choose(first, candidate)).toEqual({ isLive: true, reason: "the store's first model" });
    expect(choose(toLive(createModel(0), "new"), candidate)).toEqual({
      isLive: true,
      reason: "the same model, trained again",
    });
    const untested = { version: "new", served: evaluate([]).all.served };
    expect(choose(toLive(createModel(0)), untested).reason).toContain("no game is old enough");
  });

  it("tests the live model by the genres that it knows", () => {
    const [few, all] = [createModel(0, ["rpg"]), createModel(0.4)];
    const theirs = testModel(few, toGamePanel(store, ["rpg"]), { lastDay }).evaluation.all.served.mase;
    expect(choose(toLive(few), toCandidate(all)).reason).toContain(`the ${theirs.toFixed(4)} of old`);
  });

  it("never lets a score that is not a number go live, nor stay", () => {
    const [good, broken] = [createModel(0), createModel(Number.NaN)];
    expect(choose(toLive(good), toCandidate(broken)).isLive).toBe(false);
    expect(choose(toLive(broken), toCandidate(broken)).isLive).toBe(false);
    expect(choose(toLive(broken), toCandidate(good)).isLive).toBe(true);
  });
});
