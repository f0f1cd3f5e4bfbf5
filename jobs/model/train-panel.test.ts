import { beforeAll, describe, expect, it, vi } from "vitest";
import { startBackend } from "./backend";
import { DEFAULT_FIT } from "./network/fit-network";
import type { Panel } from "./panel/panel";
import { createShops, toEndDay } from "./synthetic-panel";
import { type Stage, type TrainOptions, trainPanel } from "./train-panel";
import { fitMembersInTurn } from "./training-work";

const HORIZON = 14;
const panel = createShops({ count: 3, days: 150, horizon: HORIZON, seed: 9 });
const endDay = toEndDay(panel);
const stages = [endDay - 2 * HORIZON, endDay - HORIZON, endDay];
const plan = { members: 1, fit: { ...DEFAULT_FIT, steps: 6, batch: 8, maskShare: 0.2 }, warmSteps: 3, warmRate: 1e-3 };

const train = (of: Panel, options: Partial<TrainOptions> = {}) => trainPanel(of, { stages, plan, seed: 1, ...options });

/** The panel with other values from a day on. */
function poison(from: number): Panel {
  const series = panel.series.map((each) => ({
    ...each,
    values: each.values.map((value, t) => (each.firstDay + t >= from && value > 0 ? 5 * value + 300 : value)),
  }));
  return { ...panel, series };
}

// Real training on a machine that others may be using.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let clean: Stage[];

beforeAll(async () => {
  await startBackend();
  clean = await train(panel);
});

describe("training in stages", () => {
  it("lets nothing into a stage of the days from its end on: scaler, season, half-life, weights, bands, choices", async () => {
    for (const place of [0, 1]) {
      const poisoned = await train(poison(stages[place] ?? 0));
      expect(poisoned[place]?.model).toEqual(clean[place]?.model);
      expect(poisoned[place + 1]?.model.context).not.toEqual(clean[place + 1]?.model.context);
      expect(poisoned[place + 1]?.model.calibration).not.toEqual(clean[place + 1]?.model.calibration);
    }
  });

  it("calibrates a stage by the tests of those before it only", () => {
    const [first, second, last] = clean;
    const stretches = Object.values(first?.model.calibration ?? {}).flatMap(({ days }) => days.flat());
    expect(new Set(stretches)).toEqual(new Set([1]));
    expect([first?.model.choices, first?.model.personal]).toEqual([{}, {}]);
    expect(second?.model.calibration).not.toEqual(first?.model.calibration);
    expect(last?.contests).toEqual([]);
    for (const [place, stage] of [first, second].entries()) {
      const [from, to] = [stages[place] ?? 0, stages[place + 1] ?? 0];
      for (const { day: origin, held } of stage?.contests ?? []) {
        expect(origin >= from - 1 && origin < to).toBe(true);
        const known = [...held.actual].filter((value) => !Number.isNaN(value));
        expect(known.length).toBeLessThanOrEqual(to - 1 - origin);
        expect(known).not.toContain(0);
      }
    }
  });

  it("goes on from given weights with the warm steps only, and tells how far it is", async () => {
    const steps: number[] = [];
    const told: number[] = [];
    const fitMembers: TrainOptions["fitMembers"] = (of, tasks, hooks) => {
      steps.push(...tasks.map((task) => task.plan.steps));
      return fitMembersInTurn(of, tasks, hooks);
    };
    const longer = { ...plan, members: 2, fit: { ...plan.fit, steps: 20 }, warmSteps: 10 };
    const onProgress = (done: number) => void told.push(done);
    const [first] = await train(panel, { plan: longer, fitMembers, onProgress, stages: stages.slice(1) });
    expect(steps).toEqual([20, 20, 10, 10]);
    expect(told).toEqual([...told].sort());
    expect(told.at(-1)).toBe(1);
    steps.length = 0;
    const warm = await train(panel, { plan: longer, fitMembers, from: first?.model.members, stages: stages.slice(2) });
    expect(steps).toEqual([10, 10]);
    expect(warm[0]?.model.members).not.toEqual(first?.model.members);
    expect(first?.model.members[0]).not.toEqual(first?.model.members[1]);
  });

  it("has the same model for the same seed, and another for another", async () => {
    const trainOnce = async (seed: number) => (await train(panel, { stages: stages.slice(0, 1), seed }))[0]?.model;
    expect(await trainOnce(1)).toEqual(clean[0]?.model);
    expect(await trainOnce(2)).not.toEqual(clean[0]?.model);
  });

  it("stops when told to", async () => {
    await expect(train(panel, { signal: AbortSignal.abort(new Error("cancelled")) })).rejects.toThrow("cancelled");
  });
});
