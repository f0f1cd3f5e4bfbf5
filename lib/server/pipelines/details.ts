import { type PipelineAttempt, type PipelineRun, pipelineAttemptSchema } from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import type { Db } from "../db";
import { AppError } from "../errors";
import { getRun } from "./queries";

/** The attempts of a task of a run with what they wrote down, the newest first, or `not_found`. */
export async function listAttempts(db: Db, runId: string, taskId: string): Promise<PipelineAttempt[]> {
  const task = /^\d{1,18}$/.test(taskId)
    ? await db.pipelineTask.findFirst({
        where: { id: BigInt(taskId), runId },
        select: { attempts: { orderBy: { number: "desc" } } },
      })
    : null;
  if (!task) throw new AppError("not_found", say("errors.noSuchTask"));
  return task.attempts.map((row) => ({
    number: row.number,
    state: row.state,
    worker: row.worker,
    error: row.error,
    log: pipelineAttemptSchema.shape.log.parse(row.log),
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}

/** The first of a run's games that failed, by slug. */
export async function listFailedGames(
  db: Db,
  runId: string,
  limit: number,
): Promise<{ slug: string; error: string | null }[]> {
  const rows = await db.pipelineGame.findMany({
    where: { runId, state: "failed" },
    orderBy: { game: { slug: "asc" } },
    take: limit,
    select: { error: true, game: { select: { slug: true } } },
  });
  return rows.map(({ error, game }) => ({ slug: game.slug, error }));
}

/** The run whose id begins so; `not_found` where there is none, `conflict` where there are several. */
export async function getRunByPrefix(db: Db, prefix: string): Promise<PipelineRun> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM pipeline_runs WHERE id::text LIKE ${`${prefix}%`} LIMIT 2`;
  const [first, second] = rows;
  if (!first) throw new AppError("not_found", `There is no run ${prefix}`);
  if (second) throw new AppError("conflict", `Several runs begin with ${prefix}: write more of the id`);
  return getRun(db, first.id);
}
