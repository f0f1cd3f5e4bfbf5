import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Weights } from "@/jobs/model/network-shape";
import type { Panel } from "@/jobs/model/panel";
import { type FitMembers, type FitTask, fitMembersInTurn } from "@/jobs/model/train-panel";
import type { FitNews, FitOrder } from "./fit-worker";

/** A thread reads TypeScript only where this process was told how to: a bundled server trains on its own thread. */
function canThread(): boolean {
  return availableParallelism() > 1 && process.execArgv.some((argument) => argument.includes("tsx"));
}

type Hooks = Parameters<FitMembers>[2];

/** Trains one network on a thread of its own; an abort ends the thread at once. */
function fitOnThread(panel: Panel, task: FitTask, hooks: Hooks): Promise<Weights> {
  hooks.signal?.throwIfAborted();
  // Read at run time: a bundler would make the thread's file part of the web server.
  const file = path.join(process.cwd(), "jobs", "train", "fit-worker.ts");
  return new Promise((resolve, reject) => {
    const order: FitOrder = { panel, task };
    const worker = new Worker(file, { workerData: order });
    const stop = () => {
      void worker.terminate();
      reject(hooks.signal?.reason);
    };
    hooks.signal?.addEventListener("abort", stop, { once: true });
    worker.on("message", (news: FitNews) => {
      if ("weights" in news) return resolve(news.weights);
      Promise.resolve(hooks.onStep(news.steps)).catch((error: unknown) => {
        void worker.terminate();
        reject(error);
      });
    });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      hooks.signal?.removeEventListener("abort", stop);
      reject(new Error(`a training thread ended early, with code ${code}`));
    });
  });
}

/**
 * Trains the networks at once, one a thread, on as many cores as there are: the same weights as in turn, sooner. The
 * others are stopped where one fails.
 */
export const fitMembersOnThreads: FitMembers = async (panel, tasks, hooks) => {
  hooks.signal?.throwIfAborted();
  if (!canThread() || tasks.length < 2) return fitMembersInTurn(panel, tasks, hooks);
  const others = new AbortController();
  const signal = hooks.signal ? AbortSignal.any([hooks.signal, others.signal]) : others.signal;
  const weights: Weights[] = [];
  let next = 0;
  const work = async () => {
    for (let i = next++; i < tasks.length; i = next++) {
      const task = tasks[i];
      if (task) weights[i] = await fitOnThread(panel, task, { ...hooks, signal });
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, work));
  } catch (error) {
    others.abort(error);
    throw error;
  }
  return weights;
};
