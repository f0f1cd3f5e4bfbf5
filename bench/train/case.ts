import { toGamePanel } from "@/jobs/model/game-panel";
import { DEFAULT_FIT } from "@/jobs/model/network/fit-network";
import type { Targets } from "@/jobs/model/network/quantile-loss";
import type { Panel } from "@/jobs/model/panel/panel";
import { fitPanelContext } from "@/jobs/model/panel/panel-context";
import type { Prepared } from "@/jobs/model/panel/prepared";
import { createRandom, type Random } from "@/jobs/model/random";
import { createSyntheticStore, SYNTHETIC_GENRES } from "@/jobs/model/synthetic-series";
import { writeWindow } from "@/jobs/model/window/window";
import { createBatch, type WindowBatch, type WindowKit } from "@/jobs/model/window/window-batch";

/** First day after the data. */
export const END_DAY = 20_601;

/** A store to train on, made up but of the usual shapes. */
export interface BenchCase {
  panel: Panel;
  kit: WindowKit;
  prepared: Prepared[];
}

/** Makes a store of `games` games with up to `days` days each. */
export function createCase(games: number, days: number): BenchCase {
  const store = createSyntheticStore({ games, days, lastDay: END_DAY - 1, seed: 1 });
  const panel = toGamePanel(store, SYNTHETIC_GENRES);
  const { context, prepared } = fitPanelContext(panel, END_DAY);
  return { panel, kit: { spec: panel.spec, context }, prepared };
}

function drawOne({ kit, prepared }: BenchCase, days: number, random: Random): WindowBatch & Targets {
  const size = DEFAULT_FIT.batch;
  const cells = size * days;
  const batch = {
    ...createBatch(size, days, kit),
    target: new Float32Array(cells),
    weight: new Float32Array(cells).fill(1),
  };
  const step = kit.spec.horizon / days;
  const long = prepared.filter(({ length }) => length > kit.spec.horizon);
  for (let slot = 0; slot < size; slot += 1) {
    const one = long[Math.floor(random() * long.length)];
    if (!one) throw new Error("no series is long enough");
    const origin = Math.floor(random() * (one.length - kit.spec.horizon));
    const ahead = Array.from({ length: days }, (_, index) => Math.floor((index + random()) * step));
    writeWindow(batch, slot, { prepared: one, origin, start: 0, days: ahead }, kit);
    ahead.forEach((h, index) => {
      batch.target[slot * days + index] = one.series.values[origin + 1 + h] ?? 0;
    });
  }
  return batch;
}

/** Batches of the training plan's size with `days` forecast days a window, drawn once, for steps to be timed on. */
export function drawBatches(bench: BenchCase, count: number, days: number): (WindowBatch & Targets)[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () => drawOne(bench, days, random));
}
