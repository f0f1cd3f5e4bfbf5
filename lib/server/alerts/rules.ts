import type { Day } from "@/lib/shared/day";
import { PIPELINE_NAMES, PIPELINES, type Pipeline } from "@/lib/shared/pipelines";
import type { Due } from "./deadlines";

/** What there is to know of a pipeline. */
export type PipelineFacts = {
  isPaused: boolean;
  due: Due;
  /** Whether what is due is done. */
  isDone: boolean;
  /** What is under way. */
  activeState: "queued" | "running" | null;
  /** The run that ended last, where it failed. */
  failedRun: { day: Day; error: string | null } | null;
  /** When a run over all games last ended well. */
  lastGoodAt: Date | null;
};

/** What there is to know of a queue. */
export type QueueFacts = {
  name: string;
  /** Jobs that could be worked on now, with those whose worker fell silent. */
  waiting: number;
  /** Jobs that somebody works on. */
  active: number;
  /** Since when there were jobs waiting and nothing was heard of any. */
  quietSince: Date | null;
};

/** Everything that is looked at. */
export type Facts = {
  now: Date;
  /** When the store's database was made: what was due before is nobody's fault. */
  bornAt: Date;
  pipelines: Record<Pipeline, PipelineFacts>;
  queues: readonly QueueFacts[];
  /** Worker processes heard of lately; null where the store needs none. */
  workers: number | null;
  deadJobs: number;
};

/** Something that an operator must know of, and may be told as it is. */
export type Problem = { key: string; message: string };

const MINUTE_MS = 60_000;

/** Where nothing is worked on at all, jobs do not wait for so long. */
const STILL_MINUTES = 10;

/** Without any worker nothing will change. */
const NO_WORKER_MINUTES = 3;

/** Where other queues are worked on, a few busy workers may just not have come to this one. */
const PASSED_OVER_MINUTES = 120;

const MAX_ERROR_LENGTH = 500;

/** Cuts passwords out of addresses, as errors of engines may name them. */
export function cutSecrets(text: string): string {
  return text.replaceAll(/(\w+:\/\/[^\s:/@]*):[^\s@]*@/g, "$1:[cut]@");
}

function toTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function findLate(facts: Facts, pipeline: Pipeline): Problem[] {
  const { isPaused, isDone, due, activeState } = facts.pipelines[pipeline];
  if (isPaused || isDone || due.startsAt < facts.bornAt) return [];
  const state = { queued: "it waits for its turn", running: "it is still running" };
  const why = activeState ? state[activeState] : "nobody works on it";
  const message = `${PIPELINE_NAMES[pipeline]} for ${due.day} was not done by ${toTime(due.deadline)}: ${why}`;
  return [{ key: `late:${pipeline}`, message }];
}

function findFailed(facts: Facts, pipeline: Pipeline): Problem[] {
  const { failedRun } = facts.pipelines[pipeline];
  if (!failedRun) return [];
  const error = cutSecrets(failedRun.error ?? "without a reason").slice(0, MAX_ERROR_LENGTH);
  return [{ key: `failed:${pipeline}`, message: `${PIPELINE_NAMES[pipeline]} for ${failedRun.day} failed: ${error}` }];
}

function findStill(facts: Facts): Problem[] {
  const isAnyActive = facts.queues.some(({ active }) => active > 0);
  const limit = isAnyActive ? PASSED_OVER_MINUTES : facts.workers === 0 ? NO_WORKER_MINUTES : STILL_MINUTES;
  const still = facts.queues.filter(({ waiting, active, quietSince }) => {
    const quietMs = quietSince ? facts.now.getTime() - quietSince.getTime() : 0;
    return waiting > 0 && active === 0 && quietMs >= limit * MINUTE_MS;
  });
  if (still.length === 0) return [];
  const jobs = still.map(({ name, waiting }) => `${waiting} in ${name}`).join(", ");
  const why = facts.workers === 0 ? "no worker is alive" : "nobody takes them up";
  return [{ key: "queue:still", message: `Jobs have been waiting for ${limit} minutes or more (${jobs}): ${why}` }];
}

function findDead({ deadJobs }: Facts): Problem[] {
  if (deadJobs === 0) return [];
  const message = `${deadJobs === 1 ? "A job" : `${deadJobs} jobs`} could not be done: see npm run job -- dead`;
  return [{ key: "queue:dead", message }];
}

/** Everything that is wrong at present, one problem a key. */
export function findProblems(facts: Facts): Problem[] {
  return [
    ...PIPELINES.flatMap((pipeline) => findLate(facts, pipeline)),
    ...PIPELINES.flatMap((pipeline) => findFailed(facts, pipeline)),
    ...findStill(facts),
    ...findDead(facts),
  ];
}

/**
 * Whether what an open alert is about is over. A failed run is made good by a later run, not by its being tried
 * again: while that is under way, nothing is decided.
 */
export function isOver(alert: { key: string; raisedAt: Date }, facts: Facts): boolean {
  if (findProblems(facts).some(({ key }) => key === alert.key)) return false;
  const pipeline = PIPELINES.find((name) => alert.key === `failed:${name}`);
  if (!pipeline) return true;
  const { lastGoodAt } = facts.pipelines[pipeline];
  return lastGoodAt !== null && lastGoodAt >= alert.raisedAt;
}

const SUMMARIES: Record<string, string> = {
  "queue:still": "Jobs wait in the queue, and nobody works on them",
  "queue:dead": "Jobs could not be done",
};

/** What an alert is about in a few words that everybody may read. */
export function summarise(key: string): string {
  const summary = SUMMARIES[key];
  if (summary) return summary;
  const pipeline = PIPELINES.find((name) => key.endsWith(`:${name}`));
  if (!pipeline) return "Something is wrong";
  return `${PIPELINE_NAMES[pipeline]} ${key.startsWith("late:") ? "is late" : "failed"}`;
}
