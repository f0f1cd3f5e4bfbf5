import { explainForecast } from "@/jobs/model/explain";
import { toSource } from "@/jobs/model/rivals/choice";
import type { ForecastGame } from "@/lib/server/forecasts/queries";
import { toSourceView } from "@/lib/server/forecasts/select-forecast";
import type { ForecastSource } from "@/lib/shared/forecast";
import type { ForecastWhy } from "@/lib/shared/forecast-why";
import { getForecasterCache } from "./forecaster-cache";
import { loadLiveWindow, type Surroundings } from "./live-window";

function toNote(source: ForecastSource): string | null {
  if (source === "lstm") return null;
  if (source === "blend")
    return "This takes the neural network's part of the forecast apart; the other part is a mean.";
  return "This takes the neural network's forecast apart. Another method is better for this game and is what is served.";
}

/**
 * Each day of the neural network's forecast of a game taken apart into the game's level and what moves it away from
 * there, in units. Throws as `loadLiveWindow` and the cache do.
 */
export async function explainGame(game: ForecastGame, surroundings: Surroundings): Promise<ForecastWhy> {
  const { source, rows } = await loadLiveWindow(game, surroundings);
  const forecaster = await getForecasterCache(surroundings.storage).get();
  const { version, backend, trainedThrough } = forecaster.manifest;
  const method = toSource(forecaster.model.choices[game.id]);
  return {
    madeFrom: rows.madeFrom,
    source: toSourceView(method),
    model: { version, backend, trainedThrough },
    days: explainForecast(forecaster, source),
    note: toNote(method),
  };
}
