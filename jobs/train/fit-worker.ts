import { parentPort, workerData } from "node:worker_threads";
import { startBackend } from "@/jobs/model/backend";
import type { Panel } from "@/jobs/model/panel";
import { type FitTask, fitMember } from "@/jobs/model/train-panel";

/** What the thread is told. */
export type FitOrder = { panel: Panel; task: FitTask };

/** What the thread says: how many steps were made, or the weights. */
export type FitNews = { steps: number } | { weights: Awaited<ReturnType<typeof fitMember>> };

const { panel, task } = workerData as FitOrder;
const say = (news: FitNews) => parentPort?.postMessage(news);

await startBackend();
say({ weights: await fitMember(panel, task, { onStep: (steps) => say({ steps }) }) });
