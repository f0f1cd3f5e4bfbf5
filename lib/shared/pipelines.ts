import { z } from "zod";
import { daySchema } from "./day-schema";
import { say } from "./say";

/** The nightly pipelines in the order in which one feeds the next. */
export const PIPELINES = ["etl", "train", "forecast"] as const;

export const pipelineSchema = z.enum(PIPELINES);

export type Pipeline = z.infer<typeof pipelineSchema>;

/** What the log, the alerts and the command line call the pipelines; pages have messages for them. */
export const PIPELINE_NAMES: Record<Pipeline, string> = {
  etl: "Sales ETL",
  train: "Training",
  forecast: "Daily forecast",
};

export const RUN_STATES = ["queued", "running", "succeeded", "succeeded_with_failures", "failed", "cancelled"] as const;

export type RunState = (typeof RUN_STATES)[number];

/** How many of what a run or a task has dealt with, such as `{ games: 120, rows: 81230 }`. */
export const countsSchema = z.record(z.string(), z.union([z.number(), z.string()]));

export type Counts = z.infer<typeof countsSchema>;

export const RUN_TRIGGERS = ["cron", "staff", "cli", "backfill"] as const;

/** A run as the API shows it. */
export const pipelineRunSchema = z.object({
  id: z.uuid(),
  pipeline: pipelineSchema,
  /** Last day of data that it works on. */
  day: daySchema,
  /** These games only, by slug; empty for all. */
  gameSlugs: z.array(z.string()),
  trigger: z.enum(RUN_TRIGGERS),
  isForced: z.boolean(),
  state: z.enum(RUN_STATES),
  requestedBy: z.string().nullable(),
  step: z.string(),
  progress: z.number().min(0).max(1),
  counts: countsSchema,
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** Was told to end, and has not ended yet. */
  isCancelling: z.boolean(),
  /** Says it is running, but nobody was heard working on it for a minute. */
  isStalled: z.boolean(),
});

export type PipelineRun = z.infer<typeof pipelineRunSchema>;

export const TASK_STATES = [
  "pending",
  "running",
  "retrying",
  "succeeded",
  "failed",
  "upstream_failed",
  "cancelled",
] as const;

export const taskStateSchema = z.enum(TASK_STATES);

export type TaskState = z.infer<typeof taskStateSchema>;

/** A task of a run; a mapped one is there once for each shard of the games. */
export const pipelineTaskSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** From 0; 0 also where the task is not mapped. */
  shard: z.int(),
  isMapped: z.boolean(),
  /** Names of the tasks that must have ended before. */
  after: z.array(z.string()),
  state: taskStateSchema,
  attempt: z.int(),
  maxAttempts: z.int(),
  /** Attempts that failed or whose process was killed. */
  failures: z.int(),
  progress: z.number().min(0).max(1),
  counts: countsSchema,
  error: z.string().nullable(),
  startedAt: z.iso.datetime().nullable(),
  retryAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});

export type PipelineTask = z.infer<typeof pipelineTaskSchema>;

/** One try of a task: who made it, how it ended and what it wrote down. */
export const pipelineAttemptSchema = z.object({
  number: z.int(),
  state: z.enum(["running", "succeeded", "failed", "lost", "paused", "cancelled"]),
  worker: z.string(),
  error: z.string().nullable(),
  log: z.array(z.object({ at: z.iso.datetime(), text: z.string() })),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});

export type PipelineAttempt = z.infer<typeof pipelineAttemptSchema>;

export const gameWorkStateSchema = z.enum(["succeeded", "skipped", "failed"]);

export type GameWorkState = z.infer<typeof gameWorkStateSchema>;

/** What came of a mapped task's work on one game. */
export const pipelineGameSchema = z.object({
  task: z.string(),
  shard: z.int(),
  game: z.object({ slug: z.string(), title: z.string() }),
  state: gameWorkStateSchema,
  attempt: z.int(),
  counts: countsSchema,
  error: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
});

export type PipelineGame = z.infer<typeof pipelineGameSchema>;

/** A pipeline at a glance: what runs, what ran last, when it last went well and when it runs next. */
export const pipelineSummarySchema = z.object({
  pipeline: pipelineSchema,
  activeRun: pipelineRunSchema.nullable(),
  /** Runs that wait for the active one. */
  waiting: z.int(),
  lastRun: pipelineRunSchema.nullable(),
  lastGoodRunAt: z.iso.datetime().nullable(),
  /** Null while the schedule is paused. */
  nextRunAt: z.iso.datetime().nullable(),
  isPaused: z.boolean(),
});

export type PipelineSummary = z.infer<typeof pipelineSummarySchema>;

const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a game's slug")
  .max(200);

/** Games that one run may be asked for by name. */
export const MAX_RUN_GAMES = 500;

/** What the API takes to start a run; the day is yesterday (UTC) where it is not given. */
export const startRunSchema = z.strictObject({
  pipeline: pipelineSchema,
  date: daySchema.optional(),
  gameSlugs: z
    .array(slugSchema)
    .min(1)
    .max(MAX_RUN_GAMES)
    .refine((slugs) => new Set(slugs).size === slugs.length, say("errors.runGameTwice"))
    .optional(),
  /** Does a day again that is done already. */
  isForced: z.boolean().optional(),
  /** What to do where a run of the pipeline is under way. */
  ifBusy: z.enum(["refuse", "wait"]).optional(),
});

export type StartRunInput = z.infer<typeof startRunSchema>;

/** The run that was asked for; `isNew` is false where the day was done already, and nothing was started. */
export const startedRunSchema = pipelineRunSchema.extend({ isNew: z.boolean() });

export type StartedRun = z.infer<typeof startedRunSchema>;

/** Days that one backfill may span. */
export const MAX_BACKFILL_DAYS = 92;

/** What the API takes to run a pipeline for each day from `from` to `to`, oldest first. */
export const backfillSchema = z
  .strictObject({ pipeline: pipelineSchema, from: daySchema, to: daySchema, isForced: z.boolean().optional() })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: say("errors.lastBeforeFirst") });

export type BackfillInput = z.infer<typeof backfillSchema>;

/** What the API takes to do tasks of an ended run again: those that failed, or one with all that come after it. */
export const rerunSchema = z.strictObject({ from: z.union([z.literal("failed"), z.object({ task: z.string() })]) });

export type RerunInput = z.infer<typeof rerunSchema>;

/** A time of the week in UTC; every day where no weekday (Sunday 0) is named. */
type Schedule = { hour: number; minute: number; weekday?: number };

const SCHEDULES: Record<Pipeline, Schedule> = {
  etl: { hour: 2, minute: 0 },
  train: { hour: 3, minute: 0, weekday: 0 },
  forecast: { hour: 4, minute: 0 },
};

/** The cron expression (UTC) by which a pipeline runs; vercel.json and the worker's schedule say the same. */
export function cronOf(pipeline: Pipeline): string {
  const { hour, minute, weekday } = SCHEDULES[pipeline];
  return `${minute} ${hour} * * ${weekday ?? "*"}`;
}

/** The next moment after `now` at which the schedule starts a pipeline. */
export function nextRunAt(pipeline: Pipeline, now: Date): Date {
  const { hour, minute, weekday } = SCHEDULES[pipeline];
  const next = new Date(now);
  next.setUTCHours(hour, minute, 0, 0);
  while (next <= now || (weekday !== undefined && next.getUTCDay() !== weekday)) {
    next.setUTCDate(next.getUTCDate() + 1);
  }
  return next;
}

/** Hours between two scheduled runs. */
export function periodHours(pipeline: Pipeline): number {
  return SCHEDULES[pipeline].weekday === undefined ? 24 : 7 * 24;
}

/** Whether a run still waits or works. */
export function isActive(state: RunState): boolean {
  return state === "queued" || state === "running";
}

/** Whether a run did what it was for, even where single games failed. */
export function isGood(state: RunState): boolean {
  return state === "succeeded" || state === "succeeded_with_failures";
}
