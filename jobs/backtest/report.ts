import { toDayString } from "@/jobs/model/calendar";
import type { BacktestCommand } from "./args";
import type { BacktestResult } from "./run-backtest";
import { formatScores } from "./score-table";
import type { ReadPanel } from "./to-panel";

/** A finished backtest with what it was run on. */
export interface Report {
  command: BacktestCommand;
  read: ReadPanel;
  result: BacktestResult;
  peakMemoryMb: number;
}

/** Peak memory of this process, its threads included. */
export function readPeakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function toDataFacts({ panel, rows, gapDays }: ReadPanel) {
  const firstDay = Math.min(...panel.series.map((series) => series.firstDay));
  const lastDay = Math.max(...panel.series.map((series) => series.firstDay + series.values.length - 1));
  return { series: panel.series.length, rows, gapDays, firstDay: toDayString(firstDay), lastDay: toDayString(lastDay) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What goes into `scores.json`: the settings, the data, all scores by part of the horizon and by origin, the cost. */
export function toScoresFile({ command, read, result, peakMemoryMb }: Report) {
  const { buckets, origins } = result;
  const byBucket = (scores: BacktestResult["scores"]) =>
    Object.fromEntries(
      buckets.map(({ name }, b) => [
        name,
        Object.fromEntries(Object.entries(scores).map(([forecaster, all]) => [forecaster, all[b]])),
      ]),
    );
  return {
    data: { file: command.data, ...toDataFacts(read) },
    options: command.options,
    scores: byBucket(result.scores),
    origins: origins.map(({ scores, ...origin }) => ({ ...origin, scores: byBucket(scores) })),
    served: result.served,
    smoothingFailures: result.smoothingFailures,
    fitSeconds: sum(origins.map(({ fitSeconds }) => fitSeconds)),
    cpuSeconds: sum(origins.map(({ cpuSeconds }) => cpuSeconds)),
    peakMemoryMb,
  };
}

function toServedText(served: Record<string, number>): string {
  const all = sum(Object.values(served));
  const parts = Object.entries(served).sort(([, a], [, b]) => b - a);
  return parts.map(([model, times]) => `${model} ${((100 * times) / all).toFixed(0)} %`).join(", ");
}

function toNotes({ read, result, command }: Report): string[] {
  const notes: string[] = [];
  const { coldDays } = command.options;
  if (coldDays !== undefined) {
    notes.push(`cold: each series as if only its last ${coldDays} days were known, by a model not trained on it`);
  }
  if (read.gapDays > 0) notes.push(`${read.gapDays} missing days counted as 0`);
  const failed = sum(Object.values(result.smoothingFailures));
  if (failed > 0) {
    const [reason] = Object.keys(result.smoothingFailures);
    notes.push(`AutoETS had no forecast ${failed} times (${reason}): seasonal naive stands in for it`);
  }
  return notes;
}

/** The whole outcome as text for a terminal. */
export function formatReport(report: Report): string {
  const { read, result, command, peakMemoryMb } = report;
  const { series, rows, firstDay, lastDay } = toDataFacts(read);
  const { origins } = result;
  const { horizon, season } = command.options;
  const meanOf = (values: readonly number[]) => (sum(values) / (values.length || 1)).toFixed(1);
  const at = origins.map(({ origin }) => origin).join(", ");
  const cost = [
    `fit ${meanOf(origins.map(({ fitSeconds }) => fitSeconds))} s an origin`,
    `${meanOf(origins.map(({ seconds }) => seconds))} s with forecasting`,
    `${meanOf(origins.map(({ cpuSeconds }) => cpuSeconds))} CPU seconds`,
    `peak memory ${peakMemoryMb} MB`,
  ];
  return [
    `${series} series, ${rows} rows, ${firstDay} to ${lastDay}; ${horizon} days after ${at}`,
    "",
    formatScores(result, season),
    "",
    `served: ${toServedText(result.served)}`,
    cost.join(" · "),
    ...toNotes(report),
  ].join("\n");
}
