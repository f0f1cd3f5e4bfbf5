import { runTraining } from "@/jobs/train/run";
import type { PipelineContext, PipelineResult } from "./context";

/** Trains the model as a run: one phase, a failed task for each game whose file could not be read. */
export async function runTrainPipeline(context: PipelineContext): Promise<PipelineResult> {
  const { storage, db, day, slug, signal } = context;
  const { result } = await context.phase("train", async () => {
    const trained = await runTraining({
      storage,
      db,
      day,
      signal,
      ...(slug === undefined ? {} : { slug }),
      onProgress: (progress) => context.report(progress),
    });
    const at = new Date();
    for (const { gameId, error } of trained.failures) {
      await context.game({ gameId, state: "failed", counts: {}, error, startedAt: at, finishedAt: at });
    }
    const { games, windows, seconds } = trained;
    return { result: trained, counts: { games, windows, seconds: Math.round(seconds) } };
  });
  const { version, backend, games, windows, metrics, baselineMetrics, failures, table, decision } = result;
  return {
    counts: {
      version,
      live: decision.isLive ? "yes" : "no",
      backend,
      games,
      windows,
      mase: Number(metrics.mase.toFixed(4)),
      wape: Number(metrics.wape.toFixed(4)),
      seasonalNaiveMase: Number(baselineMetrics.seasonalNaive.mase.toFixed(4)),
      failed: failures.length,
    },
    failures: failures.length,
    text: `${table}\n\n${decision.isLive ? "Live" : "Kept as a challenger"}: ${decision.reason}`,
  };
}
