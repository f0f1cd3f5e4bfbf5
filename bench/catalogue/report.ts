import type { Load } from "./load";
import { KINDS, type Kind } from "./mix";

/** Milliseconds that 95 of 100 answers may take at most, with 50 clients. */
const TARGETS: Partial<Record<Kind, number>> = { listing: 50, "deep page": 50, "faceted search": 150 };

/** The value below which that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function toRow(kind: Kind, load: Load, naive: Load | undefined) {
  const times = load.times[kind];
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share));
  const naive95 = naive && quantile(naive.times[kind], 0.95);
  const target = TARGETS[kind];
  return {
    answers: times.length,
    p50: p50?.toFixed(1),
    p95: p95?.toFixed(1),
    p99: p99?.toFixed(1),
    target: target ?? "",
    "naive p95": naive95?.toFixed(0) ?? "",
    "naive / shop": naive95 && p95 ? (naive95 / p95).toFixed(1) : "",
  };
}

/** Prints one run's answers in milliseconds beside the naive way's. */
export function printLoad(title: string, load: Load, naive?: Load): void {
  const rate = `${load.perSecond.toFixed(0)} answers/s${naive ? `, the naive way ${naive.perSecond.toFixed(0)}` : ""}`;
  console.log(`\n${title}: ${rate}${load.failed ? `; ${load.failed} FAILED` : ""}`);
  console.table(Object.fromEntries(KINDS.map((kind) => [kind, toRow(kind, load, naive)])));
}

/** Whether every target was met. */
export function meetsTargets(load: Load): boolean {
  return KINDS.every((kind) => quantile(load.times[kind], 0.95) <= (TARGETS[kind] ?? Number.POSITIVE_INFINITY));
}
