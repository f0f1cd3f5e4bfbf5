import { addDays, toDay } from "@/lib/shared/day";
import { Prisma } from "@/prisma/generated/client";

/** What is older is no news any more, such as a sale that somebody who opts in now has seen for days. */
const NEWS_DAYS = 3;

/** Readers whose mails are written in one transaction. */
const READERS_A_BATCH = 100;

/** Something to tell a reader of a game on the wishlist. */
export type WishNews = { userId: string; gameId: string; kind: "price_drop" | "release" };

/** Games whose best promotion of the moment has begun lately: one that undercuts those before it is news, too. */
const promotionsAt = (now: Date, since: Date) => Prisma.sql`
  SELECT offer.game_id, 'price_drop'::wish_notice_kind AS kind, sale.id::text AS cause, sale.starts_at AS began_at
  FROM promotions sale
  JOIN promotion_games offer ON offer.promotion_id = sale.id
  WHERE sale.status = 'published' AND sale.starts_at > ${since} AND sale.starts_at <= ${now} AND sale.ends_at > ${now}
    AND NOT EXISTS (
      SELECT FROM promotion_games other
      JOIN promotions p ON p.id = other.promotion_id
      WHERE other.game_id = offer.game_id AND p.id <> sale.id
        AND p.status = 'published' AND p.starts_at <= ${now} AND p.ends_at > ${now}
        AND (-other.discount_percent, p.starts_at, p.id) < (-offer.discount_percent, sale.starts_at, sale.id)
    )`;

/** Games whose list price in their own currency was cut lately. */
const cutsAt = (day: string, sinceDay: string) => Prisma.sql`
  SELECT price.game_id, 'price_drop'::wish_notice_kind, 'list.' || price.valid_from,
    price.valid_from::timestamp AT TIME ZONE 'UTC'
  FROM price_history price
  JOIN games own ON own.id = price.game_id AND own.currency = price.currency
  CROSS JOIN LATERAL (
    SELECT earlier.price_cents FROM price_history earlier
    WHERE earlier.game_id = price.game_id AND earlier.currency = price.currency AND earlier.valid_from < price.valid_from
    ORDER BY earlier.valid_from DESC LIMIT 1
  ) before
  WHERE price.valid_from > ${sinceDay}::date AND price.valid_from <= ${day}::date
    AND price.price_cents < before.price_cents`;

const releasesAt = (day: string, sinceDay: string) => Prisma.sql`
  SELECT id, 'release'::wish_notice_kind, release_date::text, release_date::timestamp AT TIME ZONE 'UTC'
  FROM games WHERE release_date > ${sinceDay}::date AND release_date <= ${day}::date`;

/**
 * Writes down, and answers with, what the next readers are to be told now: news of games that they wished for before,
 * that they do not own, and that they want mail of, at an address that is theirs. What is written down is never told
 * again; of two runs at once, the second waits for the first one's rows and leaves them out.
 */
export async function claimNews(tx: Prisma.TransactionClient, now: Date): Promise<WishNews[]> {
  const day = toDay(now);
  const sinceDay = addDays(day, -NEWS_DAYS);
  const since = new Date(now.getTime() - NEWS_DAYS * 86_400_000);
  return tx.$queryRaw<WishNews[]>`
    WITH news AS (
      ${promotionsAt(now, since)} UNION ALL ${cutsAt(day, sinceDay)} UNION ALL ${releasesAt(day, sinceDay)}
    ),
    untold AS (
      SELECT wish.user_id, wish.game_id, news.kind, news.cause,
        dense_rank() OVER (ORDER BY wish.user_id) AS reader
      FROM news
      JOIN games game ON game.id = news.game_id AND game.status = 'published' AND game.release_date <= ${day}::date
      JOIN wishlist_items wish
        ON wish.game_id = news.game_id AND wish.removed_at IS NULL AND wish.added_at < news.began_at
      JOIN users reader ON reader.id = wish.user_id AND reader.deleted_at IS NULL
        AND reader.email_verified_at IS NOT NULL
        AND CASE news.kind WHEN 'release' THEN reader.wants_releases ELSE reader.wants_price_drops END
      WHERE NOT EXISTS (
        SELECT FROM wish_notices told WHERE told.user_id = wish.user_id AND told.game_id = wish.game_id
          AND told.kind = news.kind AND told.cause = news.cause
      ) AND NOT EXISTS (
        SELECT FROM entitlements own
        WHERE own.user_id = wish.user_id AND own.game_id = wish.game_id AND own.revoked_at IS NULL
      )
    )
    INSERT INTO wish_notices (user_id, game_id, kind, cause, sent_at)
    SELECT user_id, game_id, kind, cause, ${now} FROM untold
    WHERE reader <= ${READERS_A_BATCH}
    ORDER BY user_id, game_id, kind, cause
    ON CONFLICT DO NOTHING
    RETURNING user_id AS "userId", game_id AS "gameId", kind::text AS kind`;
}
