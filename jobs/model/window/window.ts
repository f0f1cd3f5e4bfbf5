import { LOOK_BACK } from "@/jobs/model/panel/panel-features";
import { toOffset } from "@/jobs/model/panel/scaler";
import type { Window, WindowBatch, WindowKit } from "./window-batch";
import { writeFuture } from "./window-future";
import { computeWindowLevel } from "./window-level";
import { writeContext, writePast } from "./window-past";

function areFinite(values: Float32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

function isSound({ size, past, context, future }: WindowBatch, slot: number): boolean {
  const width = past.length / (LOOK_BACK * size);
  for (let step = 0; step < LOOK_BACK; step++) {
    const at = (step * size + slot) * width;
    if (!areFinite(past, at, at + width)) return false;
  }
  const [whole, daily] = [context.length / size, future.length / size];
  return areFinite(context, slot * whole, (slot + 1) * whole) && areFinite(future, slot * daily, (slot + 1) * daily);
}

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
  // The relu of WebAssembly makes a NaN a 0, and a gate makes infinity a 1: what is broken has to stay broken.
  if (!isSound(batch, slot)) batch.base.fill(Number.NaN, slot * batch.days, (slot + 1) * batch.days);
}
