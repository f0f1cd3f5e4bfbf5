import { Prisma } from "@/prisma/generated/client";

/** Joins that give the list price of a game `g` in its own currency, and the deepest discount in force. */
export function priceJoins(at: Date): Prisma.Sql {
  return Prisma.sql`
    LEFT JOIN game_prices list ON list.game_id = g.id AND list.currency = g.currency
    LEFT JOIN (
      SELECT pg.game_id, max(pg.discount_percent) AS discount_percent
      FROM promotion_games pg JOIN promotions p ON p.id = pg.promotion_id
      WHERE p.status = 'published' AND p.starts_at <= ${at} AND p.ends_at > ${at}
      GROUP BY pg.game_id
    ) offers ON offers.game_id = g.id`;
}
