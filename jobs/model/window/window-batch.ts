import type { PanelSpec } from "@/jobs/model/panel/panel";
import type { PanelContext } from "@/jobs/model/panel/panel-context";
import {
  LOOK_BACK,
  listContextFeatures,
  listFutureFeatures,
  listPastFeatures,
} from "@/jobs/model/panel/panel-features";
import type { Prepared } from "@/jobs/model/panel/prepared";

/** Inputs of `size` windows over `days` forecast days each; row-major, `past` time-major: row = step × size + window. */
export interface WindowBatch {
  size: number;
  days: number;
  past: Float32Array;
  context: Float32Array;
  future: Float32Array;
  /** What level and conditions expect, [size, days]; 0 on closed days. */
  base: Float32Array;
}

/** What windows are written with. */
export interface WindowKit {
  spec: PanelSpec;
  context: PanelContext;
}

/** What may be taken out of a window, to see what it does: the week, the time of year, the days of ageing, the recent days. */
export const NEUTRALS = ["weekday", "season", "age", "trend"] as const;
export type Neutral = (typeof NEUTRALS)[number];

/** A window: a series as seen on day index `origin` (−1: nothing known yet) when it is known from day index `start` on. */
export interface Window {
  prepared: Prepared;
  origin: number;
  start: number;
  /** Horizon days (0 = the day after the origin) to forecast, ascending. */
  days: ArrayLike<number>;
  /** What is replaced by its ordinary value. */
  neutral?: ReadonlySet<Neutral>;
}

/** A window whose days are all of the horizon. */
export type WholeWindow = Omit<Window, "days">;

/** Allocates a batch. */
export function createBatch(size: number, days: number, { spec }: WindowKit): WindowBatch {
  return {
    size,
    days,
    past: new Float32Array(size * LOOK_BACK * listPastFeatures(spec).length),
    context: new Float32Array(size * listContextFeatures(spec).length),
    future: new Float32Array(size * days * listFutureFeatures(spec).length),
    base: new Float32Array(size * days),
  };
}

/** Days since release as a feature. */
export const toLogAge = (age: number) => Math.log1p(Math.max(0, age)) / 8;
