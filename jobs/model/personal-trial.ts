import type { Personal } from "./personal";
import type { Contest } from "./rivals/contests";

/** What a network with a series' own last layer, and with the shared one, made of a held-out window: means, [horizon]. */
export interface Trial {
  own: Float32Array;
  shared: Float32Array;
}

type Tried = Pick<Contest, "id" | "trial"> & { held: Pick<Contest["held"], "actual"> };

const MIN_PERSONAL_GAIN = 0.03;
const MIN_PERSONAL_WINDOWS = 3;

interface Sums {
  own: number;
  shared: number;
  windows: number;
}

function sumErrors(contests: readonly Tried[]): Map<string, Sums> {
  const all = new Map<string, Sums>();
  for (const { id, held, trial } of contests) {
    if (!trial) continue;
    const sums = all.get(id) ?? { own: 0, shared: 0, windows: 0 };
    held.actual.forEach((value, h) => {
      if (Number.isNaN(value)) return;
      sums.own += Math.abs(value - (trial.own[h] ?? 0));
      sums.shared += Math.abs(value - (trial.shared[h] ?? 0));
    });
    sums.windows++;
    all.set(id, sums);
  }
  return all;
}

/** Series whose own last layer was better on held-out windows, and by how much. */
export function judgePersonal(contests: readonly Tried[]): Record<string, number> {
  const helped: Record<string, number> = {};
  for (const [id, { own, shared, windows }] of sumErrors(contests)) {
    const gain = shared > 0 ? 1 - own / shared : 0;
    if (windows >= MIN_PERSONAL_WINDOWS && gain >= MIN_PERSONAL_GAIN) helped[id] = Number(gain.toFixed(4));
  }
  return helped;
}

/** The own last layers that help. */
export function pickPersonal(personal: Personal, helped: Record<string, number>): Personal {
  return Object.fromEntries(Object.entries(personal).filter(([id]) => helped[id] !== undefined));
}
