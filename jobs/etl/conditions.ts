import type { Db } from "@/lib/server/db";
import { addDays, type Day, toDate } from "@/lib/shared/day";
import { NEUTRAL_REVIEW_SCORE, REVIEW_THRESHOLDS_PERCENT } from "@/lib/shared/review-score";
import { Prisma } from "@/prisma/generated/client";

/** List prices as spans of days; the first price a game had also holds before it was written down. */
const prices = Prisma.sql`
  SELECT p.game_id, p.price_cents,
    CASE WHEN row_number() OVER by_day = 1 THEN '-infinity' ELSE p.valid_from END AS valid_from,
    lead(p.valid_from, 1, 'infinity') OVER by_day AS valid_to
  FROM price_history p
  JOIN games g ON g.id = p.game_id AND g.currency = p.currency
  WINDOW by_day AS (PARTITION BY p.game_id ORDER BY p.valid_from)`;

/** First day whose noon is not before the moment. */
const noonDay = (moment: Prisma.Sql) =>
  Prisma.sql`((${moment} AT TIME ZONE 'UTC') + interval '12 hours' - interval '1 microsecond')::date`;

/** The deepest published discount at noon UTC of a day: the same rule as the forecast's for the days to come. */
const discounts = Prisma.sql`
  SELECT s.game_id, s.day, max(pg.discount_percent) AS percent
  FROM promotion_games pg
  JOIN promotions p ON p.id = pg.promotion_id AND p.status = 'published'
  JOIN staging_sales_data s ON s.game_id = pg.game_id
    AND s.day >= ${noonDay(Prisma.sql`p.starts_at`)} AND s.day < ${noonDay(Prisma.sql`p.ends_at`)}
  GROUP BY s.game_id, s.day`;

/** Visible reviews by the day they were written on; those from before the series count on its first day. */
const reviewsUpTo = (day: Day) => Prisma.sql`
  SELECT r.game_id, greatest((r.created_at AT TIME ZONE 'UTC')::date, f.first_day) AS day,
    count(*) AS total, count(*) FILTER (WHERE r.is_recommended) AS positive, sum(r.stars) AS stars
  FROM reviews r
  JOIN (SELECT game_id, min(day) AS first_day FROM staging_sales_data GROUP BY game_id) f ON f.game_id = r.game_id
  WHERE r.status = 'visible' AND r.created_at < ${toDate(addDays(day, 1))}
  GROUP BY 1, 2`;

const reviewScore = Prisma.sql`
  CASE WHEN c.total = 0 THEN ${NEUTRAL_REVIEW_SCORE}::int ELSE ${Prisma.join(
    REVIEW_THRESHOLDS_PERCENT.map((percent) => Prisma.sql`(c.positive * 100 >= ${percent}::int * c.total)::int`),
    " + ",
  )} END`;

/** Wishlist adds of each day; a wish that was withdrawn or bought later was an add of its day. */
const wishesUpTo = (day: Day) => Prisma.sql`
  SELECT game_id, (added_at AT TIME ZONE 'UTC')::date AS day, count(*) AS adds
  FROM wishlist_items
  WHERE added_at < ${toDate(addDays(day, 1))}
  GROUP BY 1, 2`;

/**
 * Adds to every staged day what held on it: list price, discount, wishlist adds, and the review score and mean stars
 * (0 without reviews) over all reviews up to it. Nothing later than a day is seen on it.
 */
export function addConditions(db: Db, day: Day): Promise<number> {
  return db.$executeRaw`
    WITH prices AS (${prices}), discounts AS (${discounts}), reviews_of_day AS (${reviewsUpTo(day)}),
    wishes AS (${wishesUpTo(day)}),
    conditions AS (
      SELECT s.game_id, s.day, coalesce(p.price_cents, now_price.price_cents, 0) AS price_cents, d.percent,
        coalesce(w.adds, 0) AS wishlist_adds,
        coalesce(sum(r.total) OVER so_far, 0) AS total, coalesce(sum(r.positive) OVER so_far, 0) AS positive,
        coalesce(sum(r.stars) OVER so_far, 0) AS stars
      FROM staging_sales_data s
      JOIN games g ON g.id = s.game_id
      LEFT JOIN prices p ON p.game_id = s.game_id AND s.day >= p.valid_from AND s.day < p.valid_to
      LEFT JOIN game_prices now_price ON now_price.game_id = s.game_id AND now_price.currency = g.currency
      LEFT JOIN discounts d ON d.game_id = s.game_id AND d.day = s.day
      LEFT JOIN wishes w ON w.game_id = s.game_id AND w.day = s.day
      LEFT JOIN reviews_of_day r ON r.game_id = s.game_id AND r.day = s.day
      WINDOW so_far AS (PARTITION BY s.game_id ORDER BY s.day)
    )
    UPDATE staging_sales_data s
    SET unit_price_cents = c.price_cents,
      discount_rate = coalesce(c.percent, 0) / 100.0,
      wishlist_adds = c.wishlist_adds,
      review_score = ${reviewScore},
      rating = CASE WHEN c.total = 0 THEN 0 ELSE round(c.stars / c.total, 2) END
    FROM conditions c
    WHERE c.game_id = s.game_id AND c.day = s.day`;
}
