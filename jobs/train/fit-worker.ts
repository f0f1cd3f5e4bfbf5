import { parentPort, workerData } from "node:worker_threads";
import { startBackend } from "@/jobs/model/backend";
import type { Panel } from "@/jobs/model/panel/panel";
import { type BlockOrder, type BlockResult, workBlock } from "@/jobs/model/stage-block";
import { type FitTask, fitMember, type KeptFit } from "@/jobs/model/training-work";

/** What a thread is told to do; a fit tells of its state where it finds a 1 in `bell`. */
export type ThreadOrder = { fit: FitTask; bell: Int32Array } | { block: BlockOrder };

/** What the thread says: how many steps were made, how the fit stands, what came of the order, or why nothing did. */
export type ThreadNews = { step: number } | { kept: KeptFit } | { block: BlockResult } | { failure: unknown };

const { panel } = workerData as { panel: Panel };
const say = (news: ThreadNews) => parentPort?.postMessage(news);

async function train(task: FitTask, bell: Int32Array): Promise<void> {
  const weights = await fitMember(panel, task, {
    onStep: (step, takeState) => {
      say({ step });
      if (Atomics.exchange(bell, 0, 0) === 1) say({ kept: { state: takeState() } });
    },
  });
  say({ kept: { weights } });
}

async function obey(order: ThreadOrder): Promise<void> {
  await startBackend();
  if ("fit" in order) await train(order.fit, order.bell);
  else say({ block: workBlock(panel, order.block) });
}

parentPort?.on("message", (order: ThreadOrder) => {
  obey(order).catch((failure: unknown) => say({ failure }));
});
