import { type Day, toDate } from "@/lib/shared/day";
import type { Counts, Pipeline, PipelineRun } from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import type { Prisma } from "@/prisma/generated/client";
import type { RunTrigger } from "@/prisma/generated/enums";
import type { Db } from "../db";
import { AppError } from "../errors";

type Tx = Prisma.TransactionClient;

/** What a run is made of. */
export type NewRun = {
  pipeline: Pipeline;
  day: Day;
  /** Empty for all games. */
  gameSlugs: readonly string[];
  trigger: RunTrigger;
  isForced: boolean;
  requestedById: string | null;
};

/** Key of the advisory lock under which runs begin. */
const START_LOCK = 0x6b726174;

/** Runs begin one after the other until the transaction ends: what one looks at, no other changes meanwhile. */
export async function lockStarts(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${START_LOCK}::bigint)::text`;
}

/** Refuses games that are not in the shop; `invalid_input` names the first of them. */
export async function checkGames(slugs: readonly string[], db: Db): Promise<void> {
  if (slugs.length === 0) return;
  const games = await db.game.findMany({
    where: { slug: { in: [...slugs] }, status: { not: "draft" } },
    select: { slug: true },
  });
  const known = new Set(games.map(({ slug }) => slug));
  const missing = slugs.find((slug) => !known.has(slug));
  if (missing === undefined) return;
  const message = say("errors.runNoSuchGame", { slug: missing });
  throw new AppError("invalid_input", message, { fields: { gameSlugs: message } });
}

/** Records a run that waits for its turn; `createdAt` is its place in the line. */
export async function createRun(run: NewRun, createdAt: Date, tx: Tx): Promise<string> {
  const { id } = await tx.pipelineRun.create({
    data: { ...run, gameSlugs: [...run.gameSlugs], day: toDate(run.day), state: "queued", createdAt },
    select: { id: true },
  });
  return id;
}

/** Writes down who asked for something of a run; the scheduler's runs are no news. */
export async function auditRun(
  action: "triggered" | "cancelled" | "rerun" | "backfilled",
  run: { id: string; requestedById: string | null; data?: Prisma.InputJsonObject },
  tx: Tx,
): Promise<void> {
  if (!run.requestedById) return;
  await tx.auditLog.create({
    data: {
      action: `pipeline.${action}`,
      entity: "pipeline_run",
      entityId: run.id,
      actorId: run.requestedById,
      data: run.data ?? {},
    },
  });
}

/** A run's row, locked until the transaction ends; `not_found` where there is none. */
export async function lockRun(id: string, tx: Tx): Promise<Prisma.PipelineRunGetPayload<object>> {
  await tx.$queryRaw`SELECT 1 FROM pipeline_runs WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const run = await tx.pipelineRun.findUnique({ where: { id } });
  if (!run) throw new AppError("not_found", say("errors.noSuchRun"));
  return run;
}

/** Begins the work on a run, or begins it again. */
export async function markRunning(id: string, shards: number, tx: Tx): Promise<void> {
  const now = new Date();
  await tx.pipelineRun.update({
    where: { id },
    data: {
      state: "running",
      shards,
      startedAt: now,
      heartbeatAt: now,
      changedAt: now,
      cancelledAt: null,
      finishedAt: null,
      error: null,
      step: "",
      progress: 0,
    },
  });
}

/** Tells a run to end: what of it has not begun is not begun any more. A waiting run ends at once. */
export async function markCancelled({ id, state }: Pick<PipelineRun, "id" | "state">, tx: Tx): Promise<void> {
  const now = new Date();
  await tx.pipelineRun.update({
    where: { id },
    data: {
      cancelledAt: now,
      changedAt: now,
      ...(state === "queued" && { state: "cancelled", finishedAt: now, error: "cancelled before it began" }),
    },
  });
}

/** How a run ended. */
export type RunEnd = {
  state: "succeeded" | "succeeded_with_failures" | "failed" | "cancelled";
  counts: Counts;
  error: string | null;
};

/** Writes down how a run ended. */
export async function endRun(id: string, { state, counts, error }: RunEnd, tx: Tx): Promise<void> {
  const now = new Date();
  const isGood = state === "succeeded" || state === "succeeded_with_failures";
  await tx.pipelineRun.update({
    where: { id },
    data: { state, counts, error, finishedAt: now, changedAt: now, step: "", ...(isGood ? { progress: 1 } : {}) },
  });
}
