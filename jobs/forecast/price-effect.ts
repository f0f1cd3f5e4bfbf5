import { type Forecaster, forecastGames, roundKeepingTotals, toWindow } from "@/jobs/model/forecast-game";
import type { WindowSource } from "@/jobs/model/game-panel";
import { predictWindows } from "@/jobs/model/panel-model";
import type { Choice, ForecastSource, Rival } from "@/jobs/model/rivals/choice";
import type { UnitsDay } from "@/lib/server/forecasts/scenario";

/** Rivals of the network that look at past sales only: the prices to come do not move them. */
const BLIND_RIVALS: ReadonlySet<Rival> = new Set(["seasonal_naive", "auto_ets"]);

// Of expected units a day: below it there is nothing that an effect could multiply.
const NO_UNITS = 1e-6;

/** A game's forecast under two plans of prices. */
export type PlanForecasts = {
  source: ForecastSource;
  base: UnitsDay[];
  plan: UnitsDay[];
  /** Whether the served forecaster is blind to prices, so that the effect of the plan is the network's. */
  isEffectBorrowed: boolean;
};

/** Multiplies each day of a forecast, its bands included; in whole units, and within the order that they have. */
export function multiplyDays(days: readonly UnitsDay[], factors: readonly number[]): UnitsDay[] {
  const scaled = roundKeepingTotals(days.map(({ predicted }, h) => predicted * (factors[h] ?? 1)));
  let [total, lower, upper] = [0, 0, 0];
  return days.map((day, h) => {
    const [factor, before, predicted] = [factors[h] ?? 1, days[h - 1], scaled[h] ?? 0];
    total += predicted;
    lower += factor * (day.cumulativeLower - (before?.cumulativeLower ?? 0));
    upper += factor * (day.cumulativeUpper - (before?.cumulativeUpper ?? 0));
    return {
      predicted,
      lower: Math.min(predicted, Math.round(factor * day.lower)),
      upper: Math.max(predicted, Math.round(factor * day.upper)),
      cumulativeLower: Math.min(total, Math.round(lower)),
      cumulativeUpper: Math.max(total, Math.round(upper)),
    };
  });
}

/** What each day's sales are multiplied by when a plan takes the place of another, as the network sees it. */
function computeEffect({ model }: Forecaster, base: WindowSource, plan: WindowSource): number[] {
  const [before, after] = predictWindows(model, [toWindow(model, base), toWindow(model, plan)]);
  return Array.from(before?.mean ?? [], (units, h) => (units > NO_UNITS ? (after?.mean[h] ?? units) / units : 1));
}

function isBlind(choice: Choice | undefined): boolean {
  return choice !== undefined && BLIND_RIVALS.has(choice.rival);
}

/**
 * Forecasts a game under the prices planned now and under others. Where the forecaster that serves the game cannot see
 * prices, its forecast is multiplied by the effect that the network, which can, has learnt from all games.
 */
export function forecastPlans(forecaster: Forecaster, base: WindowSource, plan: WindowSource): PlanForecasts {
  const isEffectBorrowed = isBlind(forecaster.model.choices[base.series.gameId]);
  const [before, after] = forecastGames(forecaster, isEffectBorrowed ? [base] : [base, plan]);
  if (!before) throw new Error(`${base.series.slug}: the model gave no forecast`);
  const days = after?.days ?? multiplyDays(before.days, computeEffect(forecaster, base, plan));
  return { source: before.source, base: before.days, plan: days, isEffectBorrowed };
}
