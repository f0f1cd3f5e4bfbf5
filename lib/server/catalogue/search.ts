import { z } from "zod";
import type { GameQuery, GameSort } from "@/lib/shared/catalogue";
import { Prisma } from "@/prisma/generated/client";
import type { Db } from "../db";
import { AppError } from "../errors";
import { escapeLike } from "../escape-like";
import { decodeCursor, encodeCursor, type Position, toScope } from "./cursor";
import { needsPrices, planSort, priceJoins, type SortPlan } from "./sorts";

/** More words than this say nothing more about a game, and each costs a lookup. */
const MAX_WORDS = 8;

function matchWord(word: string): Prisma.Sql {
  const pattern = `%${escapeLike(word)}%`;
  return Prisma.sql`g.id IN (
    SELECT id FROM games WHERE title ILIKE ${pattern}
    UNION SELECT pub_game.id FROM games pub_game JOIN publishers pub ON pub.id = pub_game.publisher_id WHERE pub.name ILIKE ${pattern}
    UNION SELECT gg.game_id FROM game_genres gg JOIN genres genre ON genre.id = gg.genre_id WHERE genre.name ILIKE ${pattern}
  )`;
}

/** Every word is in the title, the publisher's or a genre's name; or the whole is nearly in the title. */
function matchText(q: string): Prisma.Sql {
  const words = Prisma.join(q.split(" ").slice(0, MAX_WORDS).map(matchWord), " AND ");
  if (q.length < 4) return words;
  return Prisma.sql`((${words}) OR g.id IN (SELECT id FROM games WHERE ${q} <% title))`;
}

function toConditions(query: GameQuery): Prisma.Sql[] {
  const conditions = [Prisma.sql`g.status = 'published'`];
  if (query.genre) {
    conditions.push(
      Prisma.sql`EXISTS (SELECT FROM game_genres gg JOIN genres x ON x.id = gg.genre_id WHERE gg.game_id = g.id AND x.slug = ${query.genre})`,
    );
  }
  if (query.category) {
    conditions.push(
      Prisma.sql`EXISTS (SELECT FROM game_categories gc JOIN categories x ON x.id = gc.category_id WHERE gc.game_id = g.id AND x.slug = ${query.category})`,
    );
  }
  if (query.q) conditions.push(matchText(query.q));
  return conditions;
}

function isAfter({ key, direction, keyType }: SortPlan, position: Position): Prisma.Sql {
  const value = keyType === "number" ? Prisma.sql`${position.key}::bigint` : Prisma.sql`${position.key}::text`;
  const beyond = direction === "ASC" ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`(${key} ${beyond}= ${value} AND (${key} ${beyond} ${value} OR g.id > ${position.id}::uuid))`;
}

async function checkFilters(db: Db, query: GameQuery): Promise<void> {
  const fields: Record<string, string> = {};
  if (query.genre && !(await db.genre.findUnique({ where: { slug: query.genre }, select: { id: true } }))) {
    fields.genre = "is not a genre of this store";
  }
  if (query.category && !(await db.category.findUnique({ where: { slug: query.category }, select: { id: true } }))) {
    fields.category = "is not a category of this store";
  }
  const named = Object.entries(fields).map(([field, message]) => `${field}: ${message}`);
  if (named.length > 0) throw new AppError("invalid_input", named.join("; "), { fields });
}

function resolveSort(query: GameQuery): GameSort {
  const sort = query.sort ?? (query.q ? "relevance" : "popular");
  if (sort === "relevance" && !query.q) {
    const message = "relevance needs a text to search for";
    throw new AppError("invalid_input", `sort: ${message}`, { fields: { sort: message } });
  }
  return sort;
}

const rowSchema = z.object({ id: z.string(), key: z.union([z.bigint().transform(Number), z.int(), z.string()]) });

/**
 * Ids of one page of the published games. The walk over all pages sees each game once, however many share a key;
 * prices are compared as of the moment that the walk began.
 */
export async function searchGameIds(
  db: Db,
  query: GameQuery,
  now: Date,
): Promise<{ ids: string[]; nextCursor: string | null }> {
  await checkFilters(db, query);
  const sort = resolveSort(query);
  const scope = toScope([sort, query.q, query.genre, query.category]);
  const keyType = sort === "title" ? "string" : "number";
  const position = query.cursor === undefined ? null : decodeCursor(query.cursor, scope, keyType);
  const at = position ? new Date(position.atMs) : now;
  const plan = planSort(sort, query.q, at);
  const conditions = toConditions(query);
  if (position) conditions.push(isAfter(plan, position));
  const rows = await db.$queryRaw<unknown[]>`
    SELECT g.id::text AS id, ${plan.key} AS key
    FROM games g ${needsPrices(sort) ? priceJoins(at) : Prisma.empty}
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY key ${plan.direction === "ASC" ? Prisma.sql`ASC` : Prisma.sql`DESC`}, g.id
    LIMIT ${query.limit + 1}`;
  const page = z.array(rowSchema).parse(rows.slice(0, query.limit));
  const last = page.at(-1);
  const hasMore = rows.length > query.limit && last !== undefined;
  return {
    ids: page.map((row) => row.id),
    nextCursor: hasMore ? encodeCursor({ key: last.key, id: last.id, atMs: at.getTime() }, scope) : null,
  };
}

/** How many published games the filters leave. */
export async function countGameIds(db: Db, query: GameQuery): Promise<number> {
  await checkFilters(db, query);
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM games g WHERE ${Prisma.join(toConditions(query), " AND ")}`;
  return row?.count ?? 0;
}
