import { describe, expect, it } from "vitest";
import { createShops, toEndDay } from "@/jobs/model/synthetic-panel";
import { fitConditions, toBin } from "./demand-conditions";
import type { Panel } from "./panel";

const panel = createShops({ count: 4, days: 300, horizon: 28, seed: 1 });
const [NOISE, PROMO, OPEN] = [0, 1, 2];

const findIn = ({ series, spec }: Panel, endDay = toEndDay(panel)) => fitConditions(series, spec, endDay);

/** The panel with values that were changed. */
function change(toValue: (value: number, t: number, known: readonly Float64Array[]) => number): Panel {
  const series = panel.series.map((each) => ({
    ...each,
    values: each.values.map((value, t) => toValue(value, t, each.known)),
  }));
  return { ...panel, series };
}

describe("fitConditions", () => {
  it("finds the column that closes and the one that moves demand, not the one that says nothing", () => {
    const conditions = findIn(panel);
    expect(conditions).toMatchObject({ closing: OPEN, column: PROMO, edges: [1] });
    expect(conditions.bin[1]).toBeGreaterThan(1.5);
    expect(conditions.bin[1]).toBeLessThan(1.7);
    // Of an open day of the week, 1.3 to .9 around a mean of 1.12 and as Saturday's 1.5.
    expect(conditions.weekday[5]).toBeCloseTo(1.5 / (6.7 / 6), 1);
    expect(conditions.weekday[2]).toBeCloseTo(0.9 / (6.7 / 6), 1);
  });

  it("does not call a column closing where something sells on its zeros, or where it never is 0", () => {
    const soldOnClosed = change((value, t, known) => (known[OPEN]?.[t] === 0 && t % 5 === 0 ? 3 : value));
    expect(findIn(soldOnClosed).closing).toBe(-1);
    const alwaysOpen = panel.series.map(({ known, ...rest }) => ({
      ...rest,
      known: [...known.slice(0, 2), known[2]?.map(() => 1) ?? new Float64Array()],
    }));
    expect(findIn({ ...panel, series: alwaysOpen }).closing).toBe(-1);
  });

  it("chooses another column where that one moves demand", () => {
    const moved = change((value, t, known) => value * (known[NOISE]?.[t] === 1 ? 4 : 1));
    const { column, bin } = findIn(moved);
    expect(column).toBe(NOISE);
    expect(bin[1]).toBeGreaterThan(3);
  });

  it("takes the condition that the panel names, and bins by its edges", () => {
    const spec = { ...panel.spec, condition: { column: NOISE, edges: [0.5, 2] } };
    expect(fitConditions(panel.series, spec, toEndDay(panel))).toMatchObject({
      column: NOISE,
      closing: -1,
      edges: [0.5, 2],
    });
    expect([-1, 0.5, 1.9, 2, 7].map((value) => toBin([0.5, 2], value))).toEqual([0, 1, 1, 2, 2]);
  });

  it("reads nothing from its last day on", () => {
    const endDay = toEndDay(panel) - 60;
    const changed = change((value, t) => (t >= 240 ? 9 * value + 1 : value));
    expect(findIn(changed, endDay)).toEqual(findIn(panel, endDay));
    expect(findIn(changed)).not.toEqual(findIn(panel));
  });
});
