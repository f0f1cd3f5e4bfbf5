import { addDays, type Day, daysBetween, toDate } from "@/lib/shared/day";
import type { Db } from "../db";

/** Longest stretch of days before a start that a curve covers. */
export const CURVE_DAYS = 180;

/** What shoppers wished for before a game's start. */
export interface WishlistCurve {
  /** Adds a day, oldest first, up to the day before the start or to the last day of data; at most CURVE_DAYS. */
  adds: number[];
  /** Days between the last of them and the start that are not over yet; 0 where the curve is whole. */
  daysToStart: number;
}

type Start = { gameId: string; startDay: Day };
type DayAdds = { gameId: string; day: Day; adds: number };

async function findFirstWish(db: Db, day: Day): Promise<Day | null> {
  // One look into the index for each game, where the minimum of all rows would read them all.
  const [row] = await db.$queryRaw<{ since: Day | null }[]>`
    SELECT (min(first.added_at) AT TIME ZONE 'UTC')::date::text AS since
    FROM games g
    CROSS JOIN LATERAL (
      SELECT w.added_at FROM wishlist_items w WHERE w.game_id = g.id ORDER BY w.added_at LIMIT 1
    ) first
    WHERE first.added_at < ${toDate(addDays(day, 1))}`;
  return row?.since ?? null;
}

function selectAdds(db: Db, spans: readonly (Start & { endDay: Day })[]): Promise<DayAdds[]> {
  const ids = spans.map(({ gameId }) => gameId);
  const ends = spans.map(({ endDay }) => endDay);
  return db.$queryRaw<DayAdds[]>`
    SELECT w.game_id AS "gameId", (w.added_at AT TIME ZONE 'UTC')::date::text AS day, count(*)::float8 AS adds
    FROM unnest(${ids}::uuid[], ${ends}::text[]) AS s(game_id, end_day)
    JOIN wishlist_items w ON w.game_id = s.game_id
      AND w.added_at < s.end_day::timestamp AT TIME ZONE 'UTC'
      AND w.added_at >= (s.end_day::timestamp - make_interval(days => ${CURVE_DAYS}::int)) AT TIME ZONE 'UTC'
    GROUP BY 1, 2`;
}

/**
 * The wishlist curves of games before their start (their release, or the first day of their series), as known at the
 * end of `day`. Days from before the shop's first wish ever are not part of a curve: nobody could wish then. A wish
 * that was withdrawn or bought later counts on the day it was made.
 */
export async function listWishlistCurves(
  db: Db,
  day: Day,
  starts: readonly Start[],
): Promise<Map<string, WishlistCurve>> {
  const since = await findFirstWish(db, day);
  const nextDay = addDays(day, 1);
  const spans = starts.map((start) => ({ ...start, endDay: start.startDay > day ? nextDay : start.startDay }));
  const curves = new Map<string, WishlistCurve>();
  for (const { gameId, startDay, endDay } of spans) {
    const days = since === null ? 0 : Math.max(0, Math.min(CURVE_DAYS, daysBetween(since, endDay)));
    curves.set(gameId, { adds: new Array<number>(days).fill(0), daysToStart: daysBetween(endDay, startDay) });
  }
  const endOf = new Map(spans.map(({ gameId, endDay }) => [gameId, endDay]));
  for (const { gameId, day: addedOn, adds } of await selectAdds(db, spans)) {
    const curve = curves.get(gameId)?.adds;
    if (curve) curve[curve.length - daysBetween(addedOn, endOf.get(gameId) ?? addedOn)] = adds;
  }
  return curves;
}
