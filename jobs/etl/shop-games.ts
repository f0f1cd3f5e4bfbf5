import type { Db } from "@/lib/server/db";
import type { Day } from "@/lib/shared/day";

/** A game of the shop as the sales files see it. */
export type ShopGame = {
  gameId: string;
  slug: string;
  publisherId: string;
  /** Its release, or its first sale where that was earlier; null where nobody has bought it yet. */
  firstDay: Day | null;
  genres: string[];
  /** Why its sales cannot be counted; null where they can. */
  error: string | null;
};

/** A game with a series. */
export type SoldGame = ShopGame & { firstDay: Day };

/** Whether somebody has bought the game. */
export function isSold(game: ShopGame): game is SoldGame {
  return game.firstDay !== null;
}

/** Ids of the games of the given slugs; of those that are no drafts or were sold once where none are given. */
export async function listGameIds(db: Db, gameSlugs: readonly string[] | null): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT g.id FROM games g
    WHERE CASE WHEN ${gameSlugs}::text[] IS NULL
      THEN g.status <> 'draft' OR EXISTS (SELECT FROM daily_sales d WHERE d.game_id = g.id AND d.units > 0)
      ELSE g.slug = ANY (${gameSlugs}::text[]) END
    ORDER BY g.id`;
  return rows.map(({ id }) => id);
}

/** Games with the start of their series, as counted up to `day`; by slug. */
export function listShopGames(db: Db, gameIds: readonly string[], day: Day): Promise<ShopGame[]> {
  return db.$queryRaw<ShopGame[]>`
    SELECT g.id AS "gameId", g.slug, g.publisher_id AS "publisherId",
      CASE WHEN sold.day IS NOT NULL THEN least(sold.day, g.release_date)::text END AS "firstDay",
      ARRAY(
        SELECT genres.slug FROM game_genres JOIN genres ON genres.id = game_genres.genre_id
        WHERE game_genres.game_id = g.id ORDER BY genres.slug COLLATE "C"
      ) AS genres,
      (
        SELECT min(c.error) FROM changed_sales_days c
        WHERE c.game_id = g.id AND c.error IS NOT NULL AND c.day <= ${day}::date
      ) AS error
    FROM games g
    LEFT JOIN LATERAL (
      SELECT d.day FROM daily_sales d WHERE d.game_id = g.id AND d.units > 0 AND d.day <= ${day}::date
      ORDER BY d.day LIMIT 1
    ) sold ON true
    WHERE g.id = ANY (${gameIds}::uuid[])
    ORDER BY g.slug COLLATE "C"`;
}

/** What a column of the files may be named after. */
const GENRE_SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Slugs of the store's genres, in the order of their columns; one that names no column would spoil every file. */
export async function listStoreGenres(db: Db): Promise<string[]> {
  const genres = await db.genre.findMany({ select: { slug: true } });
  const slugs = genres.map(({ slug }) => slug).filter((slug) => GENRE_SLUG.test(slug));
  return slugs.sort();
}
