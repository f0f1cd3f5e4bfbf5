import { describe, expect, it } from "vitest";
import { toLanes, toTimeScale } from "./timeline-layout";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const bar = (startMs: number, endMs: number) => ({ startMs, endMs });

describe("the scale", () => {
  it("goes from the first start to the last end, in proportion", () => {
    const { toShare, gaps } = toTimeScale([bar(1000, 3000), bar(2000, 5000)]);
    expect([1000, 2000, 5000].map(toShare)).toEqual([0, 0.25, 1]);
    expect(gaps).toEqual([]);
  });

  it("has few ticks at round times", () => {
    const { ticks } = toTimeScale([bar(0, 10 * MINUTE)]);
    expect(ticks.map(({ ms }) => ms / MINUTE)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(ticks.at(-1)?.at).toBe(1);
  });

  it("tells how far its ticks are apart, so that those of a short run can be named apart", () => {
    const { ticks, stepMs } = toTimeScale([bar(250, 1150)]);
    expect([ticks.map(({ ms }) => ms), stepMs]).toEqual([[400, 600, 800, 1000], 200]);
    expect(toTimeScale([bar(0, 10 * MINUTE)]).stepMs).toBe(2 * MINUTE);
  });

  it("cuts the hours before a retry to a mark, and keeps what was worked on wide", () => {
    const { toShare, gaps } = toTimeScale([bar(0, 10 * MINUTE), bar(5 * HOUR, 5 * HOUR + 10 * MINUTE)]);
    expect(gaps).toEqual([{ at: expect.closeTo(0.475), width: 0.05, ms: 5 * HOUR - 10 * MINUTE }]);
    expect(toShare(10 * MINUTE)).toBeCloseTo(0.475);
    expect(toShare(5 * HOUR)).toBeCloseTo(0.525);
    expect(toShare(5 * HOUR + 10 * MINUTE)).toBeCloseTo(1);
  });

  it("leaves short rests as they are", () => {
    const { toShare, gaps } = toTimeScale([bar(0, 1000), bar(31_000, 32_000)]);
    expect(gaps).toEqual([]);
    expect(toShare(16_000)).toBeCloseTo(0.5);
  });

  it("holds for a run that nobody has worked on, and for one that has just begun", () => {
    expect(toTimeScale([])).toMatchObject({ ticks: [], gaps: [] });
    expect(toTimeScale([bar(5, 5)]).toShare(5)).toBe(0);
  });
});

describe("the lanes", () => {
  it("are as many as were worked on at once", () => {
    const lanes = toLanes([bar(0, 10), bar(2, 4), bar(4, 8), bar(10, 12)]);
    expect(lanes).toEqual([
      [bar(0, 10), bar(10, 12)],
      [bar(2, 4), bar(4, 8)],
    ]);
  });
});
