import "dotenv/config";
import { getDb } from "@/lib/server/db";
import { getEnv } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { settlePendingOrders } from "@/lib/server/orders/settle";
import { startQueueWorker } from "@/lib/server/queue/pipeline-queue";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { joinRunningStore } from "./local/join-running-store";
import { toErrorText } from "./pipelines/error-text";
import { workJob } from "./pipelines/work-job";

/** A run that is under way when the worker is told to stop may go on for so long; then it ends as cancelled. */
const DRAIN_MS = 2_000;

/** How long the queue waits for the run to be wound up. */
const STOP_MS = 25_000;

const HEARTBEAT_MS = 60_000;

/** Orders that a killed process left, or that were confirmed while nobody looked, are finished this often. */
const SETTLE_MS = 30_000;

async function main(): Promise<void> {
  joinRunningStore(process.env);
  const stop = new AbortController();
  const around = { db: getDb(), storage: getStorage(), databaseUrl: getEnv().DATABASE_URL, signal: stop.signal };
  const worker = await startQueueWorker((job) => workJob(job, around));
  const uptime = () => log.info({ uptimeSeconds: Math.round(process.uptime()) }, "worker.alive");
  const heartbeat = setInterval(uptime, HEARTBEAT_MS);
  const settle = () => {
    settlePendingOrders(around.db).catch((error: unknown) => log.error({ err: error }, "order.settle_failed"));
  };
  const settling = setInterval(settle, SETTLE_MS);
  log.info({ pid: process.pid }, "worker.ready");
  const drain = async (signal: NodeJS.Signals) => {
    log.info({ signal }, "worker.stopping");
    clearInterval(heartbeat);
    clearInterval(settling);
    setTimeout(() => stop.abort(new Error("the worker was stopped")), DRAIN_MS).unref();
    await worker.stop(STOP_MS);
    await around.db.$disconnect();
    log.info({}, "worker.stopped");
    process.exit(0);
  };
  process.once("SIGTERM", drain);
  process.once("SIGINT", drain);
}

main().catch((error: unknown) => {
  console.error(`The worker could not start: ${toErrorText(error)}`);
  process.exit(1);
});
