import type { Db } from "@/lib/server/db";
import { addDays, type Day, toDate } from "@/lib/shared/day";

/** What a run looks at: sales up to the end of a day, of all games or of one. */
export type Scope = { day: Day; gameId: string | null };

/**
 * Sales of paid orders, summed by game and UTC day of payment. A refunded order stays a sale of its day: the demand
 * was there; the roll-up counts the refund on the refund's own day.
 */
export function extractSales(db: Db, { day, gameId }: Scope): Promise<number> {
  return db.$executeRaw`
    INSERT INTO staging_sales_data (game_id, day, units, revenue_cents)
    SELECT i.game_id, (o.paid_at AT TIME ZONE 'UTC')::date, sum(i.quantity), sum(i.quantity::bigint * i.unit_price_cents)
    FROM orders o
    JOIN order_items i ON i.order_id = o.id
    WHERE o.status IN ('paid', 'partially_refunded', 'refunded')
      AND o.paid_at < ${toDate(addDays(day, 1))}
      AND (${gameId}::uuid IS NULL OR i.game_id = ${gameId}::uuid)
    GROUP BY 1, 2`;
}

/**
 * The one place where a day without a sale becomes 0: completes each series from the game's release, or from its
 * first sale where that was earlier, to the run's day.
 */
export async function fillMissingDays(db: Db, day: Day): Promise<number> {
  const rows = await db.$executeRaw`
    INSERT INTO staging_sales_data (game_id, day)
    SELECT s.game_id, s.first_day + n
    FROM (
      SELECT sold.game_id, least(min(sold.day), min(g.release_date)) AS first_day
      FROM staging_sales_data sold
      JOIN games g ON g.id = sold.game_id
      GROUP BY sold.game_id
    ) s
    CROSS JOIN LATERAL generate_series(0, ${toDate(day)}::date - s.first_day) AS n
    ON CONFLICT DO NOTHING`;
  await db.$executeRaw`ANALYZE staging_sales_data`;
  return rows;
}

/** A game with a series, the first day of it, and the genres and publisher it has now. */
export type SoldGame = { gameId: string; slug: string; publisherId: string; startDay: Day; genres: string[] };

/** Games with a series in the staging table, by slug. */
export function listSoldGames(db: Db): Promise<SoldGame[]> {
  return db.$queryRaw<SoldGame[]>`
    SELECT g.id AS "gameId", g.slug, g.publisher_id AS "publisherId", s.start_day::text AS "startDay",
      ARRAY(
        SELECT genres.slug FROM game_genres JOIN genres ON genres.id = game_genres.genre_id
        WHERE game_genres.game_id = g.id ORDER BY genres.slug COLLATE "C"
      ) AS genres
    FROM games g
    JOIN (SELECT game_id, min(day) AS start_day FROM staging_sales_data GROUP BY game_id) s ON s.game_id = g.id
    ORDER BY g.slug COLLATE "C"`;
}

/** Ids of the shop's games that nobody has bought up to the run's day, by slug. */
export async function listUnsoldGames(db: Db, { gameId }: Scope): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT g.id
    FROM games g
    WHERE g.status <> 'draft' AND (${gameId}::uuid IS NULL OR g.id = ${gameId}::uuid)
      AND NOT EXISTS (SELECT FROM staging_sales_data s WHERE s.game_id = g.id)
    ORDER BY g.slug COLLATE "C"`;
  return rows.map(({ id }) => id);
}

/** One day of a game as it lies in the staging table. */
export type StagedDay = {
  date: Day;
  units: number;
  revenueCents: number;
  unitPriceCents: number;
  discountRate: number;
  reviewScore: number;
  rating: number;
  wishlistAdds: number;
};

/** A game's series, oldest day first. */
export function readStagedDays(db: Db, gameId: string): Promise<StagedDay[]> {
  return db.$queryRaw<StagedDay[]>`
    SELECT day::text AS date, units::float8 AS units, revenue_cents::float8 AS "revenueCents",
      unit_price_cents AS "unitPriceCents", discount_rate::float8 AS "discountRate",
      review_score AS "reviewScore", rating::float8 AS rating, wishlist_adds AS "wishlistAdds"
    FROM staging_sales_data
    WHERE game_id = ${gameId}::uuid
    ORDER BY staging_sales_data.day`;
}
