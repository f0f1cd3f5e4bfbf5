import { toDayNumber } from "@/jobs/model/calendar";
import type { TaskContext, TaskHandlers, TaskResult } from "@/jobs/pipelines/context";
import { isInShard } from "@/jobs/pipelines/dags";
import { dropCheckpoints } from "@/jobs/train/checkpoints";
import type { TrainingPlan } from "@/jobs/train/fit-model";
import { ensureModelRow } from "@/jobs/train/model-version";
import { openSales } from "@/jobs/train/read-series";
import { publishTask } from "@/jobs/train/tasks";
import { warmStart } from "@/jobs/train/warm-start";
import { AppError } from "@/lib/server/errors";
import { findOpeningDay } from "@/lib/server/forecasts/select-similar-games";
import { type ChunkRun, forecastChunk } from "./forecast-chunk";
import { listGamesToForecast, listIdsToForecast, toForecastWhere } from "./games-to-forecast";
import { loadForecaster } from "./load-forecaster";

/** Games of one pass of the network and one transaction. */
const CHUNK_GAMES = 64;

type Ask = Pick<TaskContext, "db" | "storage" | "day">;

/** What the chunks of a task share: the live model, the sales files and the day on which the store opened. */
export async function openForecast({ db, storage, day }: Ask): Promise<ChunkRun> {
  const reader = await openSales(storage, day);
  const forecaster = await loadForecaster(storage);
  const opening = await findOpeningDay(db);
  return {
    reader,
    forecaster,
    modelVersionId: await ensureModelRow(db, forecaster.manifest),
    day,
    openingDay: opening && opening <= day ? toDayNumber(opening) : Number.POSITIVE_INFINITY,
  };
}

async function forecast(context: TaskContext): Promise<TaskResult> {
  const { db, day, gameSlugs, shard } = context;
  const ids = await listIdsToForecast(db, day, gameSlugs);
  if (ids.length === 0 && gameSlugs) {
    throw new AppError(
      "not_found",
      `No game called ${gameSlugs.join(", ")} is on sale or announced for the year after ${day}`,
    );
  }
  const own = ids.filter((id) => isInShard(id, shard));
  if (own.length === 0) return { counts: { games: 0, failed: 0 } };
  const run = await openForecast(context);
  const games = await listGamesToForecast(db, day, { ids: own });
  const { done, failed } = await context.mapGames(games, { chunk: CHUNK_GAMES, parallel: 1 }, (chunk) =>
    forecastChunk(run, chunk),
  );
  if (done === 0 && failed > 0) throw new Error("no game could be forecast");
  const { version } = run.forecaster.manifest;
  return { counts: { games: done, failed, rows: done * run.forecaster.manifest.horizon }, output: { version } };
}

/** Takes away the forecasts of games that left the shop or were put off too far, and what the warm start kept. */
async function tidy({ db, storage, day, gameSlugs }: TaskContext): Promise<TaskResult> {
  const checkpoints = await dropCheckpoints(storage, "warm");
  if (gameSlugs) return { counts: { checkpoints } };
  const { count } = await db.forecastedSales.deleteMany({ where: { game: { isNot: toForecastWhere(day) } } });
  return { counts: { checkpoints, offSale: count } };
}

/** The tasks of the daily forecast, with another plan or seed of the warm start for tests. */
export function createForecastTasks(plan: TrainingPlan = {}): TaskHandlers {
  return {
    "warm-start": (context) => warmStart(context, plan),
    publish: (context) => publishTask(context, { task: "warm-start", mode: "warm" }),
    forecast,
    tidy,
  };
}

/** The daily forecast: the model brought up to the day, then 60 days of every game, shard by shard. */
export const forecastTasks: TaskHandlers = createForecastTasks();
