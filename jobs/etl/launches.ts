import type { Db } from "@/lib/server/db";
import { addDays, type Day, daysBetween } from "@/lib/shared/day";

/** Days after a release whose units are its launch. */
export const LAUNCH_DAYS = 28;

/** A game's launch that is over. */
export interface Launch {
  gameId: string;
  publisherId: string;
  releaseDay: Day;
  /** Units sold in the 28 days from the release on. */
  units: number;
}

/**
 * Launches of base games that were over by the end of `day`. A game that came out before the shop opened, or sold
 * nothing in its 28 days, had no launch here: an imported game carries its release date from elsewhere. A launch whose
 * last days the roll-up does not reach is not over yet; it is whole up to `wholeThrough` where the caller knows better
 * than its last row. Of some publishers only, where they are named.
 */
export function listLaunches(
  db: Db,
  day: Day,
  {
    wholeThrough = null,
    publisherIds = null,
  }: { wholeThrough?: Day | null; publisherIds?: readonly string[] | null } = {},
): Promise<Launch[]> {
  const last = addDays(day, 1 - LAUNCH_DAYS);
  return db.$queryRaw<Launch[]>`
    SELECT g.id AS "gameId", g.publisher_id AS "publisherId", g.release_date::text AS "releaseDay",
      sum(s.units)::float8 AS units
    FROM games g
    JOIN daily_sales s ON s.game_id = g.id AND s.day >= g.release_date AND s.day < g.release_date + ${LAUNCH_DAYS}::int
    WHERE g.kind = 'base' AND g.release_date <= ${last}::date
      AND (${publisherIds}::uuid[] IS NULL OR g.publisher_id = ANY (${publisherIds}::uuid[]))
      AND g.release_date >= (SELECT day FROM daily_sales WHERE units > 0 ORDER BY day LIMIT 1)
      AND g.release_date <= coalesce(${wholeThrough}::date, (SELECT max(day) FROM daily_sales)) - ${LAUNCH_DAYS - 1}::int
    GROUP BY g.id
    HAVING sum(s.units) > 0
    ORDER BY g.release_date, g.id`;
}

/**
 * A publisher's record by days since `firstDay`, to be asked for in order: the mean of log(1 + units) over its launches
 * that were over by the end of the day, the game's own left out; null before the first. `launches` lie in the order of
 * their release.
 */
export function createPublisherRecord(
  game: { gameId: string; publisherId: string },
  launches: readonly Launch[],
  firstDay: Day,
): (index: number) => number | null {
  const own = launches.filter(({ gameId, publisherId }) => publisherId === game.publisherId && gameId !== game.gameId);
  const lastDays = own.map(({ releaseDay }) => daysBetween(firstDay, releaseDay) + LAUNCH_DAYS - 1);
  let over = 0;
  let total = 0;
  return (index) => {
    for (let next = own[over]; next && (lastDays[over] ?? 0) <= index; next = own[over]) {
      total += Math.log1p(next.units);
      over += 1;
    }
    return over === 0 ? null : total / over;
  };
}

/** A publisher's record on each of `count` days from `firstDay` on, see {@link createPublisherRecord}. */
export function computePublisherRecords(
  game: { gameId: string; publisherId: string },
  launches: readonly Launch[],
  { firstDay, count }: { firstDay: Day; count: number },
): (number | null)[] {
  const recordOn = createPublisherRecord(game, launches, firstDay);
  return Array.from({ length: count }, (_, index) => recordOn(index));
}
