import { repeatLastWeek } from "@/jobs/ledger/seasonal-naive";
import { forecastGames } from "@/jobs/model/forecast-game";
import { HORIZON, type WindowSource } from "@/jobs/model/game-panel";
import { toErrorText } from "@/jobs/pipelines/error-text";
import type { Db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import type { Day } from "@/lib/shared/day";
import type { LoadedForecaster } from "./load-forecaster";
import { serveForecasts } from "./serve";

/** How one game's forecast went. */
export type GameForecastOutcome = {
  gameId: string;
  slug: string;
  state: "succeeded" | "failed";
  error?: string;
  /** Its share of the time that its chunk of games took. */
  seconds: number;
  /** `rows` written; `historyDays` it was made from, 0 for a cold start; `units` forecast over the 60 days. */
  counts: { rows: number; historyDays: number; units: number };
};

/** A game to forecast; `prepare` gives what from, or throws where its history cannot be used. */
export type ChunkGame = { gameId: string; slug: string; prepare: () => WindowSource };

/** What all chunks of a run share. */
export type ChunkRun = { db: Db; forecaster: LoadedForecaster; modelVersionId: string; day: Day };

type Prepared = { gameId: string; slug: string; source: WindowSource };
type Result = Omit<GameForecastOutcome, "seconds">;

function toFailure({ gameId, slug }: { gameId: string; slug: string }, cause: unknown): Result {
  log.error({ err: cause, slug }, "forecast.game_failed");
  const counts = { rows: 0, historyDays: 0, units: 0 };
  return { gameId, slug, state: "failed", error: toErrorText(cause), counts };
}

async function serveTogether({ db, forecaster, modelVersionId, day }: ChunkRun, games: readonly Prepared[]) {
  const forecasts = forecastGames(
    forecaster,
    games.map(({ source }) => source),
  );
  const served = games.map(({ gameId, slug, source: { series, origin } }, index) => {
    const forecast = forecasts[index];
    if (!forecast) throw new Error(`${slug}: the model gave no forecast`);
    const seasonalNaive = repeatLastWeek(series.units, origin, HORIZON);
    return { gameId, issuedThrough: day, isLaunch: origin < 0, seasonalNaive, ...forecast };
  });
  await serveForecasts(db, modelVersionId, served);
  return games.map(({ gameId, slug }, index): Result => {
    const { historyDays = 0, days = [] } = served[index] ?? {};
    const units = days.reduce((sum, { predicted }) => sum + predicted, 0);
    return { gameId, slug, state: "succeeded", counts: { rows: days.length, historyDays, units } };
  });
}

/** Forecasts games together; where that fails, each alone, so that only the one to blame fails. */
async function serveOrSplit(run: ChunkRun, games: readonly Prepared[]): Promise<Result[]> {
  const [only] = games;
  if (!only) return [];
  try {
    return await serveTogether(run, games);
  } catch (cause) {
    if (games.length === 1) return [toFailure(only, cause)];
    log.warn({ err: cause, games: games.length }, "forecast.chunk_split");
    const results: Result[] = [];
    for (const game of games) results.push(...(await serveOrSplit(run, [game])));
    return results;
  }
}

/**
 * Forecasts some games in one pass of the network and serves them in one transaction. A game that cannot be forecast is
 * a failed outcome and keeps its old rows; the others go on.
 */
export async function forecastChunk(run: ChunkRun, games: readonly ChunkGame[]): Promise<GameForecastOutcome[]> {
  const started = performance.now();
  const results: Result[] = [];
  const ready: Prepared[] = [];
  for (const game of games) {
    try {
      ready.push({ gameId: game.gameId, slug: game.slug, source: game.prepare() });
    } catch (cause) {
      results.push(toFailure(game, cause));
    }
  }
  results.push(...(await serveOrSplit(run, ready)));
  const seconds = (performance.now() - started) / 1000 / games.length;
  return results.map((result) => ({ ...result, seconds }));
}
