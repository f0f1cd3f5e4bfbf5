import type { Evaluation } from "@/jobs/model/evaluate";
import type { Metrics } from "@/jobs/model/metrics";

const ROWS: [keyof Evaluation, string][] = [
  ["served", "Kratos"],
  ["median", "Kratos, its median"],
  ["sameCondition", "same-condition mean"],
  ["seasonalNaive", "seasonal naive"],
];

function toCells(name: string, metrics: Metrics): string[] {
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  return [
    name,
    metrics.mase.toFixed(3),
    metrics.wape.toFixed(3),
    metrics.pinball.toFixed(3),
    percent(metrics.coverage),
    percent(metrics.bias),
  ];
}

/** The held-out scores as an aligned text table, best read in a terminal. */
export function formatScoreTable(evaluation: Evaluation): string {
  const { games } = evaluation.served;
  const header = ["forecast", "MASE(7)", "WAPE", "pinball", "in 80 % band", "bias"];
  const rows = [header, ...ROWS.map(([key, name]) => toCells(name, evaluation[key]))];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
  return [`Held-out last 60 days of ${games} game${games === 1 ? "" : "s"}:`, ...lines].join("\n");
}
