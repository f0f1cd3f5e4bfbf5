import { toDay } from "@/lib/shared/day";
import type { GameForecast } from "@/lib/shared/forecast";
import type { Page } from "@/lib/shared/page";
import type { RecentOrder, RecentOrdersQuery } from "@/lib/shared/recent-orders";
import type { GameSales, GameSalesQuery, ModelVersion, SalesOverview } from "@/lib/shared/sales";
import type { Actor } from "../auth/actor";
import { type Db, getDb } from "../db";
import { findDataThrough } from "./data-day";
import { selectGameForecast } from "./game-forecast";
import { selectGameSales } from "./game-rows";
import {
  findLiveModel,
  selectForecastSum,
  selectModelVersions,
  selectStoreActual,
  selectStoreForecast,
  selectTotals,
} from "./overview";
import { selectRecentOrders } from "./recent-orders";
import { toWindows } from "./rules";
import { memberScope, type Scope, storeScope } from "./scope";

const TOP_GAMES = 6;
const SHOWN_MODELS = 10;

async function listGameSales(db: Db, scope: Scope, query: GameSalesQuery): Promise<Page<GameSales>> {
  return selectGameSales(db, scope, query, (await findDataThrough(db)) ?? toDay(new Date()));
}

/** All games of the store with their sales and forecasts, for staff. */
export async function listStoreGameSales(actor: Actor, query: GameSalesQuery, db: Db = getDb()) {
  return listGameSales(db, storeScope(actor), query);
}

/** The games of the publishers that the actor is a member of, with their sales and forecasts. */
export async function listPublisherGameSales(actor: Actor, query: GameSalesQuery, db: Db = getDb()) {
  return listGameSales(db, await memberScope(actor, db), query);
}

/** One game's sales and forecast, for staff. */
export async function getStoreGameForecast(actor: Actor, slug: string, db: Db = getDb()): Promise<GameForecast> {
  return selectGameForecast(db, storeScope(actor), slug);
}

/** One game's sales and forecast, for the people of its publisher; anybody else's game is `not_found`. */
export async function getPublisherGameForecast(actor: Actor, slug: string, db: Db = getDb()): Promise<GameForecast> {
  return selectGameForecast(db, await memberScope(actor, db), slug);
}

/** Publishers that the actor is a member of, by name; `not_found` for who is no publisher's person. */
export async function listMemberPublishers(actor: Actor, db: Db = getDb()): Promise<{ slug: string; name: string }[]> {
  await memberScope(actor, db);
  return db.publisher.findMany({
    where: { members: { some: { userId: actor.userId } } },
    orderBy: { name: "asc" },
    select: { slug: true, name: true },
  });
}

/** The store's recent orders, for staff. */
export async function listRecentOrders(
  actor: Actor,
  query: RecentOrdersQuery,
  db: Db = getDb(),
): Promise<Page<RecentOrder>> {
  storeScope(actor);
  return selectRecentOrders(db, query);
}

/** The newest models with what was decided about each, newest first, for staff. */
export async function listModelVersions(actor: Actor, db: Db = getDb()): Promise<ModelVersion[]> {
  storeScope(actor);
  return selectModelVersions(db, SHOWN_MODELS);
}

/** The store at a glance, for staff. */
export async function getSalesOverview(actor: Actor, db: Db = getDb()): Promise<SalesOverview> {
  const scope = storeScope(actor);
  const dataThrough = await findDataThrough(db);
  const windows = toWindows(dataThrough ?? toDay(new Date()));
  const topQuery = { q: "", sort: "units", limit: TOP_GAMES } as const;
  const [current, previous, sum, actual, forecastDays, top, model] = await Promise.all([
    selectTotals(db, windows.from, windows.through),
    selectTotals(db, windows.previousFrom, windows.previousThrough),
    selectForecastSum(db, windows.through),
    dataThrough ? selectStoreActual(db, dataThrough) : [],
    selectStoreForecast(db, windows.through),
    selectGameSales(db, scope, topQuery, windows.through),
    findLiveModel(db),
  ]);
  return {
    dataThrough,
    current,
    previous,
    forecast: sum.band,
    forecastGames: sum.games,
    actual,
    forecastDays,
    topGames: top.items.filter(({ units }) => units > 0),
    model,
  };
}
