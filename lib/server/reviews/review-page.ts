import { z } from "zod";
import { addDays, toDate } from "@/lib/shared/day";
import type { Page } from "@/lib/shared/page";
import type { ReviewSort } from "@/lib/shared/review-choices";
import type { ReviewQuery } from "@/lib/shared/reviews";
import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { decodeCursor, encodeCursor } from "../sales/cursor";

/** The score of `reviews_helpful_idx`, word for word. */
const helpfulness = Prisma.sql`review_helpfulness(r.helpful_count, r.unhelpful_count)`;

type Position = { score: number; createdMs: number; id: string };

/** The key of a cursor that is a moment, in milliseconds since 1970: no later than a `Date` can be. */
export const momentKeySchema = z.int().min(0).max(8_640_000_000_000_000);

const keySchema = z.string().regex(/^\d{1,7}\.\d{1,15}$/);

function encode(sort: ReviewSort, { score, createdMs, id }: Position): string {
  return encodeCursor({ sort, key: `${score}.${createdMs}`, id });
}

function decode(sort: ReviewSort, cursor: string): Position {
  const { key, id } = decodeCursor(cursor, { sort, key: keySchema, id: z.uuid() });
  const [score = 0, createdMs = 0] = key.split(".").map(Number);
  return { score, createdMs, id };
}

const order: Record<ReviewSort, Prisma.Sql> = {
  helpful: Prisma.sql`${helpfulness} DESC, r.created_at DESC, r.id DESC`,
  newest: Prisma.sql`r.created_at DESC, r.id DESC`,
  oldest: Prisma.sql`r.created_at, r.id`,
};

function isAfter(sort: ReviewSort, { score, createdMs, id }: Position): Prisma.Sql {
  const createdAt = new Date(createdMs);
  const moment = Prisma.sql`${createdAt}, ${id}::uuid`;
  if (sort === "helpful") return Prisma.sql`(${helpfulness}, r.created_at, r.id) < (${score}::int, ${moment})`;
  return sort === "newest"
    ? Prisma.sql`(r.created_at, r.id) < (${moment})`
    : Prisma.sql`(r.created_at, r.id) > (${moment})`;
}

function toConditions(gameId: string, query: ReviewQuery, withoutId: string | null): Prisma.Sql[] {
  const { recommended, stars, language, from, through, cursor, sort } = query;
  const conditions = [Prisma.sql`r.game_id = ${gameId}::uuid`, Prisma.sql`r.status = 'visible'`];
  if (recommended !== undefined) conditions.push(Prisma.sql`r.is_recommended = ${recommended}`);
  if (stars !== undefined) conditions.push(Prisma.sql`r.stars = ${stars}`);
  if (language) conditions.push(Prisma.sql`r.locale = ${language}`);
  if (from) conditions.push(Prisma.sql`r.created_at >= ${toDate(from)}`);
  if (through) conditions.push(Prisma.sql`r.created_at < ${toDate(addDays(through, 1))}`);
  if (withoutId) conditions.push(Prisma.sql`r.id <> ${withoutId}::uuid`);
  if (cursor !== undefined) conditions.push(isAfter(sort, decode(sort, cursor)));
  return conditions;
}

/** Ids of one page of a game's visible reviews, read from an index alone; throws `invalid_input` for a foreign cursor. */
export async function selectReviewIds(
  db: Db,
  gameId: string,
  query: ReviewQuery,
  withoutId: string | null,
): Promise<Page<string>> {
  const { sort, limit } = query;
  const rows = await db.$queryRaw<{ id: string; score: number; createdAt: Date }[]>`
    SELECT r.id, ${sort === "helpful" ? helpfulness : Prisma.sql`0`} AS score, r.created_at AS "createdAt"
    FROM reviews r
    WHERE ${Prisma.join(toConditions(gameId, query, withoutId), " AND ")}
    ORDER BY ${order[sort]}
    LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ id }) => id),
    nextCursor: last ? encode(sort, { score: last.score, createdMs: last.createdAt.getTime(), id: last.id }) : null,
  };
}
