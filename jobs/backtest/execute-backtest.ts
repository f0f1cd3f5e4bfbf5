import type { BacktestCommand } from "./args";
import { BacktestInputError, RowError } from "./input-error";
import { planOrigins } from "./origins";
import type { PanelForecaster } from "./our-forecasts";
import { readPanel } from "./read-panel";
import { formatReport, type Report, readPeakMemoryMb, toScoresFile } from "./report";
import { openResultsFolder } from "./results-folder";
import { runBacktest } from "./run-backtest";
import type { ReadPanel } from "./to-panel";

/** What the command is given besides its arguments. */
export interface Surroundings {
  forecaster: PanelForecaster;
  onProgress?: (progress: { done: number; step: string }) => void;
  signal?: AbortSignal;
}

function planEndDays(read: ReadPanel, { data, options }: BacktestCommand): number[] {
  try {
    return planOrigins(read, options);
  } catch (error) {
    if (error instanceof RowError) throw new BacktestInputError(data, error.line, error.reason, { cause: error });
    throw error;
  }
}

/**
 * Reads the data, forecasts and scores every origin, and leaves `forecasts.csv` and `scores.json`, both or neither.
 * Throws {@link BacktestInputError} for data that cannot be backtested, and on abort.
 */
export async function executeBacktest(
  command: BacktestCommand,
  { forecaster, onProgress, signal }: Surroundings,
): Promise<{ text: string; files: { forecasts: string; scores: string } }> {
  onProgress?.({ done: 0, step: "reading the data" });
  const read = await readPanel(command.data, command.options, signal);
  const endDays = planEndDays(read, command);
  const results = await openResultsFolder(command.out);
  try {
    const result = await runBacktest({
      panel: read.panel,
      endDays,
      options: command.options,
      forecaster,
      onForecasts: results.addForecasts,
      ...(onProgress && { onProgress }),
      signal,
    });
    const report: Report = { command, read, result, peakMemoryMb: readPeakMemoryMb() };
    const files = await results.finish(toScoresFile(report));
    return { text: formatReport(report), files };
  } catch (error) {
    await results.discard();
    throw error;
  }
}
