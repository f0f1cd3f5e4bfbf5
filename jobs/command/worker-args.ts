import { parseArgs } from "node:util";
import { queueOf, SCHEDULE_QUEUE } from "@/lib/server/queue/boss";
import { PIPELINES } from "@/lib/shared/pipelines";
import { UsageError } from "./usage-error";

/** What a worker works on: queues in their order, and how many tasks at once. */
export type WorkerOptions = { queues: readonly string[]; concurrency: number };

const NAMES: ReadonlyMap<string, string> = new Map([
  ["schedule", SCHEDULE_QUEUE],
  ...PIPELINES.map((pipeline) => [pipeline, queueOf(pipeline)] as const),
]);

const MAX_CONCURRENCY = 32;

/** How the worker is started, in one line. */
export const WORKER_USAGE = `usage: npm run worker -- [--queues ${[...NAMES.keys()].join(",")}] [--concurrency N]`;

function toQueues(names: string): string[] {
  return [...new Set(names.split(","))].map((name) => {
    const queue = NAMES.get(name.trim());
    if (!queue) throw new UsageError(`there is no queue ${JSON.stringify(name)}; ${WORKER_USAGE}`);
    return queue;
  });
}

function toConcurrency(text: string): number {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MAX_CONCURRENCY) return count;
  throw new UsageError(`--concurrency is a number from 1 to ${MAX_CONCURRENCY}, not ${JSON.stringify(text)}`);
}

/** Reads the worker's command line; null where it asks for help. Throws {@link UsageError}. */
export function parseWorkerArgs(args: readonly string[]): WorkerOptions | null {
  try {
    const options = {
      queues: { type: "string", default: [...NAMES.keys()].join(",") },
      concurrency: { type: "string", default: "1" },
      help: { type: "boolean", short: "h" },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return null;
    return { queues: toQueues(values.queues), concurrency: toConcurrency(values.concurrency) };
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const reason = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new UsageError(`${reason}; ${WORKER_USAGE}`, { cause });
  }
}
