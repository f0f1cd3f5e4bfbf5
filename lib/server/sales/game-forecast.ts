import type { Db } from "@/lib/server/db";
import { addDays, type Day, toDate, toDay } from "@/lib/shared/day";
import type { GameForecast } from "@/lib/shared/forecast";
import { type DiscountSpan, FORECAST_DAYS, type SalesDay } from "@/lib/shared/sales";
import { fillDays } from "@/lib/shared/sales-series";
import { AppError } from "../errors";
import { findForecastRows, findKind, toSums } from "../forecasts/select-forecast";
import { selectKeyPool } from "../forecasts/select-key-pool";
import { findOpeningDay, selectSimilarGames } from "../forecasts/select-similar-games";
import { computeStockOut } from "../forecasts/stock-out";
import { findDataThrough } from "./data-day";
import { type Scope, toScopeWhere } from "./scope";

const gameSelect = {
  id: true,
  slug: true,
  title: true,
  currency: true,
  isSoldByKey: true,
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

type ForecastGame = { id: string; isSoldByKey: boolean; releaseDate: Date | null };

async function selectForecast(
  db: Db,
  scope: Scope,
  game: ForecastGame,
  dataThrough: Day | null,
): Promise<GameForecast["forecast"]> {
  const [rows, openingDay] = await Promise.all([findForecastRows(db, game.id), findOpeningDay(db)]);
  const firstDay = rows?.days[0]?.day;
  if (!rows || !firstDay) return null;
  const kind = findKind(rows.madeFrom, game.releaseDate && toDay(game.releaseDate), openingDay);
  const [pool, similarGames] = await Promise.all([
    game.isSoldByKey ? selectKeyPool(db, game.id, firstDay) : null,
    kind === "regular" ? [] : selectSimilarGames(db, scope, game.id, { openingDay, dataThrough }),
  ]);
  return {
    ...rows,
    kind,
    summaries: toSums(rows.days),
    stockOut: pool && computeStockOut(rows.days, pool),
    similarGames,
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
  const { id, isSoldByKey, releaseDate, ...shown } = game;
  const dataThrough = await findDataThrough(db);
  const [actual, forecast] = await Promise.all([
    selectActual(db, id, dataThrough),
    selectForecast(db, scope, game, dataThrough),
  ]);
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
