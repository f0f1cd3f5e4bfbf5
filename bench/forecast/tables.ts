import type { BacktestResult, OriginResult } from "@/jobs/backtest/run-backtest";
import type { Scores } from "@/jobs/backtest/score";
import { alignRows, toName } from "@/jobs/backtest/score-table";

/** One row of the comparison. */
export interface Competitor {
  name: string;
  /** On which machine and stores. */
  where: string;
  scores: Pick<Scores, "mase" | "wape" | "sql" | "wql"> & Partial<Scores>;
  /** Seconds of all cores for a window. */
  cpuSeconds?: number;
  /** Wall time of all windows on its own machine. */
  seconds?: number;
}

const SEASONAL_NAIVE = "seasonal_naive";

/** What the issue asks of the ten windows. */
const BARS = { mase: 0.28, sql: 0.225, lowCoverage: 0.77, highCoverage: 0.83, seconds: 300 };

function toDigits(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? "–" : value.toFixed(3);
}

function toPercent(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)} %`;
}

/** Our scores window by window, beside the two rules that are hardest to beat. */
export function formatWindows({ origins }: BacktestResult, windows: readonly number[]): string {
  const of = ({ scores }: OriginResult, name: string) => scores[name]?.[0];
  const header = [
    "window",
    "after",
    "MASE",
    "same-condition",
    "seasonal naive",
    "SQL",
    "in 80 %",
    "bias",
    "wall s",
    "CPU s",
  ];
  const rows = origins.map((origin, i) => {
    const ours = of(origin, "kratos");
    const rules = [of(origin, "same_condition"), of(origin, SEASONAL_NAIVE)].map((scores) => toDigits(scores?.mase));
    const cost = [origin.seconds.toFixed(0), origin.cpuSeconds.toFixed(0)];
    const bands = [toDigits(ours?.sql), toPercent(ours?.coverage), toPercent(ours?.bias)];
    return [String(windows[i]), origin.origin, toDigits(ours?.mase), ...rules, ...bands, ...cost];
  });
  return alignRows([header, ...rows], 2);
}

/** Everybody by MASE; the gain is how far MASE lies below that of seasonal naive, for each CPU second of a window. */
export function formatCompetitors(competitors: readonly Competitor[]): string {
  const naive = competitors.find(({ name }) => name === SEASONAL_NAIVE)?.scores.mase ?? Number.NaN;
  const header = ["forecast", "", "MASE", "WAPE", "SQL", "WQL", "in 80 %", "CPU s a window", "gain a CPU s", "all s"];
  const sorted = [...competitors].sort((a, b) => a.scores.mase - b.scores.mase);
  const rows = sorted.map(({ name, where, scores, cpuSeconds, seconds }) => {
    const measures = [scores.mase, scores.wape, scores.sql, scores.wql].map(toDigits);
    const gain = cpuSeconds === undefined ? "" : ((naive - scores.mase) / cpuSeconds).toFixed(5);
    return [
      toName(name),
      where,
      ...measures,
      toPercent(scores.coverage),
      cpuSeconds?.toFixed(1) ?? "",
      gain,
      seconds?.toFixed(0) ?? "",
    ];
  });
  return alignRows([header, ...rows], 2);
}

/** Whether the bars of the benchmark, which are of its ten windows, are met on those that were run. */
export function formatBars({ scores, origins }: BacktestResult): string {
  const ours = scores.kratos?.[0];
  const slowest = Math.max(...origins.map(({ seconds }) => seconds));
  const [mase = 1, sql = 1, coverage = 0] = [ours?.mase, ours?.sql, ours?.coverage];
  const bars: [string, string, boolean][] = [
    [`MASE ${toDigits(mase)}`, `at most ${toDigits(BARS.mase)}`, mase <= BARS.mase],
    [`SQL ${toDigits(sql)}`, `at most ${toDigits(BARS.sql)}`, sql <= BARS.sql],
    [
      `in 80 % band ${toPercent(coverage)}`,
      "77 to 83 %",
      coverage >= BARS.lowCoverage && coverage <= BARS.highCoverage,
    ],
    [`slowest window ${slowest.toFixed(0)} s`, `at most ${BARS.seconds} s`, slowest <= BARS.seconds],
  ];
  const rows = bars.map(([what, bar, isMet]) => [what, bar, isMet ? "met" : "missed"]);
  return alignRows([[`${origins.length} windows`, "bar of ten"], ...rows], 3);
}
