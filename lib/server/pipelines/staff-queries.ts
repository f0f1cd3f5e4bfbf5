import type { Page } from "@/lib/shared/page";
import type { GameListQuery, PipelineAlert, QueueState, RunDetail, RunView } from "@/lib/shared/pipeline-views";
import type { PipelineGame, PipelineSummary } from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import type { Actor } from "../auth/actor";
import { type Db, getDb } from "../db";
import { AppError } from "../errors";
import { getQueueState } from "../queue/queue-state";
import { listOpenAlerts, readOperationsMark } from "./alerts-view";
import { listRunGames } from "./game-list";
import { getRun, listPipelines } from "./queries";
import { isLate } from "./rules";
import { getRunDetail, listRunViews } from "./run-views";

function assertStaff(actor: Actor): void {
  if (actor.role !== "staff" && actor.role !== "admin") throw new AppError("not_found", say("errors.nothingHere"));
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

/** Queues, workers and open alerts, with the mark of the alerts and schedules. */
export type Operations = { queue: QueueState; alerts: PipelineAlert[]; mark: string };

/** How the queues, the workers and the alerts stand, for staff. */
export async function getOperations(actor: Actor, db: Db = getDb()): Promise<Operations> {
  assertStaff(actor);
  const [queue, alerts, mark] = await Promise.all([getQueueState(db), listOpenAlerts(db), readOperationsMark(db)]);
  return { queue, alerts, mark };
}

/** What is wrong at present, for staff. */
export async function listStaffAlerts(actor: Actor, db: Db = getDb()): Promise<PipelineAlert[]> {
  assertStaff(actor);
  return listOpenAlerts(db);
}

type RunFilter = Parameters<typeof listRunViews>[1];

/** A page of runs with their tasks at a glance, newest first, for staff. */
export async function listStaffRuns(actor: Actor, filter: RunFilter, db: Db = getDb()): Promise<Page<RunView>> {
  assertStaff(actor);
  return listRunViews(db, filter);
}

/** One run with its tasks, for staff. */
export async function getStaffRun(actor: Actor, id: string, db: Db = getDb()): Promise<RunDetail> {
  assertStaff(actor);
  return getRunDetail(db, id);
}

/** A page of what came of a run's games, for staff. */
export async function listStaffRunGames(
  actor: Actor,
  runId: string,
  filter: GameListQuery,
  db: Db = getDb(),
): Promise<Page<PipelineGame>> {
  assertStaff(actor);
  const { id } = await getRun(db, runId);
  return listRunGames(db, id, filter);
}
