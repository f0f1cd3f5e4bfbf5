import { z } from "zod";
import type { Page } from "@/lib/shared/page";
import type { AttemptBar, RunDetail, RunView } from "@/lib/shared/pipeline-views";
import { say } from "@/lib/shared/say";
import { toTaskGroups } from "@/lib/shared/task-groups";
import type { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { AppError } from "../errors";
import { GameTotalsMemory } from "./game-totals";
import { listRuns, listTasks, runInclude, toRun } from "./queries";

/** More bars than these are no picture any more: the newest are kept. */
const MAX_BARS = 2000;

/** Runs that one look tells of; a backfill makes more at once than any page shows. */
const MAX_CHANGED = 100;

const viewInclude = {
  ...runInclude,
  tasks: {
    select: {
      name: true,
      after: true,
      isMapped: true,
      state: true,
      failures: true,
      progress: true,
      startedAt: true,
      finishedAt: true,
    },
    orderBy: [{ position: "asc" }, { shard: "asc" }],
  },
} satisfies Prisma.PipelineRunInclude;

type ViewRow = Prisma.PipelineRunGetPayload<{ include: typeof viewInclude }>;

function toView(row: ViewRow, now: Date): RunView {
  const tasks = row.tasks.map((task) => ({
    ...task,
    startedAt: task.startedAt?.toISOString() ?? null,
    finishedAt: task.finishedAt?.toISOString() ?? null,
  }));
  return { ...toRun(row, now), changedAt: row.changedAt.toISOString(), tasks: toTaskGroups(tasks) };
}

/** Runs with their tasks at a glance, newest first. */
export async function listRunViews(db: Db, filter: Parameters<typeof listRuns>[1]): Promise<Page<RunView>> {
  const { items, nextCursor } = await listRuns(db, filter);
  const rows = await db.pipelineRun.findMany({
    where: { id: { in: items.map(({ id }) => id) } },
    include: viewInclude,
  });
  const now = new Date();
  const views = new Map(rows.map((row) => [row.id, toView(row, now)]));
  return { items: items.flatMap(({ id }) => views.get(id) ?? []), nextCursor };
}

/** Runs that changed at or after a moment, that are under way, or that are named; the newest change first. */
export async function listChangedRuns(db: Db, since: Date, ids: readonly string[] = []): Promise<RunView[]> {
  const rows = await db.pipelineRun.findMany({
    where: { OR: [{ changedAt: { gte: since } }, { state: "running" }, { id: { in: [...ids] } }] },
    include: viewInclude,
    orderBy: { changedAt: "desc" },
    take: MAX_CHANGED,
  });
  const now = new Date();
  return rows.map((row) => toView(row, now));
}

async function listBars(db: Db, runId: string): Promise<AttemptBar[]> {
  const rows = await db.pipelineAttempt.findMany({
    where: { task: { runId } },
    select: { taskId: true, number: true, state: true, worker: true, startedAt: true, finishedAt: true },
    orderBy: [{ startedAt: "desc" }, { taskId: "desc" }, { number: "desc" }],
    take: MAX_BARS,
  });
  return rows.reverse().map((row) => ({
    ...row,
    taskId: String(row.taskId),
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}

const gameTotals = new GameTotalsMemory();

/** A run with its tasks, the times of its attempts and the totals of its games, or `not_found`. */
export async function getRunDetail(db: Db, id: string): Promise<RunDetail> {
  const isId = z.uuid().safeParse(id).success;
  const row = isId ? await db.pipelineRun.findUnique({ where: { id }, include: runInclude }) : null;
  if (!row) throw new AppError("not_found", say("errors.noSuchRun"));
  const run = { ...toRun(row, new Date()), changedAt: row.changedAt.toISOString() };
  const [tasks, attempts, games] = await Promise.all([
    listTasks(db, run.id),
    listBars(db, run.id),
    gameTotals.get(db, run),
  ]);
  return { ...run, tasks, attempts, games };
}
