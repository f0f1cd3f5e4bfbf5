import { CONTESTANTS, type Contestant, type Evaluation, SEGMENTS, type Segment } from "@/jobs/model/evaluate";
import type { Metrics } from "@/jobs/model/metrics";

const NAMES: Record<Contestant, string> = {
  served: "Kratos, as served",
  network: "its networks alone",
  sameCondition: "same-condition mean",
  seasonalNaive: "seasonal naive",
  autoEts: "AutoETS",
};

const SEGMENT_NAMES: Record<Segment, string> = {
  all: "all games",
  top: "top 10",
  tail: "long tail",
  young: "launched within 90 days",
};

const HEADER = ["forecast", "MASE(7)", "WAPE", "pinball", "in 80 % band", "bias"];

const toPercent = (value: number) => `${(100 * value).toFixed(1)} %`;

function toCells(name: Contestant, metrics: Metrics): string[] {
  // The rules are compared by their points: they have no band here.
  const hasBand = name === "served" || name === "network";
  return [
    NAMES[name],
    metrics.mase.toFixed(3),
    metrics.wape.toFixed(3),
    hasBand ? metrics.pinball.toFixed(3) : "",
    hasBand ? toPercent(metrics.coverage) : "",
    toPercent(metrics.bias),
  ];
}

function align(rows: readonly string[][]): string[] {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join("  ").trimEnd());
}

/** The held-out scores by segment of games as an aligned text table, best read in a terminal. */
export function formatScoreTable(evaluation: Evaluation): string {
  const blocks = SEGMENTS.filter((segment) => evaluation[segment].served.games > 0).map((segment) => {
    const { games } = evaluation[segment].served;
    const title = `Held-out last 60 days, ${SEGMENT_NAMES[segment]} (${games} game${games === 1 ? "" : "s"}):`;
    return [title, ...align([HEADER, ...CONTESTANTS.map((name) => toCells(name, evaluation[segment][name]))])];
  });
  return blocks.length > 0 ? blocks.map((lines) => lines.join("\n")).join("\n\n") : "No game could be held out.";
}
