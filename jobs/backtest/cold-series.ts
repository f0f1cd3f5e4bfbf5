import type { Panel, PanelSeries } from "@/jobs/model/panel/panel";
import { createRandom } from "@/jobs/model/random";

const FOLDS = 5;

/** Series of each fold are forecast as if only their last `days` days before the origin were known. */
export interface ColdSeries {
  days: number;
  folds: readonly ReadonlySet<string>[];
}

/** Deals series out into five folds (fewer where there are fewer series), the same for the same ids and seed. */
export function toFolds(ids: readonly string[], seed: number): ReadonlySet<string>[] {
  const random = createRandom(seed);
  const drawn = [...ids].sort().map((id) => ({ id, key: random() }));
  drawn.sort((a, b) => a.key - b.key);
  const folds = Array.from({ length: Math.min(FOLDS, ids.length) }, () => new Set<string>());
  for (const [i, { id }] of drawn.entries()) folds[i % FOLDS]?.add(id);
  return folds;
}

/** The series as if it had begun `days` days before its end. */
export function toLastDays(series: PanelSeries, days: number): PanelSeries {
  const skipped = Math.max(0, series.values.length - days);
  return {
    ...series,
    firstDay: series.firstDay + skipped,
    firstAge: series.firstAge + skipped,
    values: series.values.subarray(skipped),
    known: series.known.map((column) => column.subarray(skipped)),
    ...(series.slow && { slow: series.slow.map((column) => column.subarray(skipped)) }),
  };
}

/** The panel with what is not to be known of a fold's series taken out, so that no forecaster can read it. */
export function hideHistory(panel: Panel, fold: ReadonlySet<string>, days: number): Panel {
  return { ...panel, series: panel.series.map((series) => (fold.has(series.id) ? toLastDays(series, days) : series)) };
}
