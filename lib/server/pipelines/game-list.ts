import { z } from "zod";
import type { Page } from "@/lib/shared/page";
import type { GameListQuery } from "@/lib/shared/pipeline-views";
import { countsSchema, type PipelineGame } from "@/lib/shared/pipelines";
import { say } from "@/lib/shared/say";
import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { AppError } from "../errors";
import { escapeLike } from "../escape-like";

type GameListRow = {
  id: string;
  taskId: bigint;
  task: string;
  shard: number;
  slug: string;
  title: string;
  state: PipelineGame["state"];
  attempt: number;
  counts: unknown;
  error: string | null;
  startedAt: Date;
  finishedAt: Date;
};

const titleSchema = z.string().refine((text) => !text.includes("\0"), "PostgreSQL refuses NUL in a text");

const cursorSchema = z.tuple([titleSchema, z.uuid(), z.string().regex(/^\d{1,18}$/)]);

function toCursor({ title, id, taskId }: GameListRow): string {
  return Buffer.from(JSON.stringify([title, id, String(taskId)])).toString("base64url");
}

function readCursor(cursor: string): z.output<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch (cause) {
    const message = say("errors.pageGone");
    throw new AppError("invalid_input", message, { cause, fields: { cursor: message } });
  }
}

function toConditions(runId: string, { state, task, q, cursor }: Omit<GameListQuery, "limit">): Prisma.Sql {
  const conditions = [Prisma.sql`w.run_id = ${runId}::uuid`];
  if (state) conditions.push(Prisma.sql`w.state = ${state}::game_work_state`);
  if (task) conditions.push(Prisma.sql`t.name = ${task}`);
  if (q) {
    const pattern = `%${escapeLike(q)}%`;
    conditions.push(Prisma.sql`(g.title ILIKE ${pattern} OR g.slug ILIKE ${pattern} OR w.error ILIKE ${pattern})`);
  }
  if (cursor) {
    const [title, id, taskId] = readCursor(cursor);
    conditions.push(Prisma.sql`(g.title, g.id, w.task_id) > (${title}, ${id}::uuid, ${BigInt(taskId)})`);
  }
  return Prisma.join(conditions, " AND ");
}

/** What came of the games of a run's mapped tasks, by title. */
export async function listRunGames(db: Db, runId: string, filter: GameListQuery): Promise<Page<PipelineGame>> {
  const { limit, ...rest } = filter;
  const rows = await db.$queryRaw<GameListRow[]>`
    SELECT g.id, w.task_id AS "taskId", t.name AS task, t.shard, g.slug, g.title, w.state::text AS state, w.attempt,
      w.counts, w.error, w.started_at AS "startedAt", w.finished_at AS "finishedAt"
    FROM pipeline_games w
    JOIN pipeline_tasks t ON t.id = w.task_id
    JOIN games g ON g.id = w.game_id
    WHERE ${toConditions(runId, rest)}
    ORDER BY g.title, g.id, w.task_id
    LIMIT ${limit + 1}`;
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const items = rows.slice(0, limit).map(
    ({ task, shard, slug, title, state, attempt, counts, error, startedAt, finishedAt }): PipelineGame => ({
      task,
      shard,
      game: { slug, title },
      state,
      attempt,
      counts: countsSchema.parse(counts),
      error,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
    }),
  );
  return { items, nextCursor: last ? toCursor(last) : null };
}
