import type { Counts } from "@/lib/shared/pipelines";
import { countsSchema } from "@/lib/shared/pipelines";
import type { Prisma } from "@/prisma/generated/client";
import type { GameWorkState } from "@/prisma/generated/enums";
import type { Db } from "../db";

type Tx = Prisma.TransactionClient;

/** What came of a mapped task's work on one game. */
export type GameRow = {
  gameId: string;
  state: GameWorkState;
  counts: Counts;
  output: Prisma.InputJsonObject;
  error: string | null;
  startedAt: Date;
  finishedAt: Date;
};

/** The task and the attempt that rows belong to. */
export type GameRowsOf = { taskId: bigint; runId: string; attempt: number };

/** Ids of a task's games that need no more work. */
export async function listDoneGames(taskId: bigint, db: Db): Promise<Set<string>> {
  const rows = await db.pipelineGame.findMany({
    where: { taskId, state: { not: "failed" } },
    select: { gameId: true },
  });
  return new Set(rows.map(({ gameId }) => gameId));
}

/** How many of a task's games ended in each way. */
export async function countGames(taskId: bigint, db: Db): Promise<Record<GameWorkState, number>> {
  const groups = await db.pipelineGame.groupBy({ by: ["state"], where: { taskId }, _count: true });
  const counts = { succeeded: 0, skipped: 0, failed: 0 };
  for (const group of groups) counts[group.state] = group._count;
  return counts;
}

/** Records games, in place of what an earlier attempt said of them. A game that is gone meanwhile is left out. */
export async function recordGames(of: GameRowsOf, rows: readonly GameRow[], tx: Tx): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ ...row, game_id: row.gameId })));
  await tx.$executeRaw`
    INSERT INTO pipeline_games (task_id, game_id, run_id, state, attempt, counts, output, error, started_at, finished_at)
    SELECT ${of.taskId}, new.game_id, ${of.runId}::uuid, new.state::game_work_state, ${of.attempt}, new.counts,
      new.output, new.error, new."startedAt", new."finishedAt"
    FROM jsonb_to_recordset(${json}::jsonb) AS new(game_id uuid, state text, counts jsonb, output jsonb, error text,
      "startedAt" timestamptz, "finishedAt" timestamptz)
    JOIN games g ON g.id = new.game_id
    ON CONFLICT (task_id, game_id) DO UPDATE
    SET state = excluded.state, attempt = excluded.attempt, counts = excluded.counts, output = excluded.output,
      error = excluded.error, started_at = excluded.started_at, finished_at = excluded.finished_at`;
}

/** What the tasks of a name left of each game, over all shards. */
export async function listGamesOf(
  runId: string,
  name: string,
  db: Db,
): Promise<Omit<GameRow, "startedAt" | "finishedAt">[]> {
  const rows = await db.pipelineGame.findMany({
    where: { runId, task: { name } },
    orderBy: { gameId: "asc" },
    select: { gameId: true, state: true, counts: true, output: true, error: true },
  });
  return rows.map((row) => ({ ...row, counts: countsSchema.parse(row.counts), output: toObject(row.output) }));
}

/** A column of ours that holds a JSON object. */
export function toObject(value: Prisma.JsonValue): Prisma.InputJsonObject {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Error("not a JSON object");
  return value as Prisma.InputJsonObject;
}
