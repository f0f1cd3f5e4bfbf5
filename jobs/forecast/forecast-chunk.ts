import type { ServedForecast } from "@/jobs/ledger/record";
import { repeatLastWeek } from "@/jobs/ledger/seasonal-naive";
import { toDayNumber } from "@/jobs/model/calendar";
import { forecastGames } from "@/jobs/model/forecast-game";
import { HORIZON, type WindowSource } from "@/jobs/model/game-panel";
import type { ChunkResult, GameOutcome } from "@/jobs/pipelines/context";
import type { SalesReader } from "@/jobs/train/read-series";
import type { Day } from "@/lib/shared/day";
import type { GameToForecast } from "./games-to-forecast";
import type { LoadedForecaster } from "./load-forecaster";
import { serveForecasts } from "./serve";
import { toWindowSource } from "./window-source";

/** What all chunks of a task share. */
export type ChunkRun = {
  forecaster: LoadedForecaster;
  modelVersionId: string;
  /** Last day of data. */
  day: Day;
  /** First day on which the store sold anything; infinite where it never did. */
  openingDay: number;
  reader: SalesReader;
};

type Ready = { gameId: string; source: WindowSource };

/** What a game is forecast from, or why it cannot be. */
async function prepare(run: ChunkRun, game: GameToForecast): Promise<Ready | GameOutcome> {
  const { reader, openingDay, day } = run;
  const { gameId } = game;
  const read = await reader.read(gameId, openingDay);
  if (read.error !== null) return { gameId, state: "failed", counts: {}, error: read.error };
  return { gameId, source: toWindowSource(game, read.series, { openingDay, lastDay: toDayNumber(day) }) };
}

function toOutcome({ gameId, days, historyDays }: ServedForecast & { historyDays: number }): GameOutcome {
  const units = days.reduce((sum, { predicted }) => sum + predicted, 0);
  return { gameId, state: "succeeded", counts: { rows: days.length, historyDays, units } };
}

/**
 * Forecasts some games in one pass of the network, and serves them in the transaction that records it. A game whose
 * file is broken is a failed outcome and keeps its old rows; where a forecast is not finite, all of them throw.
 */
export async function forecastChunk(run: ChunkRun, games: readonly GameToForecast[]): Promise<ChunkResult> {
  const prepared = await Promise.all(games.map((game) => prepare(run, game)));
  const ready = prepared.filter((one) => "source" in one);
  const forecasts = forecastGames(
    run.forecaster,
    ready.map(({ source }) => source),
  );
  const served = ready.flatMap(({ gameId, source: { series, origin } }, index) => {
    const forecast = forecasts[index];
    if (!forecast) throw new Error(`${series.slug}: the model gave no forecast`);
    const seasonalNaive = repeatLastWeek(series.units, origin, HORIZON);
    return [{ gameId, issuedThrough: run.day, isLaunch: origin < 0, seasonalNaive, ...forecast }];
  });
  return {
    outcomes: [...prepared.filter((one) => "state" in one), ...served.map(toOutcome)],
    commit: async (tx) => {
      if (served.length > 0) await serveForecasts(tx, run.modelVersionId, served);
    },
  };
}
