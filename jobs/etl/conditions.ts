import type { Day } from "@/lib/shared/day";
import { NEUTRAL_REVIEW_SCORE, REVIEW_THRESHOLDS_PERCENT } from "@/lib/shared/review-score";
import { Prisma } from "@/prisma/generated/client";
import { startOf } from "./refund-parts";

/** List prices as spans of days; the first price a game had also holds before it was written down. */
export const prices = Prisma.sql`
  SELECT p.game_id, p.price_cents,
    CASE WHEN row_number() OVER by_day = 1 THEN '-infinity' ELSE p.valid_from END AS valid_from,
    lead(p.valid_from, 1, 'infinity') OVER by_day AS valid_to
  FROM chunk c
  JOIN games g ON g.id = c.game_id
  JOIN price_history p ON p.game_id = c.game_id AND p.currency = g.currency
  WINDOW by_day AS (PARTITION BY p.game_id ORDER BY p.valid_from)`;

/** First day whose noon is not before the moment. */
const noonDay = (moment: Prisma.Sql) =>
  Prisma.sql`((${moment} AT TIME ZONE 'UTC') + interval '12 hours' - interval '1 microsecond')::date`;

/** The deepest published discount at noon UTC of a day: the same rule as the forecast's for the days to come. */
export const discountsUpTo = (day: Day) => Prisma.sql`
  SELECT span.game_id, span.from_day + n AS day, max(span.percent) AS percent
  FROM (
    SELECT c.game_id, pg.discount_percent AS percent, greatest(${noonDay(Prisma.sql`p.starts_at`)}, c.first_day) AS from_day,
      least(${noonDay(Prisma.sql`p.ends_at`)} - 1, ${day}::date) AS to_day
    FROM chunk c
    JOIN promotion_games pg ON pg.game_id = c.game_id
    JOIN promotions p ON p.id = pg.promotion_id AND p.status = 'published'
  ) span
  CROSS JOIN LATERAL generate_series(0, span.to_day - span.from_day) AS n
  GROUP BY 1, 2`;

/** Visible reviews by the day they were written on; those from before the series count on its first day. */
export const reviewsUpTo = (day: Day) => Prisma.sql`
  SELECT r.game_id, greatest((r.created_at AT TIME ZONE 'UTC')::date, c.first_day) AS day, count(*)::int AS total,
    count(*) FILTER (WHERE r.is_recommended)::int AS positive, sum(r.stars)::int AS stars
  FROM chunk c
  JOIN reviews r ON r.game_id = c.game_id
  WHERE r.status = 'visible' AND r.created_at < ${startOf(Prisma.sql`${day}::date + 1`)}
  GROUP BY 1, 2`;

/** Stars of the share of good reviews, of the columns `total` and `positive`. */
export const reviewScore = Prisma.sql`
  CASE WHEN total = 0 THEN ${NEUTRAL_REVIEW_SCORE}::int ELSE ${Prisma.join(
    REVIEW_THRESHOLDS_PERCENT.map((percent) => Prisma.sql`(positive * 100 >= ${percent}::int * total)::int`),
    " + ",
  )} END`;

/** Wishlist adds of each day; a wish that was withdrawn or bought later was an add of its day. */
export const wishesUpTo = (day: Day) => Prisma.sql`
  SELECT w.game_id, (w.added_at AT TIME ZONE 'UTC')::date AS day, count(*)::int AS adds
  FROM chunk c
  JOIN wishlist_items w ON w.game_id = c.game_id
  WHERE w.added_at < ${startOf(Prisma.sql`${day}::date + 1`)}
  GROUP BY 1, 2`;
