import type { Db } from "@/lib/server/db";
import { type Scope, toScopeSql } from "@/lib/server/sales/scope";
import { addDays, type Day, toDay } from "@/lib/shared/day";
import { FLAG_DAYS, FLAG_EXCESS, type FlaggedGame } from "@/lib/shared/ledger";
import { Prisma } from "@/prisma/generated/client";
import { findScoredThrough } from "./scores";

const WEEK = FLAG_DAYS / 2;

type Row = {
  slug: string;
  title: string;
  publisherSlug: string;
  publisherName: string;
  meanAbsError: number;
  naiveMeanAbsError: number;
};

/** Last day of data that the latest training of all games has seen; null before the first. */
export async function findTrainedThrough(db: Db): Promise<Day | null> {
  const { _max } = await db.pipelineRun.aggregate({
    _max: { day: true },
    where: { pipeline: "train", state: { in: ["succeeded", "succeeded_with_failures"] }, gameSlugs: { isEmpty: true } },
  });
  return _max.day && toDay(_max.day);
}

/** Games that lose in both weeks; the weeks are counted back from `through`. */
function selectLosers(db: Db, scope: Scope, { through, gameId }: { through: Day; gameId: string | null }) {
  const ofGame = gameId === null ? Prisma.sql`TRUE` : Prisma.sql`g.id = ${gameId}::uuid`;
  return db.$queryRaw<Row[]>`
    WITH weeks AS (
      SELECT s.game_id, (${through}::date - s.target_day) / ${WEEK}::int AS ago, count(DISTINCT s.target_day) AS days,
        sum(s.forecasts)::float8 AS forecasts, sum(s.abs_error)::float8 AS error, sum(s.naive_abs_error)::float8 AS naive
      FROM forecast_scores s
      WHERE s.kind = 'issued' AND s.target_day BETWEEN ${addDays(through, 1 - FLAG_DAYS)}::date AND ${through}::date
      GROUP BY 1, 2
    ), lost AS (
      SELECT game_id, sum(error) / sum(forecasts) AS error, sum(naive) / sum(forecasts) AS naive FROM weeks
      WHERE days = ${WEEK}::int AND error >= ${FLAG_EXCESS.ratio}::float8 * naive
        AND error - naive >= ${FLAG_EXCESS.unitsPerDay}::float8 * forecasts
      GROUP BY game_id HAVING count(*) = 2
    )
    SELECT g.slug, g.title, p.slug AS "publisherSlug", p.name AS "publisherName", lost.error AS "meanAbsError",
      lost.naive AS "naiveMeanAbsError"
    FROM lost JOIN games g ON g.id = lost.game_id JOIN publishers p ON p.id = g.publisher_id
    WHERE g.status = 'published' AND ${toScopeSql(scope)} AND ${ofGame}
    ORDER BY lost.error - lost.naive DESC, g.slug`;
}

/**
 * Games in scope whose served forecasts were worse than repeating the last week in each of the last two weeks, those
 * that lose most units first. A flag goes by itself when the forecasts are better again.
 */
export async function listFlaggedGames(db: Db, scope: Scope, gameId: string | null = null): Promise<FlaggedGame[]> {
  const [through, trainedThrough] = await Promise.all([findScoredThrough(db, "issued"), findTrainedThrough(db)]);
  if (through === null) return [];
  const rows = await selectLosers(db, scope, { through, gameId });
  return rows.map(({ publisherSlug, publisherName, ...row }) => ({
    ...row,
    publisher: { slug: publisherSlug, name: publisherName },
    from: addDays(through, 1 - FLAG_DAYS),
    through,
    isRetrained: trainedThrough !== null && trainedThrough >= through,
  }));
}
