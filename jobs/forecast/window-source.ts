import { HORIZON, type WindowSource } from "@/jobs/model/game-panel";
import { type GameSeries, toZeroSeries } from "@/jobs/model/series";
import type { GameToForecast } from "./games-to-forecast";
import { toPlannedDiscounts } from "./planned-discounts";

type History = { series: GameSeries; origin: number };

/**
 * The history of a game without a sales file up to `lastDay`: zeros since its release or the store's opening. For a
 * launch it is none at all: the series' only day is the release, the future, and is not read as history.
 */
function toUnsoldHistory(game: GameToForecast, openingDay: number, lastDay: number): History {
  if (game.releaseDay > lastDay) {
    return { series: toZeroSeries(game, game.releaseDay, game.releaseDay, game.releaseDay), origin: -1 };
  }
  const series = toZeroSeries(game, game.releaseDay, Number.isFinite(openingDay) ? openingDay : lastDay, lastDay);
  return { series, origin: series.units.length - 1 };
}

/**
 * The window that a game's forecast is made from: its sales up to `lastDay` where it has a file of them. The 60 days
 * begin on the day after; those of a game that is not out by then begin on its release.
 */
export function toWindowSource(
  game: GameToForecast,
  known: GameSeries | null | undefined,
  { openingDay, lastDay }: { openingDay: number; lastDay: number },
): WindowSource {
  const history = known
    ? { series: known, origin: known.units.length - 1 }
    : toUnsoldHistory(game, openingDay, lastDay);
  const firstDay = history.series.firstDay + history.origin + 1;
  const discounts = toPlannedDiscounts(game.promotions, firstDay, HORIZON);
  return {
    ...history,
    plannedDiscount: (horizonDay) => discounts[horizonDay] ?? 0,
    // The list price of now is the one that the shop will ask, also where it changed after the last day of data.
    plannedPriceCents: () => game.unitPriceCents,
  };
}
