import { toDayNumber } from "@/jobs/model/calendar";
import { ensureModelRow } from "@/jobs/train/model-version";
import { readSalesSeries, type SalesSeries } from "@/jobs/train/read-series";
import type { Db } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/storage/storage";
import type { Day } from "@/lib/shared/day";
import { type ChunkGame, type ChunkRun, forecastChunk, type GameForecastOutcome } from "./forecast-chunk";
import { type GameToForecast, listGamesToForecast, toForecastWhere } from "./games-to-forecast";
import { loadForecaster } from "./load-forecaster";
import { toWindowSource } from "./window-source";

/** Games of one pass of the network and one transaction. */
const CHUNK_GAMES = 64;

/** What a forecast run needs from its surroundings. */
export type ForecastInput = {
  storage: Storage;
  db: Db;
  /** Last day of data; the forecast starts on the day after, that of a game not yet out on its release. */
  day: Day;
  /** Forecasts this game only. */
  slug?: string;
  onProgress?: (progress: { done: number; step: string }) => void | Promise<void>;
  onGame?: (outcome: GameForecastOutcome) => void | Promise<void>;
  signal?: AbortSignal;
};

/** What a forecast run did. */
export type ForecastResult = { version: string; games: number; failed: number; rows: number; seconds: number };

/** Takes away the forecasts of games that left the shop or were put off too far. */
async function dropForecastsOffSale(db: Db, day: Day): Promise<void> {
  await db.forecastedSales.deleteMany({ where: { game: { isNot: toForecastWhere(day) } } });
}

type Run = ChunkRun & { input: ForecastInput; sales: SalesSeries };

/** The games as chunks take them: with their series, or the reason why there is none. */
function toChunkGames({ input, sales }: Run, games: readonly GameToForecast[]): ChunkGame[] {
  const known = new Map(sales.series.map((series) => [series.gameId, series]));
  const failures = new Map(sales.failures.map(({ gameId, error }) => [gameId, error]));
  const context = { openingDay: sales.openingDay, lastDay: toDayNumber(input.day) };
  return games.map((game) => ({
    gameId: game.gameId,
    slug: game.slug,
    prepare: () => {
      const error = failures.get(game.gameId);
      if (error !== undefined) throw new Error(error);
      return toWindowSource(game, known.get(game.gameId), context);
    },
  }));
}

async function forecastAll(run: Run, games: readonly GameToForecast[]): Promise<{ failed: number; rows: number }> {
  const { input } = run;
  const sums = { failed: 0, rows: 0 };
  const all = toChunkGames(run, games);
  for (let from = 0; from < all.length; from += CHUNK_GAMES) {
    input.signal?.throwIfAborted();
    for (const outcome of await forecastChunk(run, all.slice(from, from + CHUNK_GAMES))) {
      if (outcome.state === "failed") sums.failed++;
      sums.rows += outcome.counts.rows;
      await input.onGame?.(outcome);
    }
    await input.onProgress?.({ done: Math.min(1, (from + CHUNK_GAMES) / all.length), step: "forecast" });
  }
  return sums;
}

/**
 * Forecasts the 60 days after `day` for every game on sale, and the first 60 days of those announced, and replaces
 * their rows; games off sale lose theirs. One game that fails is reported and keeps its old rows; the others go on.
 * Again for the same day and model: the same rows.
 */
export async function runForecast(input: ForecastInput): Promise<ForecastResult> {
  const started = performance.now();
  const { storage, db, day } = input;
  await input.onProgress?.({ done: 0, step: "read" });
  const sales = await readSalesSeries(storage, day);
  const forecaster = await loadForecaster(storage);
  const games = await listGamesToForecast(db, day, input.slug);
  if (games.length === 0 && input.slug !== undefined) {
    throw new Error(`No game called ${input.slug} is on sale or announced for the year after ${day}`);
  }
  const modelVersionId = await ensureModelRow(db, forecaster.manifest);
  const sums = await forecastAll({ input, db, day, forecaster, modelVersionId, sales }, games);
  if (input.slug === undefined) await dropForecastsOffSale(db, day);
  const { version } = forecaster.manifest;
  const seconds = (performance.now() - started) / 1000;
  log.info({ version, games: games.length, ...sums, seconds }, "forecast.finished");
  return { version, games: games.length, ...sums, seconds };
}
