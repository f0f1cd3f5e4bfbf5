import { toOffset } from "./scaler";
import type { Window, WindowBatch, WindowKit } from "./window-batch";
import { writeFuture } from "./window-future";
import { computeWindowLevel } from "./window-level";
import { writeContext, writePast } from "./window-past";

/** Writes a window's features into a slot of a batch; reads no value after the origin or before `start`. */
export function writeWindow(batch: WindowBatch, slot: number, given: Window, kit: WindowKit): void {
  const { spec, context } = kit;
  const { masked } = given.prepared;
  const window = given.start > 0 && masked ? { ...given, prepared: masked } : given;
  const level = computeWindowLevel(window.prepared, window.origin, window.start, {
    prior: context.coldLevel,
    cells: 7 * context.conditions.bin.length,
    toOffset: (value) => toOffset(spec.isCount, value),
  });
  writePast(batch, slot, window, level, kit);
  writeContext(batch, slot, window, level, kit);
  writeFuture(batch, slot, window, level, kit);
}
