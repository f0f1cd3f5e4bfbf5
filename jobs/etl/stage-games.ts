import { inTransaction } from "@/lib/server/db";
import type { Day } from "@/lib/shared/day";
import { Prisma, type PrismaClient } from "@/prisma/generated/client";
import { discountsUpTo, prices, reviewScore, reviewsUpTo, wishesUpTo } from "./conditions";

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

/** Where a game's series begins. */
export type SeriesStart = { gameId: string; firstDay: Day };

/**
 * Every day of the games' series with what was sold and what held on it: list price, discount, wishlist adds, and the
 * review sums over all reviews up to it. Nothing later than a day is seen on it. The one place where a day without a
 * sale becomes 0.
 */
const completeDays = (day: Day) => Prisma.sql`
  SELECT c.game_id, c.first_day + n AS day, coalesce(s.units, 0) AS units, coalesce(s.revenue_cents, 0) AS revenue_cents,
    coalesce(p.price_cents, now_price.price_cents, 0) AS price_cents, coalesce(d.percent, 0) AS percent,
    coalesce(w.adds, 0) AS wishlist_adds, coalesce(sum(r.total) OVER so_far, 0) AS total,
    coalesce(sum(r.positive) OVER so_far, 0) AS positive, coalesce(sum(r.stars) OVER so_far, 0) AS stars
  FROM chunk c
  JOIN games g ON g.id = c.game_id
  CROSS JOIN LATERAL generate_series(0, ${day}::date - c.first_day) AS n
  LEFT JOIN sold s ON s.game_id = c.game_id AND s.day = c.first_day + n
  LEFT JOIN prices p ON p.game_id = c.game_id AND c.first_day + n >= p.valid_from AND c.first_day + n < p.valid_to
  LEFT JOIN game_prices now_price ON now_price.game_id = c.game_id AND now_price.currency = g.currency
  LEFT JOIN discounts d ON d.game_id = c.game_id AND d.day = c.first_day + n
  LEFT JOIN wishes w ON w.game_id = c.game_id AND w.day = c.first_day + n
  LEFT JOIN reviews_of_day r ON r.game_id = c.game_id AND r.day = c.first_day + n
  WINDOW so_far AS (PARTITION BY c.game_id ORDER BY n)`;

type StagedSeries = { gameId: string; days: string };

/**
 * Stages the days and gives them back, a line a day: one statement, so that no row travels twice. The mean stars are
 * rounded half up to hundredths in whole numbers, which takes less than a division of decimals.
 */
function insertDays(games: readonly SeriesStart[], day: Day): Prisma.Sql {
  const [ids, firstDays] = [games.map(({ gameId }) => gameId), games.map(({ firstDay }) => firstDay)];
  return Prisma.sql`
    WITH chunk AS (
      SELECT game_id, first_day::date AS first_day FROM unnest(${ids}::uuid[], ${firstDays}::text[]) AS c(game_id, first_day)
    ), sold AS (
      SELECT s.game_id, s.day, s.units, s.revenue_cents
      FROM chunk c JOIN daily_sales s ON s.game_id = c.game_id AND s.day <= ${day}::date
    ), prices AS (${prices}), discounts AS (${discountsUpTo(day)}), reviews_of_day AS (${reviewsUpTo(day)}),
    wishes AS (${wishesUpTo(day)}), days AS (${completeDays(day)}),
    staged AS (
      INSERT INTO staging_sales_data (game_id, day, units, revenue_cents, unit_price_cents, discount_rate, review_score,
        rating, wishlist_adds)
      SELECT game_id, day, units, revenue_cents, price_cents, percent * 0.01, ${reviewScore},
        CASE WHEN total = 0 THEN 0 ELSE (200 * stars + total) / (2 * total) * 0.01 END, wishlist_adds
      FROM days
      RETURNING *
    )
    SELECT game_id AS "gameId", string_agg(concat_ws(',', day, units, revenue_cents, unit_price_cents, discount_rate,
      review_score, rating, wishlist_adds), ';' ORDER BY day) AS days
    FROM staged
    GROUP BY game_id`;
}

function toStagedDay(line: string): StagedDay {
  const [date = "", units, revenue, price, discount, score, rating, adds] = line.split(",");
  return {
    date,
    units: Number(units),
    revenueCents: Number(revenue),
    unitPriceCents: Number(price),
    discountRate: Number(discount),
    reviewScore: Number(score),
    rating: Number(rating),
    wishlistAdds: Number(adds),
  };
}

/** Reads the days of a series back, oldest first, one at a time: none stays in memory. */
export function* parseStagedDays(days: string): Generator<StagedDay> {
  for (let from = 0; from < days.length; ) {
    const end = days.indexOf(";", from);
    const to = end < 0 ? days.length : end;
    yield toStagedDay(days.slice(from, to));
    from = to + 1;
  }
}

/**
 * Puts the games' days up to `day` into the staging table, in place of what another attempt left, and returns them by
 * game as lines for {@link parseStagedDays}. One statement for all of the games: where one of them is to blame, the
 * caller tries them alone.
 */
export function stageGames(
  db: PrismaClient,
  games: readonly SeriesStart[],
  day: Day,
): Promise<ReadonlyMap<string, string>> {
  return inTransaction(db, async (tx) => {
    // Compiling the statement would take longer than running it; indexes are better than whole tables for so few games;
    // and days travel as ISO texts.
    await tx.$queryRaw`
      SELECT set_config('jit', 'off', true), set_config('random_page_cost', '1.1', true),
        set_config('datestyle', 'ISO', true)`;
    const ids = games.map(({ gameId }) => gameId);
    await tx.$executeRaw`DELETE FROM staging_sales_data WHERE game_id = ANY (${ids}::uuid[])`;
    const series = await tx.$queryRaw<StagedSeries[]>(insertDays(games, day));
    return new Map(series.map(({ gameId, days }) => [gameId, days]));
  });
}
