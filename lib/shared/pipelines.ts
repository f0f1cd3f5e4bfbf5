import { z } from "zod";
import { daySchema } from "./day";

/** The nightly pipelines in the order in which one feeds the next. */
export const PIPELINES = ["etl", "train", "forecast"] as const;

export const pipelineSchema = z.enum(PIPELINES);

export type Pipeline = z.infer<typeof pipelineSchema>;

/** What people call the pipelines. */
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

/** A run as the API shows it. */
export const pipelineRunSchema = z.object({
  id: z.uuid(),
  pipeline: pipelineSchema,
  /** Last day of data that it works on. */
  day: daySchema,
  gameSlug: z.string().nullable(),
  trigger: z.enum(["cron", "staff", "cli"]),
  state: z.enum(RUN_STATES),
  requestedBy: z.string().nullable(),
  step: z.string(),
  progress: z.number().min(0).max(1),
  counts: countsSchema,
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** Says it is running, but nothing was heard of its process for a minute. */
  isStalled: z.boolean(),
});

export type PipelineRun = z.infer<typeof pipelineRunSchema>;

/** A step of a run: a phase such as `extract`, or `game` for the work on one game. */
export const pipelineTaskSchema = z.object({
  id: z.string(),
  name: z.string(),
  game: z.object({ slug: z.string(), title: z.string() }).nullable(),
  state: z.enum(["running", "succeeded", "skipped", "failed"]),
  attempt: z.int(),
  counts: countsSchema,
  error: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});

export type PipelineTask = z.infer<typeof pipelineTaskSchema>;

/** How many tasks of a run there are in each state. */
export const taskCountsSchema = z.object({ running: z.int(), succeeded: z.int(), skipped: z.int(), failed: z.int() });

export type TaskCounts = z.infer<typeof taskCountsSchema>;

/** A pipeline at a glance: what runs, what ran last, when it last went well and when it runs next. */
export const pipelineSummarySchema = z.object({
  pipeline: pipelineSchema,
  activeRun: pipelineRunSchema.nullable(),
  lastRun: pipelineRunSchema.nullable(),
  lastGoodRunAt: z.iso.datetime().nullable(),
  nextRunAt: z.iso.datetime(),
});

export type PipelineSummary = z.infer<typeof pipelineSummarySchema>;

/** What the API takes to start a run; the day is yesterday (UTC) where it is not given. */
export const startRunSchema = z.strictObject({
  pipeline: pipelineSchema,
  date: daySchema.optional(),
  gameSlug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a game's slug")
    .max(200)
    .optional(),
});

export type StartRunInput = z.infer<typeof startRunSchema>;

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
