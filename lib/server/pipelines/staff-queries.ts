import type { Page } from "@/lib/shared/page";
import type { Pipeline, PipelineRun, PipelineSummary, PipelineTask, TaskCounts } from "@/lib/shared/pipelines";
import type { Actor } from "../auth/actor";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { countTasks, getRun, listPipelines, listRuns, listTasks } from "./queries";
import { isLate } from "./rules";

function assertStaff(actor: Actor): void {
  if (actor.role !== "staff" && actor.role !== "admin") throw new AppError("not_found", "There is nothing here");
}

/** A pipeline at a glance, and whether its last good run is older than its schedule allows. */
export type PipelineHealth = PipelineSummary & { isLate: boolean };

/** The pipelines at a glance, for staff. */
export async function listPipelineHealth(actor: Actor, db: Db = getDb()): Promise<PipelineHealth[]> {
  assertStaff(actor);
  const now = new Date();
  return (await listPipelines(db)).map((summary) => {
    const lastGood = summary.lastGoodRunAt === null ? null : new Date(summary.lastGoodRunAt);
    return { ...summary, isLate: isLate(summary.pipeline, lastGood, now) };
  });
}

type RunFilter = { pipeline?: Pipeline | undefined; limit: number; cursor?: string | undefined };

/** A page of runs, newest first, for staff. */
export async function listStaffRuns(actor: Actor, filter: RunFilter, db: Db = getDb()): Promise<Page<PipelineRun>> {
  assertStaff(actor);
  return listRuns(db, filter);
}

/** One run with the number of its tasks in each state, for staff. */
export async function getStaffRun(
  actor: Actor,
  id: string,
  db: Db = getDb(),
): Promise<{ run: PipelineRun; taskCounts: TaskCounts }> {
  assertStaff(actor);
  const run = await getRun(db, id);
  return { run, taskCounts: await countTasks(db, id) };
}

type TaskFilter = Parameters<typeof listTasks>[2];

/** A page of a run's tasks, for staff. */
export async function listStaffTasks(
  actor: Actor,
  runId: string,
  filter: TaskFilter,
  db: Db = getDb(),
): Promise<Page<PipelineTask>> {
  assertStaff(actor);
  return listTasks(db, runId, filter);
}
