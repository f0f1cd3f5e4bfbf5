import { toBuckets } from "@/jobs/backtest/buckets";
import { startForecaster } from "@/jobs/backtest/forecaster";
import { cutPanel } from "@/jobs/backtest/origins";
import { readPeakMemoryMb } from "@/jobs/backtest/report";
import { type BacktestResult, OURS, runBacktest } from "@/jobs/backtest/run-backtest";
import { averageOrigins, scoreOrigin } from "@/jobs/backtest/score-origin";
import { formatScores } from "@/jobs/backtest/score-table";
import { INTERRUPTED, listenForStop } from "@/jobs/command/listen-for-stop";
import { createProgressView } from "@/jobs/command/show-progress";
import { toDayString } from "@/jobs/model/calendar";
import type { Panel } from "@/jobs/model/panel/panel";
import { loadPublished, PUBLISHED_FILE } from "./published";
import { forecastInPython } from "./python-rivals";
import { findRossmann, loadRossmann } from "./rossmann";
import { type Competitor, formatBars, formatCompetitors, formatWindows } from "./tables";
import { type BenchOptions, parseBenchArgs, toCutoff } from "./windows";

/** Days that the published scores are of. */
const PUBLISHED_HORIZON = 48;
const HERE = "here, 100 stores";

/**
 * `npm run bench:forecast`: our forecasts of the Rossmann stores in the published protocol (train anew at each of ten
 * cutoffs, forecast the next 48 days), beside the published scores and, where Python has them, models of Nixtla.
 */
async function run(panel: Panel, endDays: readonly number[], options: BenchOptions, signal: AbortSignal) {
  const view = createProgressView(process.stderr);
  try {
    return await runBacktest({
      panel,
      endDays,
      options: { seed: options.seed, minutes: options.minutes, coldDays: undefined },
      forecaster: await startForecaster(),
      onProgress: view.show,
      signal,
    });
  } finally {
    view.stop();
  }
}

async function runPython(panel: Panel, endDays: readonly number[], python: string, signal: AbortSignal) {
  const buckets = toBuckets(panel.spec.horizon).slice(0, 1);
  const competitors: Competitor[] = [];
  const onSkip = (text: string) => console.log(`skipped: Python rivals: ${text}`);
  const found = forecastInPython(panel, endDays, { python, onSkip, signal });
  for await (const { model, seconds, cpuSeconds, byOrigin } of found) {
    const all = endDays.map((endDay) => {
      const origin = cutPanel(panel, endDay);
      const bySeries = byOrigin.get(toDayString(endDay - 1));
      const forecasts = origin.panel.series.map(({ id }) => ({ quantiles: bySeries?.get(id) ?? [] }));
      return scoreOrigin(origin, { [model]: forecasts }, buckets);
    });
    const [scores] = averageOrigins(all, buckets)[model] ?? [];
    if (scores)
      competitors.push({ name: model, where: HERE, scores, seconds, cpuSeconds: cpuSeconds / endDays.length });
  }
  return competitors;
}

function toOurs({ scores, origins }: BacktestResult): Competitor[] {
  const seconds = origins.reduce((sum, origin) => sum + origin.seconds, 0);
  const cpuSeconds = origins.reduce((sum, origin) => sum + origin.cpuSeconds, 0) / origins.length;
  return Object.entries(scores).flatMap(([name, [whole]]): Competitor[] =>
    whole ? [{ name, where: HERE, scores: whole, ...(name === OURS && { seconds, cpuSeconds }) }] : [],
  );
}

async function loadCompetitors(): Promise<Competitor[]> {
  const published = await loadPublished(PUBLISHED_FILE, "rossmann_1D");
  if (!published) console.log(`skipped: ${PUBLISHED_FILE} is not here`);
  return (published ?? []).map(({ model, seconds, ...scores }) => ({
    name: model,
    where: "published, all 1,115 stores",
    scores,
    seconds,
  }));
}

async function main(args: readonly string[]): Promise<number> {
  const options = parseBenchArgs(args);
  if (!findRossmann(options.folder)) {
    console.log(`skipped: ${options.folder} is not here`);
    return 0;
  }
  const signal = listenForStop();
  const whole = await loadRossmann(options.folder);
  const panel: Panel = { ...whole, spec: { ...whole.spec, horizon: options.horizon } };
  const [firstDay = 0, days = 0] = [panel.series[0]?.firstDay, panel.series[0]?.values.length];
  const windows = options.windows.filter((window) => toCutoff(0, window) + options.horizon <= days);
  const endDays = windows.map((window) => toCutoff(firstDay, window));
  if (windows.length === 0) throw new Error(`no window of ${options.windows.join(",")} leaves ${options.horizon} days`);
  try {
    const result = await run(panel, endDays, options, signal);
    console.log(formatScores(result, panel.spec.season));
    console.log(`\n${formatWindows(result, windows)}\n`);
    const here = [...toOurs(result), ...(await runPython(panel, endDays, options.python, signal))];
    const isPublished = options.horizon === PUBLISHED_HORIZON;
    console.log(`\n${formatCompetitors([...here, ...(isPublished ? await loadCompetitors() : [])])}`);
    if (isPublished) console.log(`\n${formatBars(result)}`);
    console.log(`peak memory ${readPeakMemoryMb()} MB`);
    return 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    console.error("interrupted");
    return INTERRUPTED;
  }
}

main(process.argv.slice(2)).then(
  (code) => process.stdout.write("", () => process.exit(code)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
