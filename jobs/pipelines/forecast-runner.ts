import type { GameForecastOutcome } from "@/jobs/forecast/forecast-chunk";
import { runForecast } from "@/jobs/forecast/run";
import type { GameTask } from "@/lib/server/pipelines/tasks";
import type { PipelineContext, PipelineResult } from "./context";

function toGameTask({ gameId, state, error, seconds, counts }: GameForecastOutcome): GameTask {
  const finishedAt = new Date();
  const startedAt = new Date(finishedAt.getTime() - seconds * 1000);
  return { gameId, state, counts, error: error ?? null, startedAt, finishedAt };
}

/** Forecasts every game on sale as a run: one phase and a task for each game. */
export async function runForecastPipeline(context: PipelineContext): Promise<PipelineResult> {
  const { storage, db, day, slug, signal } = context;
  const { counts, failed } = await context.phase("forecast", async () => {
    const result = await runForecast({
      storage,
      db,
      day,
      signal,
      ...(slug === undefined ? {} : { slug }),
      onProgress: (progress) => context.report(progress),
      onGame: (outcome) => context.game(toGameTask(outcome)),
    });
    const { version, games, rows } = result;
    if (games > 0 && result.failed === games) throw new Error("no game could be forecast");
    return { failed: result.failed, counts: { version, games, failed: result.failed, rows } };
  });
  return { counts, failures: failed };
}
