import type { ModelManifest } from "@/jobs/model/artifact";
import type { WindowSource } from "@/jobs/model/game-panel";
import type { GameSeries } from "@/jobs/model/series";
import { AppError } from "@/lib/server/errors";
import { listCautions, type SeenPrices } from "@/lib/server/forecasts/cautions";
import { type DayPrice, type PlannedPrices, priceDays } from "@/lib/server/forecasts/day-prices";
import type { ForecastGame } from "@/lib/server/forecasts/queries";
import { toDifference, toScenario } from "@/lib/server/forecasts/scenario";
import { selectStorePrices } from "@/lib/server/forecasts/select-seen-prices";
import { toDate } from "@/lib/shared/day";
import type { PricePlan, WhatIf } from "@/lib/shared/forecast-plan";
import { say } from "@/lib/shared/say";
import { getForecasterCache } from "./forecaster-cache";
import { type LiveWindow, loadLiveWindow, type Surroundings } from "./live-window";
import { forecastPlans } from "./price-effect";

function refuse(field: string, message: string): never {
  throw new AppError("invalid_input", message, { fields: { [field]: message } });
}

function checkPlan(plan: PricePlan, { days, game }: LiveWindow): void {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const range = say("errors.planOutsideForecast", { first: toDate(first).getTime(), last: toDate(last).getTime() });
  if (plan.from < first || plan.from > last) refuse("plan.from", range);
  if (plan.through > last) refuse("plan.through", range);
  if (game.unitPriceCents === 0 && plan.priceCents === undefined) {
    refuse("plan.priceCents", say("errors.planGameFree"));
  }
}

/** The window under prices, each of the 60 days its own. */
function withPrices(source: WindowSource, prices: readonly DayPrice[]): WindowSource {
  return {
    ...source,
    plannedDiscount: (horizonDay) => (prices[horizonDay]?.discountPercent ?? 0) / 100,
    plannedPriceCents: (horizonDay) => prices[horizonDay]?.listCents ?? 0,
  };
}

function distinct(values: Iterable<number>): number[] {
  return [...new Set(values)].filter((value) => value > 0);
}

/** Depths and prices of the game's own past; a series without a day has none. */
function listOwnPrices({ origin, series }: { origin: number; series: GameSeries }, listCents: number) {
  const past = <Column extends Float64Array>(column: Column) => column.subarray(0, origin + 1);
  return {
    gameDepths: distinct(Array.from(past(series.discountRate), (rate) => Math.round(100 * rate))),
    gamePrices: distinct([...past(series.unitPriceCents), listCents]),
  };
}

function toModelView({ version, backend, trainedThrough }: ModelManifest) {
  return { version, backend, trainedThrough };
}

/**
 * The units and revenue of a game's 60 forecast days under a plan of prices beside those under the prices planned now.
 * `invalid_input` for days that the forecast does not have.
 */
export async function askWhatIf(game: ForecastGame, plan: PricePlan, surroundings: Surroundings): Promise<WhatIf> {
  const { db, storage } = surroundings;
  const window = await loadLiveWindow(game, surroundings);
  checkPlan(plan, window);
  const { currency } = game;
  const { unitPriceCents: priceCents, promotions: offers } = window.game;
  const planned: PlannedPrices = { priceCents, currency, offers };
  const prices = { base: priceDays(window.days, planned), plan: priceDays(window.days, planned, plan) };
  const store = await selectStorePrices(db, currency, window.rows.madeFrom);
  const forecaster = await getForecasterCache(storage).get();
  const [baseSource, planSource] = [withPrices(window.source, prices.base), withPrices(window.source, prices.plan)];
  const { source, isEffectBorrowed, ...units } = forecastPlans(forecaster, baseSource, planSource);
  const base = { units: units.base, prices: prices.base };
  const asked = { units: units.plan, prices: prices.plan };
  const seen: SeenPrices = { ...listOwnPrices(window.source, priceCents), ...store };
  return {
    currency,
    asked: { ...plan, priceCents: plan.priceCents ?? priceCents },
    source,
    model: toModelView(forecaster.manifest),
    base: toScenario(base),
    plan: toScenario(asked),
    difference: toDifference(base, asked),
    cautions: listCautions({ plan, kind: window.kind, isEffectBorrowed, seen, basePrices: prices.base }),
  };
}
