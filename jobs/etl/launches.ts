import type { Db } from "@/lib/server/db";
import { addDays, type Day, daysBetween, toDate } from "@/lib/shared/day";
import { isPaid } from "./paid-orders";

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
 * nothing in its 28 days, had no launch here: an imported game carries its release date from elsewhere.
 */
export function listLaunches(db: Db, day: Day): Promise<Launch[]> {
  const last = addDays(day, 1 - LAUNCH_DAYS);
  return db.$queryRaw<Launch[]>`
    WITH opening AS (SELECT min((o.paid_at AT TIME ZONE 'UTC')::date) AS day FROM orders o WHERE ${isPaid})
    SELECT g.id AS "gameId", g.publisher_id AS "publisherId", g.release_date::text AS "releaseDay",
      sum(i.quantity)::float8 AS units
    FROM games g
    JOIN order_items i ON i.game_id = g.id
    JOIN orders o ON o.id = i.order_id
    WHERE ${isPaid} AND g.kind = 'base'
      AND g.release_date >= (SELECT day FROM opening) AND g.release_date <= ${toDate(last)}::date
      AND o.paid_at >= g.release_date::timestamp AT TIME ZONE 'UTC'
      AND o.paid_at < (g.release_date + ${LAUNCH_DAYS}::int)::timestamp AT TIME ZONE 'UTC'
    GROUP BY g.id
    ORDER BY g.release_date, g.id`;
}

/**
 * A publisher's record on each of `count` days from `firstDay` on: the mean of log(1 + units) over its launches that
 * were over by the end of the day, the game's own left out; null before the first. `launches` lie in the order of
 * their release.
 */
export function computePublisherRecords(
  game: { gameId: string; publisherId: string },
  launches: readonly Launch[],
  { firstDay, count }: { firstDay: Day; count: number },
): (number | null)[] {
  const own = launches.filter(({ gameId, publisherId }) => publisherId === game.publisherId && gameId !== game.gameId);
  const records: (number | null)[] = [];
  let over = 0;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    for (let next = own[over]; next && isOver(next, firstDay, index); next = own[over]) {
      total += Math.log1p(next.units);
      over += 1;
    }
    records.push(over === 0 ? null : total / over);
  }
  return records;
}

const isOver = ({ releaseDay }: Launch, firstDay: Day, index: number) =>
  daysBetween(firstDay, releaseDay) + LAUNCH_DAYS - 1 <= index;
