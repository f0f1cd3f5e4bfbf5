import type { Keeper } from "./keeper";
import type { FitPlan } from "./network/fit-network";
import type { Weights } from "./network/network-shape";
import { countDays } from "./panel/demand-conditions";
import type { Panel } from "./panel/panel";
import { fitContext, type PanelContext } from "./panel/panel-context";
import { fitCalibration } from "./panel-calibration";
import type { PanelModel } from "./panel-model";
import { judgePersonal, pickPersonal } from "./personal-trial";
import { type Choice, choose, type Smoothed } from "./rivals/choice";
import { type Contest, listContestWindows } from "./rivals/contests";
import type { BlockOrder, BlockResult } from "./stage-block";
import { type BlockTask, type FitMembers, fitMembersInTurn, type WorkBlocks, workBlocksInTurn } from "./training-work";

/** Series of a block: a second or so of work. */
const BLOCK_SERIES = 32;

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
  workBlocks?: WorkBlocks | undefined;
  /** Where parts of the training are kept, so that another process can go on with it. */
  keeper?: Keeper | undefined;
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
  /** Smoothing of the test's first day. */
  smoothed: Smoothed;
}

function chooseAll(contests: readonly Contest[]): Record<string, Choice> {
  const choices: Record<string, Choice> = {};
  for (const [id, own] of Map.groupBy(contests, (contest) => contest.id)) {
    const choice = choose(own);
    if (choice) choices[id] = choice;
  }
  return choices;
}

function countSteps({ plan, stages, from }: TrainOptions): number {
  const first = from ? plan.warmSteps : plan.fit.steps;
  return plan.members * (first + (stages.length - 1) * plan.warmSteps);
}

/** A stage to be trained and tested. */
interface Work {
  panel: Panel;
  options: TrainOptions;
  place: number;
  endDay: number;
  context: PanelContext;
  onStep: (steps: number) => Promise<void>;
}

/** The networks of a stage, gone on from those of the one before. */
function fitStage({ panel, options, place, endDay, context, onStep }: Work, from: readonly Weights[]) {
  const { plan, seed, fitMembers = fitMembersInTurn, signal, keeper } = options;
  const fit = from.length > 0 ? { ...plan.fit, steps: plan.warmSteps, rate: plan.warmRate } : plan.fit;
  const tasks = Array.from({ length: plan.members }, (_, i) => ({
    part: `stage-${place}/network-${i}`,
    endDay,
    plan: fit,
    seed: seed + 1009 * i + 31 * place,
    from: from[i],
    context,
  }));
  return fitMembers(panel, tasks, { onStep, signal, keeper });
}

/** Tunes own last layers and tests the stage, in blocks; after the last stage only what is served is worth its time. */
function workStage(work: Work, members: Weights[], helped: readonly string[]): Promise<BlockResult[]> {
  const { panel, options, place, endDay, context } = work;
  const { workBlocks = workBlocksInTurn, signal, keeper } = options;
  const next = options.stages[place + 1];
  const days = next === undefined ? null : { from: endDay, to: next };
  // Launches are few: how far forecasts of new series miss is learnt by hiding what is known of old ones as well.
  const windows = days ? listContestWindows(panel, days, options.plan.fit.maskShare > 0) : [];
  const toOrder = (from: number): BlockOrder => {
    const to = Math.min(panel.series.length, from + BLOCK_SERIES);
    const ids = new Set(panel.series.slice(from, to).map(({ id }) => id));
    const own = helped.filter((id) => ids.has(id));
    const test = days && {
      days,
      windows: windows.filter((window) => window.place >= from && window.place < to),
      helped: own,
    };
    return { from, to, networks: { context, members }, endDay, tuned: test ? null : own, test };
  };
  const tasks = Array.from({ length: Math.ceil(panel.series.length / BLOCK_SERIES) }, (_, block) => ({
    part: `stage-${place}/block-${block}`,
    order: toOrder(block * BLOCK_SERIES),
  }));
  const isWork = ({ order }: BlockTask) => order.tuned === null || order.tuned.length > 0;
  return workBlocks(panel, tasks.filter(isWork), { signal, keeper });
}

/** Trains and tests a stage on the tests of those before it. */
async function runStage(work: Work, from: readonly Weights[], tests: readonly Contest[]): Promise<Stage> {
  const { panel, options, endDay, context } = work;
  const members = await fitStage(work, from);
  const helped = work.place > 0 ? judgePersonal(tests) : (options.helped ?? {});
  const blocks = await workStage(work, members, Object.keys(helped));
  const personal = pickPersonal(Object.assign({}, ...blocks.map((block) => block.personal)), helped);
  const calibration = fitCalibration(tests.map(({ held }) => held));
  const windows = panel.series.reduce((sum, series) => sum + countDays(series, endDay), 0);
  return {
    endDay,
    model: { spec: panel.spec, context, members, personal, calibration, choices: chooseAll(tests) },
    contests: blocks.flatMap((block) => block.contests),
    helped,
    windows,
    smoothed: new Map(blocks.flatMap((block) => block.smoothed)),
  };
}

/**
 * Trains a model in stages on one set of networks: each stage is tested on the days after it, and the later ones go on
 * from the weights of the one before. A stage's bands and choices come from the tests of the stages before it.
 */
export async function trainPanel(panel: Panel, options: TrainOptions): Promise<Stage[]> {
  const total = countSteps(options);
  const trained: Stage[] = [];
  let members: readonly Weights[] = options.from ?? [];
  let done = 0;
  for (const [place, endDay] of options.stages.entries()) {
    const context = fitContext(panel, endDay);
    const onStep = async (steps: number) => {
      done += steps;
      await options.onProgress?.(Math.min(1, done / total), place);
    };
    const tests = trained.flatMap(({ contests }) => contests);
    const stage = await runStage({ panel, options, place, endDay, context, onStep }, members, tests);
    members = stage.model.members;
    trained.push(stage);
  }
  return trained;
}
