import { breathe, type Keeper, NO_KEEPER } from "./keeper";
import { type FitOptions, type FitPlan, type FitState, fitNetwork } from "./network/fit-network";
import type { Weights } from "./network/network-shape";
import type { Panel } from "./panel/panel";
import { fitPanelContext, type PanelContext, prepareWith } from "./panel/panel-context";
import { type BlockOrder, type BlockResult, workBlock } from "./stage-block";

/** One network to be trained: on the panel's days before `endDay`, from a seed or from weights that go on. */
export interface FitTask {
  /** Its name, under which it is kept. */
  part: string;
  endDay: number;
  plan: FitPlan;
  seed: number;
  from?: Weights | undefined;
  /** The context fitted on these days, where the caller has it. */
  context?: PanelContext | undefined;
  /** Where this very training stood. */
  state?: FitState | undefined;
}

/** What work is watched and ended by. */
export interface WorkHooks {
  signal?: AbortSignal | undefined;
  keeper?: Keeper | undefined;
}

/** Hooks of a fit; `onStep` is told how many steps were made since it was last called. */
export interface FitHooks extends WorkHooks {
  onStep: (steps: number) => void | Promise<void>;
}

/** Trains networks, one after the other or at once; the weights come back in the tasks' order. */
export type FitMembers = (panel: Panel, tasks: readonly FitTask[], hooks: FitHooks) => Promise<Weights[]>;

/** Blocks of series, by name. */
export interface BlockTask {
  part: string;
  order: BlockOrder;
}

/** Works on blocks of series, one after the other or at once; the results come back in the tasks' order. */
export type WorkBlocks = (panel: Panel, tasks: readonly BlockTask[], hooks: WorkHooks) => Promise<BlockResult[]>;

/** Trains one network, told of its steps as {@link fitNetwork} tells. */
export function fitMember(
  panel: Panel,
  task: FitTask,
  { onStep, signal }: Pick<FitOptions, "onStep" | "signal">,
): Promise<Weights> {
  const { endDay, plan, seed, from, state } = task;
  const { context, prepared } = task.context
    ? { context: task.context, prepared: prepareWith(task.context, panel.spec, panel.series, endDay) }
    : fitPanelContext(panel, endDay);
  return fitNetwork(prepared, { spec: panel.spec, context }, plan, { seed, from, state, signal, onStep });
}

/** What is kept of a fit: what came of it, or how far it is. */
export type KeptFit = { weights: Weights } | { state: FitState };

function isKeptFit(value: unknown): value is KeptFit {
  return typeof value === "object" && value !== null && ("weights" in value || "state" in value);
}

/** A fit that tells of its steps, and whose state may lie elsewhere. */
export type Train = (
  task: FitTask,
  onStep: (step: number, take: () => KeptFit | Promise<KeptFit>) => Promise<void>,
) => Promise<Weights>;

/** Trains a network by `train` from where it was kept, and keeps what comes of it. */
export async function fitKept(task: FitTask, { onStep, keeper = NO_KEEPER }: FitHooks, train: Train): Promise<Weights> {
  const found = await keeper.find(task.part);
  const kept = isKeptFit(found) ? found : undefined;
  if (kept && "weights" in kept) {
    await onStep(task.plan.steps);
    return kept.weights;
  }
  let done = kept?.state.step ?? 0;
  if (done > 0) await onStep(done);
  const weights = await train({ ...task, state: kept?.state }, async (step, take) => {
    await onStep(step - done);
    done = step;
    if (step < task.plan.steps) await keeper.rest(task.part, take);
  });
  await keeper.keep(task.part, { weights });
  // Only after work: what finds its time over when it begins would never get on.
  keeper.pause();
  return weights;
}

/** Trains the networks of a panel one after the other on this thread. */
export const fitMembersInTurn: FitMembers = async (panel, tasks, hooks) => {
  const { signal } = hooks;
  const all: Weights[] = [];
  for (const task of tasks) {
    const train: Train = (own, onStep) =>
      fitMember(panel, own, { onStep: (step, takeState) => onStep(step, () => ({ state: takeState() })), signal });
    all.push(await fitKept(task, hooks, train));
  }
  return all;
};

function isBlockResult(value: unknown): value is BlockResult {
  return typeof value === "object" && value !== null && "personal" in value && "contests" in value;
}

/** Works on a block by `work`, or takes what was kept of it. */
export async function workKept(
  { part, order }: BlockTask,
  { keeper = NO_KEEPER }: WorkHooks,
  work: (order: BlockOrder) => BlockResult | Promise<BlockResult>,
): Promise<BlockResult> {
  const found = await keeper.find(part);
  if (isBlockResult(found)) return found;
  const result = await work(order);
  await keeper.keep(part, result);
  keeper.pause();
  return result;
}

/** Works on the blocks one after the other on this thread. */
export const workBlocksInTurn: WorkBlocks = async (panel, tasks, hooks) => {
  const all: BlockResult[] = [];
  for (const task of tasks) {
    hooks.signal?.throwIfAborted();
    all.push(await workKept(task, hooks, (order) => workBlock(panel, order)));
    await breathe();
  }
  return all;
};
