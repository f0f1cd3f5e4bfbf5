import { type Day, toDate } from "@/lib/shared/day";
import type { Counts, Pipeline } from "@/lib/shared/pipelines";
import type { RunTrigger } from "@/prisma/generated/enums";
import type { Db } from "../db";
import { AppError } from "../errors";
import { findActiveRun } from "./queries";
import { KILLED_MESSAGE } from "./rules";

/** What a run is made of. */
export type NewRun = {
  pipeline: Pipeline;
  day: Day;
  gameSlug: string | null;
  trigger: RunTrigger;
  requestedById: string | null;
};

async function checkGame(slug: string, db: Db): Promise<void> {
  const game = await db.game.findUnique({ where: { slug }, select: { status: true } });
  if (game && game.status !== "draft") return;
  throw new AppError("invalid_input", `There is no game ${slug}`, { fields: { gameSlug: "no such game" } });
}

async function toConflict(pipeline: Pipeline, db: Db): Promise<AppError> {
  const active = await findActiveRun(db, pipeline);
  if (!active) return new AppError("conflict", `Another run of ${pipeline} has just been started or ended; try again`);
  const since = (active.startedAt ?? active.createdAt).slice(0, 19).replace("T", " ");
  return new AppError("conflict", `${pipeline} is already ${active.state} (run ${active.id}, since ${since} UTC)`);
}

/** Refuses with the active run of a pipeline by name. */
export async function refuseSecondRun(pipeline: Pipeline, db: Db): Promise<never> {
  throw await toConflict(pipeline, db);
}

/**
 * Records a run, queued for a worker or running in this process. The database holds one active run of a pipeline:
 * `conflict` where there is one.
 */
export async function createRun(input: NewRun, state: "queued" | "running", db: Db): Promise<string> {
  if (input.gameSlug) await checkGame(input.gameSlug, db);
  const now = new Date();
  const started = state === "running" ? { startedAt: now, heartbeatAt: now } : {};
  const [row] = await db.pipelineRun.createManyAndReturn({
    data: [{ ...input, day: toDate(input.day), state, ...started }],
    skipDuplicates: true,
    select: { id: true },
  });
  return row ? row.id : refuseSecondRun(input.pipeline, db);
}

/** Takes a queued run up in this process; false where it is not queued any more. */
export async function claimRun(id: string, db: Db): Promise<boolean> {
  const now = new Date();
  const data = { state: "running", startedAt: now, heartbeatAt: now } as const;
  const { count } = await db.pipelineRun.updateMany({ where: { id, state: "queued" }, data });
  return count === 1;
}

/** Says that a run is alive and how far it is; false where it has been taken from this process. */
export async function beatRun(id: string, at: { step: string; progress: number }, db: Db): Promise<boolean> {
  const data = { ...at, heartbeatAt: new Date() };
  const { count } = await db.pipelineRun.updateMany({ where: { id, state: "running" }, data });
  return count === 1;
}

/** How a run ended. */
export type RunEnd = {
  state: "succeeded" | "succeeded_with_failures" | "failed" | "cancelled";
  counts: Counts;
  error: string | null;
};

/** Ends a run and the tasks that it leaves open; false where it had been taken from this process. */
export async function finishRun(id: string, { state, counts, error }: RunEnd, db: Db): Promise<boolean> {
  const finishedAt = new Date();
  const isGood = state === "succeeded" || state === "succeeded_with_failures";
  const data = { state, counts, error, finishedAt, step: "", ...(isGood ? { progress: 1 } : {}) };
  const { count } = await db.pipelineRun.updateMany({ where: { id, state: "running" }, data });
  if (count === 0) return false;
  await db.pipelineTask.updateMany({
    where: { runId: id, state: "running" },
    data: { state: "failed", finishedAt, error: error ?? "the run ended before it" },
  });
  return true;
}

/** Marks the running runs of a pipeline as failed; the caller holds the pipeline's lease, so nobody works on them. */
export async function failDeadRuns(pipeline: Pipeline, db: Db): Promise<string[]> {
  const dead = await db.pipelineRun.findMany({ where: { pipeline, state: "running" }, select: { id: true } });
  for (const { id } of dead) await finishRun(id, { state: "failed", counts: {}, error: KILLED_MESSAGE }, db);
  return dead.map(({ id }) => id);
}

/** Cancels the queued run of a pipeline where no worker has taken it up for so long. */
export async function cancelForgottenRun(pipeline: Pipeline, olderThanMs: number, db: Db): Promise<void> {
  await db.pipelineRun.updateMany({
    where: { pipeline, state: "queued", createdAt: { lt: new Date(Date.now() - olderThanMs) } },
    data: { state: "cancelled", finishedAt: new Date(), error: "no worker took it up" },
  });
}

/** Writes down who started a run by hand; the scheduler's runs are no news. */
export async function auditStart(runId: string, run: NewRun, db: Db): Promise<void> {
  if (!run.requestedById) return;
  const data = { pipeline: run.pipeline, day: run.day, gameSlug: run.gameSlug };
  await db.auditLog.create({
    data: { action: "pipeline.triggered", entity: "pipeline_run", entityId: runId, actorId: run.requestedById, data },
  });
}
