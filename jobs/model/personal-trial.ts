import type { Contest } from "./contests";
import type { Personal } from "./personal";

/** Held-out windows forecast with own last layers, and the same with the shared one. */
export interface Trial {
  own: Contest[];
  shared: Contest[];
}

const MIN_PERSONAL_GAIN = 0.03;
const MIN_PERSONAL_WINDOWS = 3;

function sumErrors(contests: readonly Contest[]): Map<string, { error: number; windows: number }> {
  const sums = new Map<string, { error: number; windows: number }>();
  for (const { window, held } of contests) {
    const { id } = window.prepared.series;
    const sum = sums.get(id) ?? { error: 0, windows: 0 };
    held.actual.forEach((value, h) => {
      if (!Number.isNaN(value)) sum.error += Math.abs(value - (held.mean[h] ?? 0));
    });
    sums.set(id, { error: sum.error, windows: sum.windows + 1 });
  }
  return sums;
}

/** Series whose own last layer was better on held-out windows, and by how much. */
export function judgePersonal(trials: readonly Trial[]): Record<string, number> {
  const own = sumErrors(trials.flatMap((trial) => trial.own));
  const shared = sumErrors(trials.flatMap((trial) => trial.shared));
  const helped: Record<string, number> = {};
  for (const [id, { error, windows }] of own) {
    const before = shared.get(id)?.error ?? 0;
    const gain = before > 0 ? 1 - error / before : 0;
    if (windows >= MIN_PERSONAL_WINDOWS && gain >= MIN_PERSONAL_GAIN) helped[id] = Number(gain.toFixed(4));
  }
  return helped;
}

/** The own last layers that help. */
export function pickPersonal(personal: Personal, helped: Record<string, number>): Personal {
  return Object.fromEntries(Object.entries(personal).filter(([id]) => helped[id] !== undefined));
}
