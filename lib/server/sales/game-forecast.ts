import type { Db } from "@/lib/server/db";
import { addDays, type Day, toDate, toDay } from "@/lib/shared/day";
import {
  type DiscountSpan,
  FORECAST_DAYS,
  type ForecastDay,
  type GameForecast,
  type SalesDay,
  SUMMARY_HORIZONS,
} from "@/lib/shared/sales";
import { fillDays, sumDays } from "@/lib/shared/sales-series";
import { AppError } from "../errors";
import { findDataThrough } from "./data-day";
import { type Scope, toScopeWhere } from "./scope";

const gameSelect = {
  id: true,
  slug: true,
  title: true,
  currency: true,
  releaseDate: true,
  publisher: { select: { slug: true, name: true } },
} as const;

async function selectActual(db: Db, gameId: string, dataThrough: Day | null): Promise<SalesDay[]> {
  if (!dataThrough) return [];
  const rows = await db.dailySales.findMany({
    where: { gameId },
    orderBy: { day: "asc" },
    select: { day: true, units: true, revenueCents: true },
  });
  const sales = rows.map((row) => ({
    day: toDay(row.day),
    units: row.units,
    revenueCents: Number(row.revenueCents),
  }));
  const first = sales[0];
  return first ? fillDays(sales, first.day, dataThrough) : [];
}

async function selectForecast(db: Db, gameId: string): Promise<GameForecast["forecast"]> {
  const rows = await db.forecastedSales.findMany({
    where: { gameId },
    orderBy: { day: "asc" },
    include: { modelVersion: { select: { version: true, backend: true, trainedThrough: true } } },
  });
  const first = rows[0];
  if (!first) return null;
  const days: ForecastDay[] = rows.map((row) => ({
    day: toDay(row.day),
    units: row.predictedUnits,
    lowerUnits: row.lowerUnits,
    upperUnits: row.upperUnits,
  }));
  return {
    madeFrom: addDays(toDay(first.day), -first.horizon),
    days,
    summaries: SUMMARY_HORIZONS.map((horizonDays) => ({ horizonDays, ...sumDays(days.slice(0, horizonDays)) })),
    model: { ...first.modelVersion, trainedThrough: toDay(first.modelVersion.trainedThrough) },
  };
}

async function selectDiscounts(db: Db, gameId: string, from: Day, to: Day): Promise<DiscountSpan[]> {
  const rows = await db.promotionGame.findMany({
    where: {
      gameId,
      promotion: { status: "published", startsAt: { lt: toDate(addDays(to, 1)) }, endsAt: { gt: toDate(from) } },
    },
    orderBy: { promotion: { startsAt: "asc" } },
    select: { discountPercent: true, promotion: { select: { name: true, startsAt: true, endsAt: true } } },
  });
  return rows.map(({ discountPercent, promotion }) => ({
    name: promotion.name,
    from: toDay(promotion.startsAt),
    // The end is the first moment without the discount.
    to: toDay(new Date(promotion.endsAt.getTime() - 1)),
    discountPercent,
  }));
}

/** One game in scope with all its days of sales, its forecast and its discounts; else `not_found`. */
export async function selectGameForecast(db: Db, scope: Scope, slug: string): Promise<GameForecast> {
  const game = await db.game.findFirst({
    where: { slug, status: { not: "draft" }, ...toScopeWhere(scope) },
    select: gameSelect,
  });
  if (!game) throw new AppError("not_found", "There is no such game");
  const { id, releaseDate, ...shown } = game;
  const dataThrough = await findDataThrough(db);
  const [actual, forecast] = await Promise.all([selectActual(db, id, dataThrough), selectForecast(db, id)]);
  const firstDay = actual[0]?.day ?? forecast?.days[0]?.day;
  const lastDay = forecast?.days.at(-1)?.day ?? (dataThrough && addDays(dataThrough, FORECAST_DAYS));
  return {
    game: { ...shown, releaseDate: releaseDate && toDay(releaseDate) },
    dataThrough,
    actual,
    forecast,
    discounts: firstDay && lastDay ? await selectDiscounts(db, id, firstDay, lastDay) : [],
  };
}
