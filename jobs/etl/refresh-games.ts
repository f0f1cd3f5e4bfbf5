import type { Db } from "@/lib/server/db";
import { addDays } from "@/lib/shared/day";
import type { Scope } from "./extract";

/** Days over which popularity counts units. */
const POPULARITY_DAYS = 28;

/** Largest number that a column of the game holds. */
const MAX_INT = 2_147_483_647;

/** Days whose units a trend compares with those of popularity, as if they had lasted as long. */
const TREND_DAYS = 7;

/**
 * Popularity, trend and review sums that the catalogue sorts and shows by; `updated_at` stays, nobody edited the game.
 * An imported game keeps the counts it came with until it is reviewed here.
 */
export function refreshGames(db: Db, { through, gameIds }: Scope): Promise<number> {
  return db.$executeRaw`
    WITH sold AS (
      SELECT game_id, sum(units) AS units,
        coalesce(sum(units) FILTER (WHERE day > ${addDays(through, -TREND_DAYS)}::date), 0) AS newest_units
      FROM daily_sales
      WHERE day > ${addDays(through, -POPULARITY_DAYS)}::date AND day <= ${through}::date
      GROUP BY game_id
    ), reviewed AS (
      SELECT game_id, count(*)::int AS total, count(*) FILTER (WHERE is_recommended)::int AS positive,
        round(avg(stars), 2) AS stars
      FROM reviews WHERE status = 'visible'
      GROUP BY game_id
    ), fresh AS (
      SELECT g.id, least(coalesce(s.units, 0), ${MAX_INT}::int)::int AS popularity,
        greatest(least(coalesce(s.newest_units * ${POPULARITY_DAYS / TREND_DAYS}::int - s.units, 0), ${MAX_INT}::int), -${MAX_INT}::int)::int
          AS trend,
        coalesce(r.total, CASE WHEN g.source IS NULL THEN 0 ELSE g.review_count END) AS review_count,
        coalesce(r.positive, CASE WHEN g.source IS NULL THEN 0 ELSE g.positive_count END) AS positive_count,
        r.stars AS rating_average
      FROM games g
      LEFT JOIN sold s ON s.game_id = g.id
      LEFT JOIN reviewed r ON r.game_id = g.id
      WHERE ${gameIds}::uuid[] IS NULL OR g.id = ANY (${gameIds}::uuid[])
    )
    UPDATE games g
    SET popularity = f.popularity, trend = f.trend, review_count = f.review_count, positive_count = f.positive_count,
      rating_average = f.rating_average
    FROM fresh f
    WHERE f.id = g.id AND (g.popularity, g.trend, g.review_count, g.positive_count, g.rating_average)
      IS DISTINCT FROM (f.popularity, f.trend, f.review_count, f.positive_count, f.rating_average)`;
}
