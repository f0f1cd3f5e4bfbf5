import { type Db, inTransaction } from "@/lib/server/db";
import { type Day, daysBetween } from "@/lib/shared/day";
import { Prisma } from "@/prisma/generated/client";
import type { ForecastKind } from "@/prisma/generated/enums";

const KINDS: readonly ForecastKind[] = ["issued", "backtest", "launch"];

/** Forecasts that one transaction scores: a few seconds of work. */
const BATCH_FORECASTS = 400_000;

/** Days further apart are scored apart: every forecast between the first and the last day of a batch is read. */
const BATCH_GAP_DAYS = 7;

/** What to leave out: games whose sales are not known to be whole, and kinds of forecasts. */
export type ScoreOptions = { exceptGameIds?: readonly string[]; kinds?: readonly ForecastKind[] };

/** Days that were scored, and rows of scores that were new or changed. */
export type ScoreCounts = { days: number; scores: number };

/** Forecasts of one kind that name one day. */
type DueDay = { kind: ForecastKind; day: Day; forecasts: number };

const toBucketSql = (horizon: Prisma.Sql) =>
  Prisma.sql`(CASE WHEN ${horizon} <= 7 THEN 'near' WHEN ${horizon} <= 28 THEN 'middle' ELSE 'far' END)::forecast_bucket`;

/**
 * Days whose scores do not say what ledger and sales say: a forecast of the day is not in them (the ledger only grows,
 * so counting is enough), or its sales changed since.
 */
function listDueDays(db: Db, day: Day, kinds: readonly ForecastKind[]): Promise<DueDay[]> {
  return db.$queryRaw<DueDay[]>`
    WITH issues AS (
      SELECT kind, first_day, count(*) AS forecasts FROM issued_forecasts
      WHERE kind = ANY (${kinds}::forecast_kind[]) AND first_day <= ${day}::date GROUP BY kind, first_day
    ), expected AS (
      SELECT kind, first_day + h - 1 AS target_day, ${toBucketSql(Prisma.sql`h`)} AS bucket, sum(forecasts) AS forecasts
      FROM issues, generate_series(1, 60) AS h WHERE first_day + h - 1 <= ${day}::date GROUP BY 1, 2, 3
    ), known AS (
      SELECT kind, target_day, bucket, sum(forecasts) AS forecasts FROM forecast_scores GROUP BY kind, target_day, bucket
    ), due AS (
      SELECT e.kind, e.target_day FROM expected e LEFT JOIN known k USING (kind, target_day, bucket)
      WHERE e.forecasts IS DISTINCT FROM k.forecasts
      UNION
      SELECT s.kind, s.target_day FROM forecast_scores s
        LEFT JOIN daily_sales d ON d.game_id = s.game_id AND d.day = s.target_day
      WHERE s.kind = ANY (${kinds}::forecast_kind[]) AND s.target_day <= ${day}::date
        AND s.sold_units <> COALESCE(d.units, 0)
    )
    SELECT kind, target_day::text AS day, sum(forecasts)::float8 AS forecasts FROM due JOIN expected USING (kind, target_day)
    GROUP BY kind, target_day ORDER BY kind, target_day`;
}

type Batch = { kind: ForecastKind; days: Day[]; forecasts: number };

/** Cuts the days, in order, into batches of about {@link BATCH_FORECASTS} forecasts of one kind. */
function toBatches(due: readonly DueDay[]): Batch[] {
  const batches: Batch[] = [];
  for (const { kind, day, forecasts } of due) {
    const open = batches.at(-1);
    const isNear = open?.kind === kind && daysBetween(open.days.at(-1) ?? day, day) <= BATCH_GAP_DAYS;
    if (open && isNear && open.forecasts + forecasts <= BATCH_FORECASTS) {
      open.days.push(day);
      open.forecasts += forecasts;
    } else batches.push({ kind, days: [day], forecasts });
  }
  return batches;
}

type Work = { kind: ForecastKind; days: readonly Day[]; exceptGameIds: readonly string[] };

/**
 * Scores the forecasts of some days, in order, against the sales. Pinball losses are summed in twentieths, whole numbers, so that
 * the same forecasts always give the same sum.
 */
function replaceScores(db: Db, { kind, days, exceptGameIds }: Work): Promise<number> {
  const [from, to] = [days[0], days.at(-1)];
  return db.$executeRaw`
    WITH cut AS (
      SELECT *, GREATEST(1, ${from}::date - first_day + 1) AS lo, LEAST(60, ${to}::date - first_day + 1) AS hi
      FROM issued_forecasts
      WHERE kind = ${kind}::forecast_kind AND first_day BETWEEN ${from}::date - 59 AND ${to}::date
        AND game_id <> ALL (${exceptGameIds}::uuid[])
    ), days AS (
      SELECT game_id, first_day, generate_series(lo, hi) AS h, unnest(predicted[lo:hi]) AS p, unnest(lower[lo:hi]) AS l,
        unnest(lower_quartile[lo:hi]) AS lq, unnest(median[lo:hi]) AS m, unnest(upper_quartile[lo:hi]) AS uq,
        unnest(upper[lo:hi]) AS u, unnest(seasonal_naive[lo:hi]) AS n
      FROM cut
    ), sold AS (
      SELECT days.*, first_day + h - 1 AS target_day, COALESCE(s.units, 0)::bigint AS y
      FROM days LEFT JOIN daily_sales s ON s.game_id = days.game_id AND s.day = first_day + h - 1
      WHERE first_day + h - 1 = ANY (${days}::date[])
    )
    INSERT INTO forecast_scores AS old (game_id, target_day, kind, bucket, forecasts, sold_units, predicted_units,
      abs_error, naive_abs_error, covered, pinball)
    SELECT game_id, target_day, ${kind}::forecast_kind, ${toBucketSql(Prisma.sql`h`)} AS bucket, count(*), max(y), sum(p), sum(abs(y - p)), sum(abs(y - n)),
      count(*) FILTER (WHERE y BETWEEN l AND u),
      sum(CASE WHEN y >= l THEN 2 * (y - l) ELSE 18 * (l - y) END
        + CASE WHEN y >= lq THEN 5 * (y - lq) ELSE 15 * (lq - y) END
        + 10 * abs(y - m)
        + CASE WHEN y >= uq THEN 15 * (y - uq) ELSE 5 * (uq - y) END
        + CASE WHEN y >= u THEN 18 * (y - u) ELSE 2 * (u - y) END) / 100
    FROM sold GROUP BY game_id, target_day, bucket
    ON CONFLICT (game_id, target_day, kind, bucket) DO UPDATE
    SET forecasts = excluded.forecasts, sold_units = excluded.sold_units, predicted_units = excluded.predicted_units,
      abs_error = excluded.abs_error, naive_abs_error = excluded.naive_abs_error, covered = excluded.covered,
      pinball = excluded.pinball
    WHERE (old.forecasts, old.sold_units, old.predicted_units, old.abs_error, old.naive_abs_error, old.covered, old.pinball)
      IS DISTINCT FROM (excluded.forecasts, excluded.sold_units, excluded.predicted_units, excluded.abs_error,
        excluded.naive_abs_error, excluded.covered, excluded.pinball)`;
}

/**
 * Scores every forecast of the ledger whose day is `day`, the last day of whole sales data, or earlier: days not yet
 * scored, and days whose sales or forecasts changed since. A day without a row in `daily_sales` sold nothing. Again for
 * the same data it changes nothing; two at once take turns by batches of days.
 */
export async function scoreForecasts(db: Db, day: Day, options: ScoreOptions = {}): Promise<ScoreCounts> {
  const { exceptGameIds = [], kinds = KINDS } = options;
  const due = await listDueDays(db, day, kinds);
  const counts = { days: 0, scores: 0 };
  for (const { kind, days } of toBatches(due)) {
    counts.scores += await inTransaction(db, async (tx) => {
      await tx.$executeRaw`SET LOCAL work_mem = '64MB'`;
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('forecast_scores', 0))::text`;
      return replaceScores(tx, { kind, days, exceptGameIds });
    });
    counts.days += days.length;
  }
  return counts;
}
