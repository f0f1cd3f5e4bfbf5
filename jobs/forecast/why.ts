import { explainForecast } from "@/jobs/model/explain";
import { toSource } from "@/jobs/model/rivals/choice";
import type { ForecastGame } from "@/lib/server/forecasts/queries";
import type { ForecastWhy } from "@/lib/shared/forecast-why";
import { getForecasterCache } from "./forecaster-cache";
import { loadLiveWindow, type Surroundings } from "./live-window";

/**
 * Each day of the neural network's forecast of a game taken apart into the game's level and what moves it away from
 * there, in units. Throws as `loadLiveWindow` and the cache do.
 */
export async function explainGame(game: ForecastGame, surroundings: Surroundings): Promise<ForecastWhy> {
  const { source, rows } = await loadLiveWindow(game, surroundings);
  const forecaster = await getForecasterCache(surroundings.storage).get();
  const { version, backend, trainedThrough } = forecaster.manifest;
  return {
    madeFrom: rows.madeFrom,
    source: toSource(forecaster.model.choices[game.id]),
    model: { version, backend, trainedThrough },
    days: explainForecast(forecaster, source),
  };
}
