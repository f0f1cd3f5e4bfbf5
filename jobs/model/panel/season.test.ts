import { describe, expect, it } from "vitest";
import { createShops, toEndDay } from "@/jobs/model/synthetic-panel";
import type { Panel } from "./panel";
import { fitPanelContext, prepareWith } from "./panel-context";

const HORIZON = 28;
const [FROM, TO] = [300, 320];
const DAYS = 2 * 364 + 280;

/** Shops that sell a third more from day 300 to 320 of every year of 364 days. */
function createYears(count: number, days: number): Panel {
  const panel = createShops({ count, days, horizon: HORIZON, seed: 5 });
  const isHigh = (t: number) => t % 364 >= FROM && t % 364 < TO;
  for (const { values } of panel.series) {
    values.forEach((value, t) => {
      values[t] = isHigh(t) ? 1.33 * value : value;
    });
  }
  return panel;
}

const panel = createYears(5, DAYS);
const mean = (values: Float64Array, from: number, to: number) =>
  values.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);

describe("season", () => {
  it("expects of this year what the last ones showed, where they agree", () => {
    const { prepared } = fitPanelContext(panel, toEndDay(panel));
    for (const { season, closed } of prepared) {
      const start = 2 * 364 + FROM;
      const open = season.map((value, t) => (closed[t] ? 0 : value));
      expect(mean(open, start + 3, start + 8)).toBeGreaterThan(0.1);
      expect(Math.abs(mean(open, start - 60, start - 30))).toBeLessThan(0.04);
    }
  });

  it("says nothing before a year was seen", () => {
    const young = createYears(5, 330);
    const { prepared, context } = fitPanelContext(young, toEndDay(young));
    expect(context.season.coefficients).toEqual([0, 0, 0, 0, 0]);
    expect(prepared.every(({ season }) => season.every((value) => value === 0))).toBe(true);
  });

  it("has no market of fewer than three series", () => {
    const few = createYears(2, 700);
    const { context } = fitPanelContext(few, toEndDay(few));
    expect(context.season.market.every((value) => value === 0)).toBe(true);
  });

  it("is the same whatever comes from the last day on, and far before it whatever came just before", () => {
    const endDay = toEndDay(panel) - 100;
    const known = DAYS - 100;
    const poison = (from: number) => ({
      ...panel,
      series: panel.series.map((each) => ({ ...each, values: each.values.map((v, t) => (t >= from ? 7 * v + 9 : v)) })),
    });
    const clean = fitPanelContext(panel, endDay);
    const later = fitPanelContext(poison(known), endDay);
    expect(later.context).toEqual(clean.context);
    expect(later.prepared.map(({ season }) => season)).toEqual(clean.prepared.map(({ season }) => season));
    // Of a year ago, days up to six weeks later are read: still long before any day of the horizon.
    const recent = prepareWith(clean.context, panel.spec, poison(known - 200).series, endDay);
    recent.forEach(({ season }, i) => {
      expect(season.subarray(0, known + HORIZON)).toEqual(clean.prepared[i]?.season.subarray(0, known + HORIZON));
    });
  });
});
