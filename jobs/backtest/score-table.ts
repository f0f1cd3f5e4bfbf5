import type { BacktestResult } from "./run-backtest";
import type { Scores } from "./score";

const NAMES: Record<string, string> = {
  kratos: "Kratos",
  naive: "naive",
  seasonal_naive: "seasonal naive",
  same_condition: "same-condition mean",
  auto_ets: "AutoETS",
};

/** How a forecaster is called in a table. */
export function toName(forecaster: string): string {
  return NAMES[forecaster] ?? forecaster;
}

function toPercent(value: number): string {
  return Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)} %`;
}

function toDigits(value: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(3);
}

/** Cells of {@link toScoreHeader} after the forecaster's name. */
export function toScoreCells(scores: Scores): string[] {
  return [
    toDigits(scores.mase),
    toDigits(scores.wape),
    toDigits(scores.rmsse),
    toPercent(scores.bias),
    toDigits(scores.sql),
    toDigits(scores.wql),
    toPercent(scores.coverage),
    toPercent(scores.openCoverage),
    toDigits(scores.width),
  ];
}

/** Names of the measures, as columns. */
export function toScoreHeader(season: number): string[] {
  return [`MASE(${season})`, "WAPE", "RMSSE", "bias", "SQL", "WQL", "in 80 %", "in 80 %, open", "width"];
}

/** Rows as aligned columns: the first `texts` to the left, numbers to the right. An empty row stays an empty line. */
export function alignRows(rows: readonly string[][], texts: number): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...rows.map((row) => row[c]?.length ?? 0)));
  const pad = (cell: string, c: number) => (c < texts ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0));
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}

/** The scores as one table: the whole horizon, then its parts, ours beside the rules. */
export function formatScores({ buckets, scores, origins }: BacktestResult, season: number): string {
  const fitSeconds = origins.reduce((sum, origin) => sum + origin.fitSeconds, 0) / (origins.length || 1);
  const header = ["days", "forecast", ...toScoreHeader(season), "fit s"];
  const rows = buckets.flatMap(({ name }, b) => {
    const inBucket = Object.entries(scores).flatMap(([forecaster, all]) => {
      const found = all[b];
      const fit = b === 0 && forecaster === "kratos" ? [fitSeconds.toFixed(1)] : [];
      return found ? [[name, toName(forecaster), ...toScoreCells(found), ...fit]] : [];
    });
    return b === 0 ? inBucket : [[], ...inBucket];
  });
  return alignRows([header, ...rows], 2);
}
