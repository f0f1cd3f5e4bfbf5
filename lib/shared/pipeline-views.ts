import { z } from "zod";
import { pageQuerySchema, pageSchema } from "./page";
import {
  gameWorkStateSchema,
  pipelineAttemptSchema,
  pipelineRunSchema,
  pipelineSchema,
  pipelineSummarySchema,
  pipelineTaskSchema,
  taskStateSchema,
} from "./pipelines";

/** A task of a run with its shards taken together, as the grid and the graph show it. */
export const taskGroupSchema = z.object({
  name: z.string(),
  after: z.array(z.string()),
  isMapped: z.boolean(),
  state: taskStateSchema,
  shards: z.int(),
  /** Shards that need no more work, well or not. */
  ended: z.int(),
  /** Attempts that failed or were lost. */
  failures: z.int(),
  progress: z.number(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});

export type TaskGroup = z.infer<typeof taskGroupSchema>;

/** A run with its tasks at a glance; `changedAt` tells the newer of two looks at it. */
export const runViewSchema = pipelineRunSchema.extend({
  changedAt: z.iso.datetime(),
  tasks: z.array(taskGroupSchema),
});

export type RunView = z.infer<typeof runViewSchema>;

/** An attempt without what it wrote down: a bar of the run's timeline. */
export const attemptBarSchema = pipelineAttemptSchema.omit({ log: true, error: true }).extend({ taskId: z.string() });

export type AttemptBar = z.infer<typeof attemptBarSchema>;

const gameTotalsSchema = z.object({ succeeded: z.int(), skipped: z.int(), failed: z.int() });

/** How many games ended in each way. */
export type GameTotals = z.infer<typeof gameTotalsSchema>;

/** A run with all of its tasks, when each was worked on, and how the games of each mapped one ended. */
export const runDetailSchema = pipelineRunSchema.extend({
  changedAt: z.iso.datetime(),
  tasks: z.array(pipelineTaskSchema),
  /** By start, the newest where there are very many. */
  attempts: z.array(attemptBarSchema),
  /** By the task's name. */
  games: z.record(z.string(), gameTotalsSchema),
});

export type RunDetail = z.infer<typeof runDetailSchema>;

/** The attempts of one task, oldest first. */
export const attemptListSchema = z.object({ items: z.array(pipelineAttemptSchema) });

/** What the list of a run's games takes. */
export const gameListQuerySchema = pageQuerySchema.extend({
  state: gameWorkStateSchema.optional(),
  /** Name of a mapped task. */
  task: z.string().max(100).optional(),
  /** Part of the game's title or slug, or of the error. */
  q: z.string().trim().max(100).optional(),
  /** Holds a title, which may be long. */
  cursor: z.string().max(2500).optional(),
});

export type GameListQuery = z.output<typeof gameListQuerySchema>;

const queueSchema = z.object({
  name: z.string(),
  /** May be taken up now. */
  ready: z.int(),
  /** Wait for their next attempt. */
  deferred: z.int(),
  /** Wait for tasks before them. */
  blocked: z.int(),
  active: z.int(),
  failed: z.int(),
});

const workerSchema = z.object({
  id: z.string(),
  host: z.string(),
  pid: z.int(),
  startedAt: z.iso.datetime(),
  heartbeatAt: z.iso.datetime(),
  isAlive: z.boolean(),
});

/** How much waits in the queues, and who works on it. */
export const queueStateSchema = z.object({ queues: z.array(queueSchema), workers: z.array(workerSchema) });

export type QueueState = z.infer<typeof queueStateSchema>;

/** Something that an operator must know of; open while `recoveredAt` is null. */
export const pipelineAlertSchema = z.object({
  id: z.string(),
  key: z.string(),
  message: z.string(),
  raisedAt: z.iso.datetime(),
  recoveredAt: z.iso.datetime().nullable(),
});

export type PipelineAlert = z.infer<typeof pipelineAlertSchema>;

/** Everything that the list of pipelines shows. */
export const pipelinesViewSchema = z.object({
  pipelines: z.array(pipelineSummarySchema),
  runs: pageSchema(runViewSchema),
  queue: queueStateSchema,
  alerts: z.array(pipelineAlertSchema),
  /** Changes with the alerts and the schedules. */
  mark: z.string(),
});

export type PipelinesView = z.infer<typeof pipelinesViewSchema>;

/** What the API takes to pause a pipeline's schedule or to let it go on. */
export const scheduleSchema = z.strictObject({ isPaused: z.boolean() });

/** A pipeline's schedule as it is after a change. */
export const scheduleViewSchema = z.object({ pipeline: pipelineSchema, isPaused: z.boolean() });

export type ScheduleView = z.infer<typeof scheduleViewSchema>;

/** What the stream of events tells, by the event's name. */
export const STREAM_EVENTS = {
  /** Runs that have changed, as they are now. */
  runs: z.object({ runs: z.array(runViewSchema) }),
  queue: queueStateSchema,
  /** An alert or a schedule has changed: what shows them is to be asked for anew. */
  mark: z.object({ mark: z.string() }),
  /** Nothing new; whoever hears nothing for a while knows that the stream is dead. */
  beat: z.object({}),
} as const;

export type StreamEvent = {
  [Name in keyof typeof STREAM_EVENTS]: { name: Name; data: z.infer<(typeof STREAM_EVENTS)[Name]> };
}[keyof typeof STREAM_EVENTS];

/** Time between two beats of the stream. */
export const STREAM_BEAT_MS = 15_000;
