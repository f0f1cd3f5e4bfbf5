import { z } from "zod";
import { type Day, toDate, toDay } from "@/lib/shared/day";
import type { Page } from "@/lib/shared/page";
import {
  countsSchema,
  nextRunAt,
  PIPELINES,
  type Pipeline,
  type PipelineRun,
  type PipelineSummary,
  type PipelineTask,
} from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { AppError } from "../errors";
import { isStalled } from "./rules";
import { listPaused } from "./schedules";

/** What `toRun` needs beside a run's own columns. */
export const runInclude = { requestedBy: { select: { name: true } } } satisfies Prisma.PipelineRunInclude;

type RunRow = Prisma.PipelineRunGetPayload<{ include: typeof runInclude }>;

function toIso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}

/** A run's row as the API shows it. */
export function toRun(row: RunRow, now: Date): PipelineRun {
  return {
    id: row.id,
    pipeline: row.pipeline,
    day: toDay(row.day),
    gameSlugs: row.gameSlugs,
    trigger: row.trigger,
    isForced: row.isForced,
    state: row.state,
    requestedBy: row.requestedBy?.name ?? null,
    step: row.step,
    progress: row.progress,
    counts: countsSchema.parse(row.counts),
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    startedAt: toIso(row.startedAt),
    finishedAt: toIso(row.finishedAt),
    isCancelling: row.cancelledAt !== null && row.finishedAt === null,
    isStalled: isStalled(row, now),
  };
}

/** A task's row as the API shows it. */
export function toTask(row: Prisma.PipelineTaskGetPayload<object>): PipelineTask {
  return {
    id: String(row.id),
    name: row.name,
    shard: row.shard,
    isMapped: row.isMapped,
    after: row.after,
    state: row.state,
    attempt: row.attempt,
    maxAttempts: row.maxAttempts,
    failures: row.failures,
    progress: row.progress,
    counts: countsSchema.parse(row.counts),
    error: row.error,
    startedAt: toIso(row.startedAt),
    retryAt: toIso(row.retryAt),
    finishedAt: toIso(row.finishedAt),
  };
}

function badCursor(): AppError {
  return new AppError("invalid_input", "cursor: is not one that this list gave", { fields: { cursor: "unknown" } });
}

const runCursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

function readRunCursor(cursor: string): { createdAt: Date; id: string } {
  const parsed = runCursorSchema.safeParse(cursor.split("_"));
  if (!parsed.success) throw badCursor();
  return { createdAt: new Date(parsed.data[0]), id: parsed.data[1] };
}

type RunFilter = { pipeline?: Pipeline | undefined; limit: number; cursor?: string | undefined };

/** Runs, newest first. */
export async function listRuns(db: Db, { pipeline, limit, cursor }: RunFilter): Promise<Page<PipelineRun>> {
  const after = cursor === undefined ? undefined : readRunCursor(cursor);
  const rows = await db.pipelineRun.findMany({
    where: {
      ...(pipeline ? { pipeline } : {}),
      ...(after
        ? { OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] }
        : {}),
    },
    include: runInclude,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const now = new Date();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => toRun(row, now)),
    nextCursor: last ? `${last.createdAt.toISOString()}_${last.id}` : null,
  };
}

/** One run, or `not_found`. */
export async function getRun(db: Db, id: string): Promise<PipelineRun> {
  const isId = z.uuid().safeParse(id).success;
  const row = isId ? await db.pipelineRun.findUnique({ where: { id }, include: runInclude }) : null;
  if (!row) throw new AppError("not_found", say("errors.noSuchRun"));
  return toRun(row, new Date());
}

/** The tasks of a run as they are shown: in the pipeline's order, shard by shard. */
export async function listTasks(db: Db, runId: string): Promise<PipelineTask[]> {
  const rows = await db.pipelineTask.findMany({ where: { runId }, orderBy: [{ position: "asc" }, { shard: "asc" }] });
  return rows.map(toTask);
}

/** The run that did a day over all games well, the newest; null where none did. */
export async function findDoneRun(db: Db, pipeline: Pipeline, day: Day): Promise<PipelineRun | null> {
  const row = await db.pipelineRun.findFirst({
    where: {
      pipeline,
      day: toDate(day),
      gameSlugs: { isEmpty: true },
      state: { in: ["succeeded", "succeeded_with_failures"] },
    },
    orderBy: { finishedAt: "desc" },
    include: runInclude,
  });
  return row && toRun(row, new Date());
}

/** The run of a pipeline that is under way, else the first that waits; null where there is none. */
export async function findActiveRun(db: Db, pipeline: Pipeline): Promise<PipelineRun | null> {
  const row = await db.pipelineRun.findFirst({
    where: { pipeline, state: { in: ["queued", "running"] } },
    orderBy: [{ state: "desc" }, { createdAt: "asc" }],
    include: runInclude,
  });
  return row && toRun(row, new Date());
}

/** When each pipeline last finished well; whole-store runs only, since one game's run freshens one game. */
export async function listLastGoodRuns(db: Db): Promise<Record<Pipeline, Date | null>> {
  const rows = await db.pipelineRun.groupBy({
    by: ["pipeline"],
    where: { state: { in: ["succeeded", "succeeded_with_failures"] }, gameSlugs: { isEmpty: true } },
    _max: { finishedAt: true },
  });
  const last: Record<Pipeline, Date | null> = { etl: null, train: null, forecast: null };
  for (const row of rows) last[row.pipeline] = row._max.finishedAt;
  return last;
}

/** Every pipeline at a glance, in the order in which they feed each other. */
export async function listPipelines(db: Db): Promise<PipelineSummary[]> {
  const now = new Date();
  const [lastGood, paused] = await Promise.all([listLastGoodRuns(db), listPaused(db)]);
  return Promise.all(
    PIPELINES.map(async (pipeline) => {
      const { items } = await listRuns(db, { pipeline, limit: 1 });
      const isPaused = paused.has(pipeline);
      const activeRun = await findActiveRun(db, pipeline);
      const queued = await db.pipelineRun.count({ where: { pipeline, state: "queued" } });
      return {
        pipeline,
        activeRun,
        waiting: activeRun?.state === "queued" ? queued - 1 : queued,
        lastRun: items[0] ?? null,
        lastGoodRunAt: toIso(lastGood[pipeline]),
        nextRunAt: isPaused ? null : nextRunAt(pipeline, now).toISOString(),
        isPaused,
      };
    }),
  );
}
