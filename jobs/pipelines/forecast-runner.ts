import type { GameForecastOutcome } from "@/jobs/forecast/forecast-chunk";
import { runForecast } from "@/jobs/forecast/run";
import { warmStart } from "@/jobs/train/warm-start";
import { log } from "@/lib/server/log";
import type { GameTask } from "@/lib/server/pipelines/tasks";
import type { PipelineContext, PipelineResult, Progress } from "./context";

/** Share of a night's forecast that the warm start takes. */
const WARM_SHARE = 0.6;

function toGameTask({ gameId, state, error, seconds, counts }: GameForecastOutcome): GameTask {
  const finishedAt = new Date();
  const startedAt = new Date(finishedAt.getTime() - seconds * 1000);
  return { gameId, state, counts, error: error ?? null, startedAt, finishedAt };
}

/** Brings the model up to the day; where that fails, the live one forecasts, and the run says so. Returns the failures. */
async function tryWarmStart(context: PipelineContext): Promise<number> {
  const { storage, db, day, slug, signal } = context;
  if (slug !== undefined) return 0;
  try {
    await context.phase("warm start", async () => {
      const onProgress = ({ done }: Progress) => context.report({ done: WARM_SHARE * done, step: "warm start" });
      return { counts: await warmStart({ storage, db, day, signal, onProgress }) };
    });
    return 0;
  } catch (cause) {
    signal.throwIfAborted();
    log.error({ err: cause }, "forecast.warm_start_failed");
    return 1;
  }
}

/** Forecasts every game on sale as a run: the model's warm start, then one phase with a task for each game. */
export async function runForecastPipeline(context: PipelineContext): Promise<PipelineResult> {
  const { storage, db, day, slug, signal } = context;
  const warmFailures = await tryWarmStart(context);
  const { counts, failed } = await context.phase("forecast", async () => {
    const result = await runForecast({
      storage,
      db,
      day,
      signal,
      ...(slug === undefined ? {} : { slug }),
      onProgress: ({ done, step }) => context.report({ done: WARM_SHARE + (1 - WARM_SHARE) * done, step }),
      onGame: (outcome) => context.game(toGameTask(outcome)),
    });
    const { version, games, rows } = result;
    if (games > 0 && result.failed === games) throw new Error("no game could be forecast");
    return { failed: result.failed, counts: { version, games, failed: result.failed, rows } };
  });
  return { counts, failures: failed + warmFailures };
}
