import type { RunView, TaskGroup } from "@/lib/shared/pipeline-views";

/** The rows of a grid: the tasks of all its runs, in the order of the newest that has them. */
export function listTaskNames(runs: readonly RunView[]): string[] {
  const names = new Set<string>();
  for (const { tasks } of runs) for (const { name } of tasks) names.add(name);
  return [...names];
}

/** A task of a run; undefined where the run has none of that name. */
export function findGroup(run: RunView, name: string): TaskGroup | undefined {
  return run.tasks.find((group) => group.name === name);
}

const STEPS: Record<string, { row: number; column: number }> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

export type GridPlace = { row: number; column: number };

/** Where a key leads in a grid of `rows` and `columns`; null where it leads nowhere. */
export function toNextPlace(key: string, from: GridPlace, size: { rows: number; columns: number }): GridPlace | null {
  if (key === "Home") return { row: from.row, column: 0 };
  if (key === "End") return { row: from.row, column: size.columns - 1 };
  const step = STEPS[key];
  if (!step) return null;
  const row = from.row + step.row;
  const column = from.column + step.column;
  return row >= 0 && row < size.rows && column >= 0 && column < size.columns ? { row, column } : null;
}
