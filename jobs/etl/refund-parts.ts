import type { Day } from "@/lib/shared/day";
import { Prisma } from "@/prisma/generated/client";

/** First moment of a day, and of the one after it, of a SQL date. */
export const startOf = (day: Prisma.Sql) => Prisma.sql`((${day})::timestamp AT TIME ZONE 'UTC')`;

/** What a unit of the item `i` sold for in the game's own currency, the one that its sales are counted in. */
export const unitCents = Prisma.sql`coalesce(i.unit_base_cents, i.unit_price_cents)`;

/** A part of what was paid for an item, in the game's own currency. */
const toBase = (cents: Prisma.Sql) => Prisma.sql`round(${cents} * base::numeric / paid)`;

/**
 * Refunds by game and UTC day of the refund, up to the end of `through`, of the orders that `orders` (a condition on the
 * column order_id) chooses. What goes back on a whole order pays its items back one after the other, so that sums are
 * right to the cent and never fall; an item's units count as returned on the day of its last cent. What was paid in
 * another currency than the game's is turned into the game's by the item's own two prices, to the same sum.
 */
export const refundParts = (through: Day, orders: Prisma.Sql) => Prisma.sql`
  WITH given AS (
    SELECT id, order_id, order_item_id, created_at, amount_cents::bigint AS amount,
      (sum(amount_cents) FILTER (WHERE order_item_id IS NULL)
        OVER (PARTITION BY order_id ORDER BY created_at, id))::bigint AS whole_up_to
    FROM refunds
    WHERE status = 'succeeded' AND created_at < ${startOf(Prisma.sql`${through}::date + 1`)} AND ${orders}
  ), items AS (
    SELECT id, order_id, game_id, quantity, quantity::bigint * unit_price_cents AS paid,
      quantity::bigint * ${unitCents} AS base,
      (sum(quantity::bigint * unit_price_cents) OVER (PARTITION BY order_id ORDER BY id))::bigint AS paid_up_to
    FROM order_items i
    WHERE order_id IN (SELECT order_id FROM given)
  ), parts AS (
    SELECT g.id, g.created_at, i.id AS item_id, i.game_id, i.quantity, i.paid, i.base,
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
  SELECT game_id, (created_at AT TIME ZONE 'UTC')::date AS day,
    CASE WHEN base = paid OR paid = 0 THEN cents
      ELSE (${toBase(Prisma.sql`back`)} - ${toBase(Prisma.sql`(back - cents)`)})::bigint END AS refunded_cents,
    CASE WHEN back >= paid AND (back - cents < paid OR (paid = 0 AND nth = 1)) THEN quantity ELSE 0 END AS refunded_units
  FROM so_far
  WHERE cents > 0 OR paid = 0`;
