import { type Db, inTransaction } from "@/lib/server/db";
import { addDays, type Day, toDate } from "@/lib/shared/day";
import { Prisma } from "@/prisma/generated/client";
import type { Scope } from "./extract";

/** Days over which popularity counts units. */
const POPULARITY_DAYS = 28;

/**
 * Refunds by game and UTC day of the refund. What goes back on a whole order pays its items back one after the other,
 * so that sums are right to the cent and never fall; an item's units count as returned on the day of its last cent.
 */
const refundsUpTo = (day: Day) => Prisma.sql`
  WITH given AS (
    SELECT id, order_id, order_item_id, created_at, amount_cents::bigint AS amount,
      (sum(amount_cents) FILTER (WHERE order_item_id IS NULL)
        OVER (PARTITION BY order_id ORDER BY created_at, id))::bigint AS whole_up_to
    FROM refunds
    WHERE status = 'succeeded' AND created_at < ${toDate(addDays(day, 1))}
  ), items AS (
    SELECT id, order_id, game_id, quantity, quantity::bigint * unit_price_cents AS paid,
      (sum(quantity::bigint * unit_price_cents) OVER (PARTITION BY order_id ORDER BY id))::bigint AS paid_up_to
    FROM order_items
    WHERE order_id IN (SELECT order_id FROM given)
  ), parts AS (
    SELECT g.id, g.created_at, i.id AS item_id, i.game_id, i.quantity, i.paid,
      CASE WHEN g.order_item_id IS NOT NULL THEN g.amount
        ELSE least(greatest(g.whole_up_to - i.paid_up_to + i.paid, 0), i.paid)
          - least(greatest(g.whole_up_to - g.amount - i.paid_up_to + i.paid, 0), i.paid) END AS cents
    FROM given g
    JOIN items i ON i.order_id = g.order_id AND (g.order_item_id IS NULL OR i.id = g.order_item_id)
  ), so_far AS (
    SELECT *, sum(cents) OVER by_time AS back, row_number() OVER by_time AS nth
    FROM parts
    WINDOW by_time AS (PARTITION BY item_id ORDER BY created_at, id)
  )
  SELECT game_id, (created_at AT TIME ZONE 'UTC')::date AS day, 0 AS units, 0 AS revenue_cents, cents AS refunded_cents,
    CASE WHEN back >= paid AND (back - cents < paid OR (paid = 0 AND nth = 1)) THEN quantity ELSE 0 END AS refunded_units
  FROM so_far
  WHERE cents > 0 OR paid = 0`;

/** One statement, so that a reader sees the roll-up of before or of after; rows that stay the same are not touched. */
function replaceDailySales(db: Db, { day, gameId }: Scope, failed: readonly string[]): Promise<number> {
  return db.$executeRaw`
    WITH refunded AS (${refundsUpTo(day)}),
    fresh AS (
      SELECT game_id, day, sum(units)::int AS units, sum(revenue_cents)::bigint AS revenue_cents,
        sum(refunded_units)::int AS refunded_units, sum(refunded_cents)::bigint AS refunded_cents
      FROM (
        SELECT game_id, day, units, revenue_cents, 0 AS refunded_cents, 0 AS refunded_units
        FROM staging_sales_data WHERE units > 0
        UNION ALL
        SELECT game_id, day, units, revenue_cents, refunded_cents, refunded_units FROM refunded
      ) counted
      WHERE (${gameId}::uuid IS NULL OR game_id = ${gameId}::uuid) AND game_id <> ALL (${failed}::uuid[])
      GROUP BY game_id, day
    ), stale AS (
      DELETE FROM daily_sales d
      WHERE d.day <= ${toDate(day)}::date
        AND (${gameId}::uuid IS NULL OR d.game_id = ${gameId}::uuid) AND d.game_id <> ALL (${failed}::uuid[])
        AND NOT EXISTS (SELECT FROM fresh f WHERE f.game_id = d.game_id AND f.day = d.day)
    )
    INSERT INTO daily_sales AS d (game_id, day, units, revenue_cents, refunded_units, refunded_cents)
    SELECT game_id, day, units, revenue_cents, refunded_units, refunded_cents FROM fresh
    ON CONFLICT (game_id, day) DO UPDATE
    SET units = excluded.units, revenue_cents = excluded.revenue_cents,
      refunded_units = excluded.refunded_units, refunded_cents = excluded.refunded_cents
    WHERE (d.units, d.revenue_cents, d.refunded_units, d.refunded_cents)
      IS DISTINCT FROM (excluded.units, excluded.revenue_cents, excluded.refunded_units, excluded.refunded_cents)`;
}

/**
 * Popularity and review sums that the catalogue sorts and shows by; `updated_at` stays, nobody edited the game. An
 * imported game keeps the counts it came with until it is reviewed here.
 */
function refreshGames(db: Db, { day, gameId }: Scope): Promise<number> {
  return db.$executeRaw`
    WITH sold AS (
      SELECT game_id, least(sum(units), 2147483647)::int AS units
      FROM daily_sales
      WHERE day > ${toDate(addDays(day, -POPULARITY_DAYS))}::date AND day <= ${toDate(day)}::date
      GROUP BY game_id
    ), reviewed AS (
      SELECT game_id, count(*)::int AS total, count(*) FILTER (WHERE is_recommended)::int AS positive,
        round(avg(stars), 2) AS stars
      FROM reviews WHERE status = 'visible'
      GROUP BY game_id
    ), fresh AS (
      SELECT g.id, coalesce(s.units, 0) AS popularity,
        coalesce(r.total, CASE WHEN g.source IS NULL THEN 0 ELSE g.review_count END) AS review_count,
        coalesce(r.positive, CASE WHEN g.source IS NULL THEN 0 ELSE g.positive_count END) AS positive_count,
        r.stars AS rating_average
      FROM games g
      LEFT JOIN sold s ON s.game_id = g.id
      LEFT JOIN reviewed r ON r.game_id = g.id
      WHERE ${gameId}::uuid IS NULL OR g.id = ${gameId}::uuid
    )
    UPDATE games g
    SET popularity = f.popularity, review_count = f.review_count, positive_count = f.positive_count,
      rating_average = f.rating_average
    FROM fresh f
    WHERE f.id = g.id AND (g.popularity, g.review_count, g.positive_count, g.rating_average)
      IS DISTINCT FROM (f.popularity, f.review_count, f.positive_count, f.rating_average)`;
}

/**
 * Brings the roll-up that charts read, and the sums on the games, to what the staging table says, in one transaction.
 * Days after the run's day and games whose files failed stay as they are.
 */
export function rollUp(db: Db, scope: Scope, failed: readonly string[]): Promise<{ days: number; games: number }> {
  return inTransaction(db, async (tx) => {
    const days = await replaceDailySales(tx, scope, failed);
    return { days, games: await refreshGames(tx, scope) };
  });
}
