import type { ServedForecast } from "@/jobs/ledger/record";
import { HORIZON } from "@/jobs/model/feature-names";
import type { WindowSource } from "@/jobs/model/features";
import { type ForecastDay, type Forecaster, predictWindows, toForecastDays } from "@/jobs/model/forecast-game";

type GameForecast = Pick<ServedForecast, "source" | "days"> & { historyDays: number };

function addQuantiles(days: readonly ForecastDay[]): ServedForecast["days"] {
  let [cumulativeLower, cumulativeUpper] = [0, 0];
  return days.map((day) => {
    cumulativeLower += day.lower;
    cumulativeUpper += day.upper;
    return {
      ...day,
      lowerQuartile: Math.floor((day.lower + day.predicted) / 2),
      median: day.predicted,
      upperQuartile: Math.ceil((day.predicted + day.upper) / 2),
      cumulativeLower,
      cumulativeUpper,
    };
  });
}

/** Forecasts of several games in one pass of the network; throws where one of them is not finite. */
export function forecastGames(forecaster: Forecaster, sources: readonly WindowSource[]): GameForecast[] {
  const prediction = predictWindows(forecaster, sources);
  return sources.map((source, slot) => {
    if (!prediction.mean.subarray(slot * HORIZON, (slot + 1) * HORIZON).every(Number.isFinite)) {
      throw new Error(`${source.series.slug}: the network answered with a number that is not finite`);
    }
    const days = addQuantiles(toForecastDays(prediction, slot, source, forecaster.calibration));
    return { source: "lstm", historyDays: source.origin + 1, days };
  });
}
