import { type Choice, choose } from "./choice";
import { type Contest, listContests } from "./contests";
import { type FitPlan, fitNetwork } from "./fit-network";
import type { Weights } from "./network-shape";
import type { Panel } from "./panel";
import { fitCalibration } from "./panel-calibration";
import { fitPanelContext } from "./panel-context";
import { type PanelModel, toRivalSpec } from "./panel-model";
import { fitPersonal } from "./personal";
import { judgePersonal, pickPersonal, type Trial } from "./personal-trial";

/** One network to be trained: on the panel's days before `endDay`, from a seed or from weights that go on. */
export interface FitTask {
  endDay: number;
  plan: FitPlan;
  seed: number;
  from?: Weights | undefined;
}

/** Trains networks, one after the other or at once; the weights come back in the tasks' order. */
export type FitMembers = (
  panel: Panel,
  tasks: readonly FitTask[],
  hooks: { onStep: (steps: number) => void | Promise<void>; signal?: AbortSignal | undefined },
) => Promise<Weights[]>;

/** Trains one network; `onStep` is told how many steps were made since it was last called. */
export async function fitMember(
  panel: Panel,
  { endDay, plan, seed, from }: FitTask,
  hooks: Parameters<FitMembers>[2],
): Promise<Weights> {
  const { context, prepared } = fitPanelContext(panel, endDay);
  let done = 0;
  return fitNetwork(prepared, { spec: panel.spec, context }, plan, {
    seed,
    from,
    signal: hooks.signal,
    onStep: async (step) => {
      await hooks.onStep(step - done);
      done = step;
    },
  });
}

/** Trains the networks of a panel one after the other on this thread. */
export const fitMembersInTurn: FitMembers = async (panel, tasks, hooks) => {
  const all: Weights[] = [];
  for (const task of tasks) all.push(await fitMember(panel, task, hooks));
  return all;
};

/** How a model is trained: how many networks, the steps of the first stage, and those of every later one. */
export interface PanelPlan {
  members: number;
  fit: FitPlan;
  warmSteps: number;
  warmRate: number;
}

/** What training needs besides the panel. */
export interface TrainOptions {
  /** First day after each stage, ascending: a stage is trained on the days before it, tested on those up to the next. */
  stages: readonly number[];
  plan: PanelPlan;
  seed: number;
  /** Weights to go on from instead of fresh ones; the first stage then takes the warm steps, too. */
  from?: readonly Weights[] | undefined;
  /** Series that own last layers are known to help, until the stages' own tests tell. */
  helped?: Record<string, number> | undefined;
  fitMembers?: FitMembers | undefined;
  /** Share of the steps that are done, 0 to 1, and the stage's place. */
  onProgress?: ((done: number, stage: number) => void | Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
}

/** A model as it stood at the end of a stage, and how it did on the days up to the next one, which it had not seen. */
export interface Stage {
  endDay: number;
  model: PanelModel;
  /** Uncalibrated; none for the last stage. */
  contests: Contest[];
  /** By how much, as a share, its own last layer lowered a series' error in the tests before; only where it is served. */
  helped: Record<string, number>;
  /** Different windows that the stage could draw. */
  windows: number;
}

function chooseAll(contests: readonly Contest[], model: Omit<PanelModel, "choices">): Record<string, Choice> {
  const bySeries = Map.groupBy(contests, ({ window }) => window.prepared.series.id);
  const choices: Record<string, Choice> = {};
  for (const [id, own] of bySeries) {
    const choice = choose(own, toRivalSpec(model));
    if (choice) choices[id] = choice;
  }
  return choices;
}

function countSteps({ plan, stages, from }: TrainOptions): number {
  const first = from ? plan.warmSteps : plan.fit.steps;
  return plan.members * (first + (stages.length - 1) * plan.warmSteps);
}

/**
 * Trains a model in stages on one set of networks: each stage is tested on the days after it, and the later ones go on
 * from the weights of the one before. A stage's bands and choices come from the tests of the stages before it.
 */
export async function trainPanel(panel: Panel, options: TrainOptions): Promise<Stage[]> {
  const { plan, seed, stages, fitMembers = fitMembersInTurn, signal } = options;
  const total = countSteps(options);
  const tests: Contest[] = [];
  const trials: Trial[] = [];
  const trained: Stage[] = [];
  let members = options.from ? [...options.from] : [];
  let done = 0;
  for (const [place, endDay] of stages.entries()) {
    const isWarm = members.length > 0;
    const fit = isWarm ? { ...plan.fit, steps: plan.warmSteps, rate: plan.warmRate } : plan.fit;
    const tasks = Array.from({ length: plan.members }, (_, i) => ({
      endDay,
      plan: fit,
      seed: seed + 1009 * i + 31 * place,
      from: members[i],
    }));
    const onStep = async (steps: number) => {
      done += steps;
      await options.onProgress?.(Math.min(1, done / total), place);
    };
    members = await fitMembers(panel, tasks, { onStep, signal });
    const { context, prepared } = fitPanelContext(panel, endDay);
    const next = stages[place + 1];
    const shared = { spec: panel.spec, context, members, personal: {} };
    const helped = trials.length > 0 ? judgePersonal(trials) : (options.helped ?? {});
    // After the last stage nothing is tried any more: only what is served is worth its time.
    const tuned = next === undefined ? prepared.filter(({ series }) => helped[series.id] !== undefined) : prepared;
    const own = fitPersonal(tuned, { spec: panel.spec, context }, members);
    const networks = { ...shared, personal: pickPersonal(own, helped) };
    const base = { ...networks, calibration: fitCalibration(tests.map(({ held }) => held)) };
    const model = { ...base, choices: chooseAll(tests, base) };
    // Launches are few: how far forecasts of new series miss is learnt by hiding what is known of old ones as well.
    const isMasked = plan.fit.maskShare > 0;
    const contests = next === undefined ? [] : listContests(networks, panel, { from: endDay, to: next }, isMasked);
    if (next !== undefined) {
      const days = { from: endDay, to: next };
      trials.push({
        own: listContests({ ...shared, personal: own }, panel, days),
        shared: listContests(shared, panel, days),
      });
    }
    tests.push(...contests);
    const windows = prepared.reduce((sum, { length }) => sum + length, 0);
    trained.push({ endDay, model, contests, helped, windows });
  }
  return trained;
}
