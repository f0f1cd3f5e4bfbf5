import { z } from "zod";
import type { Page } from "@/lib/shared/page";
import type { PublisherReview, PublisherReviewsQuery } from "@/lib/shared/review-desk";
import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { decodeCursor, encodeCursor } from "../sales/cursor";
import { type Scope, toScopeSql } from "../sales/scope";
import { momentKeySchema } from "./review-page";
import { reviewSelect, toReview } from "./review-rows";
import { REPLIER_ROLES } from "./rules";

const CURSOR = { sort: "publisher", key: momentKeySchema, id: z.uuid() };

type Member = { userId: string };

function toReviewConditions(query: PublisherReviewsQuery): Prisma.Sql {
  const { recommended, stars, reply, cursor } = query;
  const conditions = [Prisma.sql`r.game_id = g.id AND r.status = 'visible'`];
  if (recommended !== undefined) conditions.push(Prisma.sql`r.is_recommended = ${recommended}`);
  if (stars !== undefined) conditions.push(Prisma.sql`r.stars = ${stars}`);
  const answer = Prisma.sql`EXISTS (SELECT FROM review_replies a WHERE a.review_id = r.id)`;
  if (reply === "without") conditions.push(Prisma.sql`NOT ${answer}`);
  if (reply === "with") conditions.push(answer);
  if (cursor !== undefined) {
    const { key, id } = decodeCursor(cursor, CURSOR);
    conditions.push(Prisma.sql`(r.created_at, r.id) < (${new Date(key)}, ${id}::uuid)`);
  }
  return Prisma.join(conditions, " AND ");
}

/** A few rows of each game instead of all rows of all games. */
function selectIds(db: Db, scope: Scope, query: PublisherReviewsQuery): Promise<{ id: string; createdAt: Date }[]> {
  const { game, limit } = query;
  return db.$queryRaw`
    SELECT newest.id, newest.created_at AS "createdAt"
    FROM games g CROSS JOIN LATERAL (
      SELECT r.id, r.created_at FROM reviews r
      WHERE ${toReviewConditions(query)}
      ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit + 1}
    ) newest
    WHERE ${toScopeSql(scope)} AND ${game ? Prisma.sql`g.slug = ${game}` : Prisma.sql`TRUE`}
    ORDER BY newest.created_at DESC, newest.id DESC LIMIT ${limit + 1}`;
}

function publisherReviewSelect({ userId }: Member) {
  const members = { where: { userId, role: { in: [...REPLIER_ROLES] } }, select: { userId: true } };
  const game = { select: { slug: true, title: true, publisher: { select: { members } } } };
  return { ...reviewSelect(null), game } satisfies Prisma.ReviewSelect;
}

async function load(db: Db, ids: readonly string[], member: Member): Promise<PublisherReview[]> {
  const rows = await db.review.findMany({ where: { id: { in: [...ids] } }, select: publisherReviewSelect(member) });
  const byId = new Map(
    rows.map(({ game: { slug, title, publisher }, ...row }) => {
      const review = { ...toReview(row), game: { slug, title }, canReply: publisher.members.length > 0 };
      return [row.id, review];
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Reviews of the games in scope, newest first. */
export async function selectPublisherReviews(
  db: Db,
  scope: Scope,
  member: Member,
  query: PublisherReviewsQuery,
): Promise<Page<PublisherReview>> {
  const rows = await selectIds(db, scope, query);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: await load(
      db,
      page.map(({ id }) => id),
      member,
    ),
    nextCursor: last ? encodeCursor({ sort: CURSOR.sort, key: last.createdAt.getTime(), id: last.id }) : null,
  };
}
