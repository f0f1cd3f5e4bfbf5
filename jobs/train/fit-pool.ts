import { availableParallelism } from "node:os";
import { type Panel, type PanelSeries, toShared } from "@/jobs/model/panel/panel";
import {
  type FitMembers,
  fitKept,
  fitMembersInTurn,
  type WorkBlocks,
  type WorkHooks,
  workBlocksInTurn,
  workKept,
} from "@/jobs/model/training-work";
import { Thread } from "./thread";

/** Fewer blocks are done sooner than threads are started. */
const MIN_BLOCKS = 4;

/** Whether there are threads: they read TypeScript only where this process was told how to; a bundled server trains on its own. */
export function canThread(): boolean {
  return availableParallelism() > 1 && process.execArgv.some((argument) => argument.includes("tsx"));
}

const shareSeries = (series: PanelSeries): PanelSeries => ({
  ...series,
  values: toShared(series.values),
  known: series.known.map(toShared),
  ...(series.slow && { slow: series.slow.map(toShared) }),
});

const sharedPanels = new WeakMap<Panel, Panel>();

/** The panel in memory that threads read without a copy of their own. */
function share(panel: Panel): Panel {
  const known = sharedPanels.get(panel);
  if (known) return known;
  const shared = { ...panel, series: panel.series.map(shareSeries) };
  sharedPanels.set(panel, shared);
  return shared;
}

/** Tasks, the panel that they work on, and how they are watched. */
type Job<Task> = { panel: Panel; tasks: readonly Task[]; hooks: WorkHooks };

/** Does tasks at once, on as many threads as there are cores; `getThread` starts one where it is needed. */
async function doOnThreads<Task, Result>(
  { panel, tasks, hooks }: Job<Task>,
  work: (task: Task, getThread: () => Thread) => Promise<Result>,
): Promise<Result[]> {
  const threads: Thread[] = [];
  const results: Result[] = [];
  const failures: unknown[] = [];
  const end = () => {
    for (const thread of threads) thread.end();
  };
  const start = () => {
    const thread = new Thread(share(panel));
    threads.push(thread);
    return thread;
  };
  let next = 0;
  const run = async () => {
    let own: Thread | undefined;
    const getThread = () => {
      own ??= start();
      return own;
    };
    try {
      for (let i = next++; i < tasks.length && failures.length === 0; i = next++) {
        const task = tasks[i];
        if (task) results[i] = await work(task, getThread);
      }
    } catch (error) {
      failures.push(error);
      // The others come to a place of their own where they stop, and keep what they have; an error ends them.
      if (!hooks.keeper?.isPausing) end();
    }
  };
  hooks.signal?.addEventListener("abort", end, { once: true });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, run));
  hooks.signal?.removeEventListener("abort", end);
  end();
  hooks.signal?.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  return results;
}

/**
 * Trains the networks at once, one a thread, on as many cores as there are: the same weights as in turn, sooner. The
 * others are stopped where one fails.
 */
export const fitMembersOnThreads: FitMembers = async (panel, tasks, hooks) => {
  hooks.signal?.throwIfAborted();
  if (!canThread() || tasks.length < 2) return fitMembersInTurn(panel, tasks, hooks);
  return doOnThreads({ panel, tasks, hooks }, (task, getThread) =>
    fitKept(task, hooks, (own, onStep) => getThread().train(own, onStep)),
  );
};

/** Works on the blocks at once, on as many cores as there are: the same results as in turn, sooner. */
const workBlocksOnThreads: WorkBlocks = async (panel, tasks, hooks) => {
  hooks.signal?.throwIfAborted();
  if (!canThread() || tasks.length < MIN_BLOCKS) return workBlocksInTurn(panel, tasks, hooks);
  return doOnThreads({ panel, tasks, hooks }, (task, getThread) =>
    workKept(task, hooks, (order) => getThread().work(order)),
  );
};

/** Training on as many cores as there are. */
export const ON_THREADS = { fitMembers: fitMembersOnThreads, workBlocks: workBlocksOnThreads };
