import { z } from "zod";
import { toDay } from "@/lib/shared/day";
import type { Page } from "@/lib/shared/page";
import {
  countsSchema,
  nextRunAt,
  PIPELINES,
  type Pipeline,
  type PipelineRun,
  type PipelineSummary,
  type PipelineTask,
  type TaskCounts,
} from "@/lib/shared/pipelines";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { AppError } from "../errors";
import { isStalled } from "./rules";

const runInclude = { requestedBy: { select: { name: true } } } satisfies Prisma.PipelineRunInclude;
const taskInclude = { game: { select: { slug: true, title: true } } } satisfies Prisma.PipelineTaskInclude;

type RunRow = Prisma.PipelineRunGetPayload<{ include: typeof runInclude }>;
type TaskRow = Prisma.PipelineTaskGetPayload<{ include: typeof taskInclude }>;

function toIso(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}

function toRun(row: RunRow, now: Date): PipelineRun {
  return {
    id: row.id,
    pipeline: row.pipeline,
    day: toDay(row.day),
    gameSlug: row.gameSlug,
    trigger: row.trigger,
    state: row.state,
    requestedBy: row.requestedBy?.name ?? null,
    step: row.step,
    progress: row.progress,
    counts: countsSchema.parse(row.counts),
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    startedAt: toIso(row.startedAt),
    finishedAt: toIso(row.finishedAt),
    isStalled: isStalled(row, now),
  };
}

function toTask(row: TaskRow): PipelineTask {
  return {
    id: String(row.id),
    name: row.name,
    game: row.game,
    state: row.state,
    attempt: row.attempt,
    counts: countsSchema.parse(row.counts),
    error: row.error,
    startedAt: row.startedAt.toISOString(),
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
  if (!row) throw new AppError("not_found", "There is no such run");
  return toRun(row, new Date());
}

type TaskFilter = {
  limit: number;
  cursor?: string | undefined;
  state?: PipelineTask["state"] | undefined;
  /** Part of the game's title, the task's name or its error. */
  q?: string | undefined;
};

function toTaskSearch(q: string): Prisma.PipelineTaskWhereInput {
  const text = { contains: q.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return { OR: [{ game: { title: text } }, { name: text }, { error: text }] };
}

/** Tasks of a run in the order in which they were recorded. */
export async function listTasks(db: Db, runId: string, filter: TaskFilter): Promise<Page<PipelineTask>> {
  const { limit, cursor, state, q } = filter;
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw badCursor();
  const rows = await db.pipelineTask.findMany({
    where: {
      runId,
      ...(state ? { state } : {}),
      ...(q ? toTaskSearch(q) : {}),
      ...(cursor === undefined ? {} : { id: { gt: BigInt(cursor) } }),
    },
    include: taskInclude,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(toTask), nextCursor: last ? String(last.id) : null };
}

/** How many tasks of a run there are in each state. */
export async function countTasks(db: Db, runId: string): Promise<TaskCounts> {
  const groups = await db.pipelineTask.groupBy({ by: ["state"], where: { runId }, _count: true });
  const counts = { running: 0, succeeded: 0, skipped: 0, failed: 0 };
  for (const group of groups) counts[group.state] = group._count;
  return counts;
}

/** The run of a pipeline that waits or works, or null; the database allows one. */
export async function findActiveRun(db: Db, pipeline: Pipeline): Promise<PipelineRun | null> {
  const row = await db.pipelineRun.findFirst({
    where: { pipeline, state: { in: ["queued", "running"] } },
    include: runInclude,
  });
  return row && toRun(row, new Date());
}

/** When each pipeline last finished well; whole-store runs only, since one game's run freshens one game. */
export async function listLastGoodRuns(db: Db): Promise<Record<Pipeline, Date | null>> {
  const rows = await db.pipelineRun.groupBy({
    by: ["pipeline"],
    where: { state: { in: ["succeeded", "succeeded_with_failures"] }, gameSlug: null },
    _max: { finishedAt: true },
  });
  const last: Record<Pipeline, Date | null> = { etl: null, train: null, forecast: null };
  for (const row of rows) last[row.pipeline] = row._max.finishedAt;
  return last;
}

/** Every pipeline at a glance, in the order in which they feed each other. */
export async function listPipelines(db: Db): Promise<PipelineSummary[]> {
  const now = new Date();
  const lastGood = await listLastGoodRuns(db);
  return Promise.all(
    PIPELINES.map(async (pipeline) => {
      const { items } = await listRuns(db, { pipeline, limit: 1 });
      return {
        pipeline,
        activeRun: await findActiveRun(db, pipeline),
        lastRun: items[0] ?? null,
        lastGoodRunAt: toIso(lastGood[pipeline]),
        nextRunAt: nextRunAt(pipeline, now).toISOString(),
      };
    }),
  );
}
