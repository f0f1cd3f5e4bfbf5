import { z } from "zod";
import type { Db } from "@/lib/server/db";
import { escapeLike } from "@/lib/server/escape-like";
import { type Day, toDate, toDay } from "@/lib/shared/day";
import type { Page } from "@/lib/shared/page";
import type { GameSales, GameSalesQuery, SalesDay } from "@/lib/shared/sales";
import { computeTrend, fillDays } from "@/lib/shared/sales-series";
import { Prisma } from "@/prisma/generated/client";
import { decodeCursor, encodeCursor } from "./cursor";
import { isAhead } from "./overview";
import { toWindows } from "./rules";
import { type Scope, toScopeSql } from "./scope";

type Row = {
  id: string;
  slug: string;
  title: string;
  publisherSlug: string;
  publisherName: string;
  currency: string;
  releaseDate: Date | null;
  units: number;
  revenueCents: number;
  previousUnits: number;
  predicted: number | null;
  lower: number | null;
  upper: number | null;
  key: number | string;
};

/** What each sort sorts by; a missing number comes last in either direction. */
function toKeySql(sort: GameSalesQuery["sort"], descending: boolean): Prisma.Sql {
  const last = descending ? Prisma.sql`-1e15` : Prisma.sql`1e15`;
  const keys = {
    units: Prisma.sql`COALESCE(s.units, 0)::float8`,
    revenue: Prisma.sql`COALESCE(s.revenue, 0)::float8`,
    forecast: Prisma.sql`COALESCE(f.predicted, ${last})::float8`,
    trend: Prisma.sql`COALESCE(COALESCE(s.units, 0)::float8 / NULLIF(s.previous, 0), ${last})::float8`,
    title: Prisma.sql`lower(g.title)`,
  };
  return keys[sort];
}

function toAfterSql(query: GameSalesQuery, order: "asc" | "desc"): Prisma.Sql {
  if (!query.cursor) return Prisma.sql`TRUE`;
  const keyType = query.sort === "title" ? z.string() : z.number();
  const expected = { sort: `${query.sort}.${order}`, key: keyType, id: z.uuid() };
  const { key, id } = decodeCursor<string | number>(query.cursor, expected);
  const typedKey = typeof key === "string" ? Prisma.sql`${key}::text` : Prisma.sql`${key}::float8`;
  const compare = order === "desc" ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`(r.key, r.id) ${compare} (${typedKey}, ${id}::uuid)`;
}

function orderOf(query: GameSalesQuery): "asc" | "desc" {
  return query.order ?? (query.sort === "title" ? "asc" : "desc");
}

function toStateSql({ state }: GameSalesQuery): Prisma.Sql {
  if (!state) return Prisma.sql`TRUE`;
  const isOut = Prisma.sql`COALESCE(g.release_date <= ${toDay(new Date())}::date, FALSE)`;
  return state === "out" ? isOut : Prisma.sql`NOT ${isOut}`;
}

function selectRows(db: Db, scope: Scope, query: GameSalesQuery, dataThrough: Day): Promise<Row[]> {
  const order = orderOf(query);
  const direction = order === "desc" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const { from, through, previousFrom } = toWindows(dataThrough);
  const pattern = `%${escapeLike(query.q)}%`;
  return db.$queryRaw<Row[]>`
    WITH s AS (
      SELECT game_id, sum(units) FILTER (WHERE day >= ${from}::date) AS units,
        sum(revenue_cents) FILTER (WHERE day >= ${from}::date) AS revenue,
        sum(units) FILTER (WHERE day < ${from}::date) AS previous
      FROM daily_sales WHERE day BETWEEN ${previousFrom}::date AND ${through}::date GROUP BY game_id
    ), f AS (
      SELECT game_id, sum(predicted_units) AS predicted,
        LEAST(sum(predicted_units), max(cumulative_lower_units)) AS lower,
        GREATEST(sum(predicted_units), max(cumulative_upper_units)) AS upper
      FROM forecasted_sales WHERE ${isAhead(dataThrough)} GROUP BY game_id
    ), r AS (
      SELECT g.id, g.slug, g.title, p.slug AS "publisherSlug", p.name AS "publisherName", g.currency::text,
        g.release_date AS "releaseDate", COALESCE(s.units, 0)::float8 AS units,
        COALESCE(s.revenue, 0)::float8 AS "revenueCents", COALESCE(s.previous, 0)::float8 AS "previousUnits",
        f.predicted::float8, f.lower::float8, f.upper::float8, ${toKeySql(query.sort, order === "desc")} AS key
      FROM games g JOIN publishers p ON p.id = g.publisher_id
        LEFT JOIN s ON s.game_id = g.id LEFT JOIN f ON f.game_id = g.id
      WHERE g.status <> 'draft' AND ${toScopeSql(scope)} AND ${toStateSql(query)}
        AND (g.title ILIKE ${pattern} OR p.name ILIKE ${pattern})
    )
    SELECT * FROM r WHERE ${toAfterSql(query, order)} ORDER BY r.key ${direction}, r.id ${direction}
    LIMIT ${query.limit + 1}`;
}

async function selectSparklines(db: Db, gameIds: string[], dataThrough: Day): Promise<Map<string, number[]>> {
  const { from, through } = toWindows(dataThrough);
  const sales = await db.dailySales.findMany({
    where: { gameId: { in: gameIds }, day: { gte: toDate(from), lte: toDate(through) } },
    select: { gameId: true, day: true, units: true },
  });
  const byGame = new Map(gameIds.map((gameId): [string, SalesDay[]] => [gameId, []]));
  for (const { gameId, day, units } of sales) byGame.get(gameId)?.push({ day: toDay(day), units, revenueCents: 0 });
  const toUnits = (rows: SalesDay[]) => fillDays(rows, from, through).map(({ units }) => units);
  return new Map([...byGame].map(([gameId, rows]) => [gameId, toUnits(rows)]));
}

function toGameSales(row: Row, sparkline: number[]): GameSales {
  const { slug, title, currency, units, revenueCents, previousUnits, predicted, lower, upper } = row;
  return {
    slug,
    title,
    publisher: { slug: row.publisherSlug, name: row.publisherName },
    currency,
    releaseDate: row.releaseDate && toDay(row.releaseDate),
    units,
    revenueCents,
    previousUnits,
    trend: computeTrend(units, previousUnits),
    sparkline,
    forecast: predicted === null ? null : { units: predicted, lowerUnits: lower ?? 0, upperUnits: upper ?? predicted },
  };
}

/** A keyset page of the games in scope with their last 28 days and next 60. */
export async function selectGameSales(
  db: Db,
  scope: Scope,
  query: GameSalesQuery,
  dataThrough: Day,
): Promise<Page<GameSales>> {
  const rows = await selectRows(db, scope, query, dataThrough);
  const page = rows.slice(0, query.limit);
  const ids = page.map(({ id }) => id);
  const sparklines = await selectSparklines(db, ids, dataThrough);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => toGameSales(row, sparklines.get(row.id) ?? [])),
    nextCursor: last ? encodeCursor({ sort: `${query.sort}.${orderOf(query)}`, key: last.key, id: last.id }) : null,
  };
}
