import { toDayNumber } from "@/jobs/model/calendar";
import { type ForecastDay, forecastGame } from "@/jobs/model/forecast-game";
import { ensureModelRow } from "@/jobs/train/model-version";
import { readSalesSeries, type SalesSeries } from "@/jobs/train/read-series";
import { type Db, inTransaction } from "@/lib/server/db";
import { log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/storage/storage";
import { type Day, toDate } from "@/lib/shared/day";
import { type GameToForecast, listGamesToForecast, toForecastWhere } from "./games-to-forecast";
import { type LoadedForecaster, loadForecaster } from "./load-forecaster";
import { toWindowSource } from "./window-source";

/** How one game's forecast went. */
export type GameForecastOutcome = {
  gameId: string;
  slug: string;
  state: "succeeded" | "failed";
  error?: string;
  seconds: number;
  /** `rows` written; `historyDays` it was made from, 0 for a cold start; `units` forecast over the 60 days. */
  counts: { rows: number; historyDays: number; units: number };
};

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

function toRows(days: readonly ForecastDay[]) {
  const total = { lower: 0, upper: 0 };
  return days.map(({ day, horizon, predicted, lower, upper }) => {
    total.lower += lower;
    total.upper += upper;
    return {
      day: toDate(day),
      horizon,
      predictedUnits: predicted,
      lowerUnits: lower,
      lowerQuartileUnits: Math.floor((lower + predicted) / 2),
      medianUnits: predicted,
      upperQuartileUnits: Math.ceil((predicted + upper) / 2),
      upperUnits: upper,
      cumulativeLowerUnits: total.lower,
      cumulativeUpperUnits: total.upper,
      source: "lstm" as const,
    };
  });
}

/** Replaces a game's forecast whole; two runs at once take turns, so that neither sees half of the other's. */
async function replaceForecast(db: Db, gameId: string, modelVersionId: string, days: ForecastDay[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('forecast.' || ${gameId}, 0))::text`;
    await tx.forecastedSales.deleteMany({ where: { gameId } });
    await tx.forecastedSales.createMany({
      data: toRows(days).map((row) => ({ gameId, modelVersionId, ...row })),
    });
  });
}

/** Takes away the forecasts of games that left the shop or were put off too far. */
async function dropForecastsOffSale(db: Db, day: Day): Promise<void> {
  await db.forecastedSales.deleteMany({ where: { game: { isNot: toForecastWhere(day) } } });
}

type Run = { input: ForecastInput; forecaster: LoadedForecaster; modelVersionId: string; sales: SalesSeries };

async function forecastOne(run: Run, game: GameToForecast): Promise<GameForecastOutcome> {
  const started = performance.now();
  const { gameId, slug } = game;
  const outcome = (rest: Pick<GameForecastOutcome, "state" | "error" | "counts">): GameForecastOutcome => ({
    gameId,
    slug,
    seconds: (performance.now() - started) / 1000,
    ...rest,
  });
  try {
    const unreadable = run.sales.failures.find((failure) => failure.gameId === gameId);
    if (unreadable) throw new Error(unreadable.error);
    const known = run.sales.series.find((series) => series.gameId === gameId);
    const lastDay = toDayNumber(run.input.day);
    const source = toWindowSource(game, known, { openingDay: run.sales.openingDay, lastDay });
    const days = forecastGame(run.forecaster, source);
    await replaceForecast(run.input.db, gameId, run.modelVersionId, days);
    const units = days.reduce((sum, day) => sum + day.predicted, 0);
    return outcome({ state: "succeeded", counts: { rows: days.length, historyDays: source.origin + 1, units } });
  } catch (cause) {
    log.error({ err: cause, slug }, "forecast.game_failed");
    const error = cause instanceof Error ? cause.message : String(cause);
    return outcome({ state: "failed", error, counts: { rows: 0, historyDays: 0, units: 0 } });
  }
}

async function forecastAll(run: Run, games: readonly GameToForecast[]): Promise<{ failed: number; rows: number }> {
  const { input } = run;
  const sums = { failed: 0, rows: 0 };
  for (const [index, game] of games.entries()) {
    input.signal?.throwIfAborted();
    const outcome = await forecastOne(run, game);
    if (outcome.state === "failed") sums.failed++;
    sums.rows += outcome.counts.rows;
    await input.onGame?.(outcome);
    await input.onProgress?.({ done: (index + 1) / games.length, step: "forecast" });
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
  try {
    const games = await listGamesToForecast(db, day, input.slug);
    if (games.length === 0 && input.slug !== undefined) {
      throw new Error(`No game called ${input.slug} is on sale or announced for the year after ${day}`);
    }
    const modelVersionId = await ensureModelRow(db, forecaster.manifest);
    const sums = await forecastAll({ input, forecaster, modelVersionId, sales }, games);
    if (input.slug === undefined) await dropForecastsOffSale(db, day);
    const { version } = forecaster.manifest;
    const seconds = (performance.now() - started) / 1000;
    log.info({ version, games: games.length, ...sums, seconds }, "forecast.finished");
    return { version, games: games.length, ...sums, seconds };
  } finally {
    forecaster.network.dispose();
  }
}
