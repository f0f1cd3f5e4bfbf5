/** An attempt on the clock, in milliseconds; one that goes on ends now. */
export type TimedBar = { startMs: number; endMs: number };

/** A stretch of time in which nobody worked, drawn short; `at` and `width` are shares of the whole. */
export type TimeGap = { at: number; width: number; ms: number };

export type TimeTick = { at: number; ms: number };

/** Where moments lie between the left edge, 0, and the right one, 1. */
export type TimeScale = { toShare: (ms: number) => number; ticks: TimeTick[]; stepMs: number; gaps: TimeGap[] };

/** Idle time is drawn this wide, however long it was. */
const GAP_WIDTH = 0.05;

/** Nobody is annoyed by a shorter rest, and it is only cut out where it takes more than a quarter of the whole. */
const MIN_GAP_MS = 60_000;
const MIN_GAP_SHARE = 0.25;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const TICK_STEPS_MS = [
  100,
  200,
  500,
  SECOND,
  2 * SECOND,
  5 * SECOND,
  10 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
];

/** Ticks at most; fewer are easier to read on a phone. */
const MAX_TICKS = 6;

type Stretch = { startMs: number; endMs: number; isIdle: boolean };

/** Times at which somebody worked, joined where they touch, with the idle times between them. */
function listStretches(bars: readonly TimedBar[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { startMs, endMs } of [...bars].sort((left, right) => left.startMs - right.startMs)) {
    const last = stretches.at(-1);
    if (!last || startMs > last.endMs) {
      if (last) stretches.push({ startMs: last.endMs, endMs: startMs, isIdle: true });
      stretches.push({ startMs, endMs, isIdle: false });
    } else {
      last.endMs = Math.max(last.endMs, endMs);
    }
  }
  return stretches;
}

/** Time between two ticks, so that there are not too many of them. */
function toStepMs(shownMs: number): number {
  return TICK_STEPS_MS.find((ms) => shownMs / ms <= MAX_TICKS) ?? Math.ceil(shownMs / MAX_TICKS / HOUR) * HOUR;
}

function listTicks(stretches: readonly Stretch[], step: number, toShare: (ms: number) => number): TimeTick[] {
  const ticks: TimeTick[] = [];
  for (const { startMs, endMs } of stretches) {
    for (let ms = Math.ceil(startMs / step) * step; ms <= endMs; ms += step) ticks.push({ ms, at: toShare(ms) });
  }
  return ticks;
}

/** A scale over all bars; long rests, such as the hours before a retry by hand, are cut to a mark. */
export function toTimeScale(bars: readonly TimedBar[]): TimeScale {
  const stretches = listStretches(bars);
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last) return { toShare: () => 0, ticks: [], stepMs: SECOND, gaps: [] };
  const wholeMs = last.endMs - first.startMs;
  const isCut = ({ startMs, endMs, isIdle }: Stretch) =>
    isIdle && endMs - startMs >= MIN_GAP_MS && (endMs - startMs) / wholeMs >= MIN_GAP_SHARE;
  const shown: Stretch[] = [];
  const cut: Stretch[] = [];
  for (const stretch of stretches) {
    const before = shown.at(-1);
    if (isCut(stretch)) cut.push(stretch);
    else if (before && before.endMs === stretch.startMs) before.endMs = stretch.endMs;
    else shown.push({ ...stretch });
  }
  const shownMs = Math.max(
    1,
    shown.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
  );
  const perMs = (1 - cut.length * GAP_WIDTH) / shownMs;
  const toShare = (ms: number) => {
    let share = 0;
    for (const { startMs, endMs } of shown) share += Math.max(0, Math.min(ms, endMs) - startMs) * perMs;
    return Math.min(1, share + cut.filter(({ endMs }) => endMs <= ms).length * GAP_WIDTH);
  };
  const gaps = cut.map(({ startMs, endMs }) => ({ at: toShare(startMs), width: GAP_WIDTH, ms: endMs - startMs }));
  const stepMs = toStepMs(shownMs);
  return { toShare, ticks: listTicks(shown, stepMs, toShare), stepMs, gaps };
}

/** Puts bars into as few lanes as keep them apart: as many as were worked on at once. */
export function toLanes<Bar extends TimedBar>(bars: readonly Bar[]): Bar[][] {
  const lanes: Bar[][] = [];
  for (const bar of [...bars].sort((left, right) => left.startMs - right.startMs)) {
    const free = lanes.find((lane) => (lane.at(-1)?.endMs ?? 0) <= bar.startMs);
    if (free) free.push(bar);
    else lanes.push([bar]);
  }
  return lanes;
}
