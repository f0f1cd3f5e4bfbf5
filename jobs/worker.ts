import "dotenv/config";
import { watchPipelines } from "@/lib/server/alerts/watch";
import { getDb } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import { settlePendingOrders } from "@/lib/server/orders/settle";
import { closeQueue, keepSchedule, openQueue } from "@/lib/server/queue/boss";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { parseWorkerArgs, WORKER_USAGE, type WorkerOptions } from "./command/worker-args";
import { joinRunningStore } from "./local/join-running-store";
import { drain } from "./pipelines/drain";
import { toErrorText } from "./pipelines/error-text";
import { PROCESS_NAME } from "./pipelines/process-name";

/** A task that does not find a place to pause in this time is left; another worker takes it up in a minute. */
const STOP_MS = 20_000;

const HEARTBEAT_MS = 60_000;

/** Orders that a killed process left, or that were confirmed while nobody looked, are finished this often. */
const SETTLE_MS = 30_000;

/** How often somebody looks for late and silent failures. */
const WATCH_MS = 60_000;

/** Does something again and again; one that fails is logged, and done again at its time. */
function every(ms: number, event: string, run: () => Promise<unknown>): NodeJS.Timeout {
  return setInterval(() => {
    run().catch((error: unknown) => log.error({ err: error }, event));
  }, ms);
}

async function work({ queues, concurrency }: WorkerOptions): Promise<void> {
  joinRunningStore(process.env);
  const [db, storage] = [getDb(), getStorage()];
  const stop = new AbortController();
  const boss = await openQueue("worker");
  await keepSchedule(boss);
  const timers = [
    every(HEARTBEAT_MS, "worker.not_alive", async () =>
      log.info({ uptimeSeconds: Math.round(process.uptime()) }, "worker.alive"),
    ),
    every(SETTLE_MS, "order.settle_failed", () => settlePendingOrders(db)),
    every(WATCH_MS, "pipeline.watch_failed", () => watchPipelines({ db, now: new Date() })),
  ];
  const onSignal = (signal: NodeJS.Signals) => {
    log.info({ signal }, "worker.stopping");
    for (const timer of timers) clearInterval(timer);
    setTimeout(() => process.exit(1), STOP_MS).unref();
    stop.abort();
  };
  process.once("SIGTERM", onSignal);
  process.once("SIGINT", onSignal);
  log.info({ pid: process.pid, queues, concurrency }, "worker.ready");
  const around = { db, storage, boss, worker: PROCESS_NAME, isOver: () => stop.signal.aborted };
  await drain({ queues, concurrency, isIdleEnough: () => stop.signal.aborted }, around);
  await closeQueue();
  await db.$disconnect();
  log.info({}, "worker.stopped");
}

async function main(args: readonly string[]): Promise<void> {
  const options = parseWorkerArgs(args);
  if (options) return work(options);
  console.log(WORKER_USAGE);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`The worker could not start: ${toErrorText(error)}`);
    process.exit(1);
  },
);
