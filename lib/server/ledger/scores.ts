import type { Db } from "@/lib/server/db";
import { addDays, type Day } from "@/lib/shared/day";
import type { LaunchRecord, TrackKind } from "@/lib/shared/ledger";
import { Prisma } from "@/prisma/generated/client";
import { type DaySums, TRACK_DAYS } from "./rules";

/** The last day of which forecasts of a kind were scored, anywhere in the store; null before the first. */
export async function findScoredThrough(db: Db, kind: TrackKind): Promise<Day | null> {
  const [row] = await db.$queryRaw<{ day: Day | null }[]>`
    SELECT max(target_day)::text AS day FROM forecast_scores WHERE kind = ${kind}::forecast_kind`;
  return row?.day ?? null;
}

/** Sums of scores by day and bucket over the days of a track record: of one game, or of all where it is null. */
export function selectDaySums(
  db: Db,
  { kind, gameId, scoredThrough }: { kind: TrackKind; gameId: string | null; scoredThrough: Day },
): Promise<DaySums[]> {
  const ofGame = gameId === null ? Prisma.sql`TRUE` : Prisma.sql`game_id = ${gameId}::uuid`;
  return db.$queryRaw<DaySums[]>`
    SELECT target_day::text AS day, bucket::text, sum(forecasts)::float8 AS forecasts,
      sum(sold_units::bigint * forecasts)::float8 AS "soldUnits", sum(predicted_units)::float8 AS "predictedUnits",
      sum(abs_error)::float8 AS "absError", sum(naive_abs_error)::float8 AS "naiveAbsError",
      sum(covered)::float8 AS covered, sum(pinball)::float8 AS pinball
    FROM forecast_scores
    WHERE kind = ${kind}::forecast_kind AND ${ofGame}
      AND target_day BETWEEN ${addDays(scoredThrough, 1 - TRACK_DAYS)}::date AND ${scoredThrough}::date
    GROUP BY target_day, bucket ORDER BY target_day, bucket`;
}

/**
 * The last forecast made for a game's release before it, beside its sales since then up to `dataThrough`; null where
 * there is none or the release is still to come.
 */
export async function findLaunchRecord(db: Db, gameId: string, dataThrough: Day): Promise<LaunchRecord | null> {
  const [row] = await db.$queryRaw<LaunchRecord[]>`
    WITH launch AS (
      SELECT f.game_id, f.issued_through, f.first_day, f.predicted,
        LEAST(60, ${dataThrough}::date - f.first_day + 1) AS days
      FROM issued_forecasts f JOIN games g ON g.id = f.game_id AND g.release_date = f.first_day
      WHERE f.game_id = ${gameId}::uuid AND f.kind = 'launch' AND f.first_day <= ${dataThrough}::date
      ORDER BY f.issued_through DESC, f.id DESC LIMIT 1
    )
    SELECT issued_through::text AS "issuedThrough", first_day::text AS "releaseDate", days,
      (SELECT sum(units) FROM unnest(predicted[:days]) AS units)::float8 AS "predictedUnits",
      (SELECT COALESCE(sum(units), 0) FROM daily_sales s WHERE s.game_id = launch.game_id
        AND s.day BETWEEN first_day AND first_day + days - 1)::float8 AS "soldUnits"
    FROM launch`;
  return row ?? null;
}
