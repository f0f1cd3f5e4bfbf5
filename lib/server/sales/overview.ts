import type { Db } from "@/lib/server/db";
import { addDays, type Day, toDate, toDay } from "@/lib/shared/day";
import {
  type Band,
  FORECAST_DAYS,
  type ForecastDay,
  type LiveModel,
  type ModelVersion,
  type SalesDay,
  type WindowTotals,
} from "@/lib/shared/sales";
import { fillDays } from "@/lib/shared/sales-series";
import { Prisma } from "@/prisma/generated/client";
import { toScores } from "./rules";

/** Days of the past that the store's chart can show. */
const CHART_DAYS = 730;

/** Units, orders, refunds and revenue by currency from the first to the last day. */
export async function selectTotals(db: Db, from: Day, through: Day): Promise<WindowTotals> {
  const [sums, orders] = await Promise.all([
    db.$queryRaw<{ currency: string; units: number; refundedUnits: number; amountCents: number }[]>`
      SELECT g.currency::text, sum(d.units)::float8 AS units, sum(d.refunded_units)::float8 AS "refundedUnits",
        sum(d.revenue_cents)::float8 AS "amountCents"
      FROM daily_sales d JOIN games g ON g.id = d.game_id
      WHERE d.day BETWEEN ${from}::date AND ${through}::date GROUP BY g.currency ORDER BY "amountCents" DESC`,
    db.order.count({ where: { paidAt: { gte: toDate(from), lt: toDate(addDays(through, 1)) } } }),
  ]);
  return {
    units: sums.reduce((total, { units }) => total + units, 0),
    refundedUnits: sums.reduce((total, { refundedUnits }) => total + refundedUnits, 0),
    orders,
    revenue: sums.map(({ currency, amountCents }) => ({ currency, amountCents })),
  };
}

/** The store's units a day up to the last day of data, at most two years back. */
export async function selectStoreActual(db: Db, dataThrough: Day): Promise<Omit<SalesDay, "revenueCents">[]> {
  const rows = await db.dailySales.groupBy({
    by: "day",
    where: { day: { gt: toDate(addDays(dataThrough, -CHART_DAYS)), lte: toDate(dataThrough) } },
    _sum: { units: true },
    orderBy: { day: "asc" },
  });
  const sales = rows.map(({ day, _sum }) => ({ day: toDay(day), units: _sum.units ?? 0, revenueCents: 0 }));
  const first = sales[0];
  return first ? fillDays(sales, first.day, dataThrough).map(({ day, units }) => ({ day, units })) : [];
}

/** The days that a forecast from the last day of data reaches; a launch may lie further ahead. */
export function isAhead(dataThrough: Day): Prisma.Sql {
  return Prisma.sql`day <= ${addDays(dataThrough, FORECAST_DAYS)}::date`;
}

/**
 * The store's forecast a day. Games are taken to miss independently of each other, so the distances of the band's
 * ends from the forecast add as squares: a surprise that moves every game at once is not in the band.
 */
export function selectStoreForecast(db: Db, dataThrough: Day): Promise<ForecastDay[]> {
  return db.$queryRaw<ForecastDay[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, units, GREATEST(0, round(units - below))::float8 AS "lowerUnits",
      round(units + above)::float8 AS "upperUnits"
    FROM (
      SELECT day, sum(predicted_units)::float8 AS units,
        sqrt(sum((predicted_units - lower_units)::float8 ^ 2)) AS below,
        sqrt(sum((upper_units - predicted_units)::float8 ^ 2)) AS above
      FROM forecasted_sales WHERE ${isAhead(dataThrough)} GROUP BY day
    ) days ORDER BY day`;
}

/** The sum of all forecasts: of one game the running total, of games as in {@link selectStoreForecast}. */
export async function selectForecastSum(db: Db, dataThrough: Day): Promise<{ band: Band | null; games: number }> {
  const rows = await db.$queryRaw<(Band & { games: number })[]>`
    SELECT count(*)::int AS games, COALESCE(sum(units), 0)::float8 AS units,
      GREATEST(0, round(sum(units) - sqrt(sum((units - lower) ^ 2))))::float8 AS "lowerUnits",
      round(sum(units) + sqrt(sum((upper - units) ^ 2)))::float8 AS "upperUnits"
    FROM (
      SELECT sum(predicted_units)::float8 AS units,
        LEAST(sum(predicted_units), max(cumulative_lower_units))::float8 AS lower,
        GREATEST(sum(predicted_units), max(cumulative_upper_units))::float8 AS upper
      FROM forecasted_sales WHERE ${isAhead(dataThrough)} GROUP BY game_id
    ) games`;
  const [sum] = rows;
  if (!sum || sum.games === 0) return { band: null, games: 0 };
  const { games, ...band } = sum;
  return { band, games };
}

type ModelRow = { version: string; backend: string; trainedThrough: Date; createdAt: Date; metrics: unknown };

function toModel(row: ModelRow): LiveModel {
  return {
    version: row.version,
    backend: row.backend,
    trainedThrough: toDay(row.trainedThrough),
    createdAt: row.createdAt.toISOString(),
    scores: toScores(row.metrics, "served"),
    naiveScores: toScores(row.metrics, "seasonalNaive"),
  };
}

/** The model that forecasts now, or null before the first training. */
export async function findLiveModel(db: Db): Promise<LiveModel | null> {
  const model = await db.modelVersion.findFirst({ where: { status: "live" } });
  return model && toModel(model);
}

/** The newest models with what was decided about each, newest first. */
export async function selectModelVersions(db: Db, limit: number): Promise<ModelVersion[]> {
  const models = await db.modelVersion.findMany({ orderBy: { createdAt: "desc" }, take: limit });
  return models.map((model) => ({ ...toModel(model), status: model.status, decision: model.decision }));
}
