import { describe, expect, it } from "vitest";
import type { PriceStep } from "@/lib/shared/price-history";
import { findStepAt, layOutPrices } from "./chart-layout";

const step = (fromMs: number, amountCents: number): PriceStep => ({
  fromMs,
  amountCents,
  listCents: 2000,
  discountPercent: 0,
});
const steps = [step(0, 2000), step(40, 1000), step(60, 2000)];

describe("layOutPrices", () => {
  it("draws a line of steps, and lays cheaper prices lower", () => {
    const { line, steps: plotted } = layOutPrices(steps, 0, 100);
    expect(line).toMatch(/^M0 [\d.]+H400V[\d.]+H600V[\d.]+H1000$/);
    expect(plotted.map(({ left, width }) => [left, Number(width.toFixed(2))])).toEqual([
      [0, 0.4],
      [0.4, 0.2],
      [0.6, 0.4],
    ]);
    const [full, half] = plotted;
    expect(half && full && half.top - full.top).toBeCloseTo((1 - (full?.top ?? 0)) / 2, 5);
  });

  it("begins with the price that held when the part begins", () => {
    const { steps: plotted } = layOutPrices(steps, 50, 100);
    expect(plotted.map(({ step: { amountCents }, left }) => [amountCents, left])).toEqual([
      [1000, 0],
      [2000, 0.2],
    ]);
  });

  it("leaves room before a price that is younger than the part", () => {
    const { area, line } = layOutPrices([step(50, 2000)], 0, 100);
    expect(line).toMatch(/^M500 /);
    expect(area.endsWith("H500Z")).toBe(true);
  });

  it("draws free games and games without prices without a broken number", () => {
    expect(layOutPrices([step(0, 0)], 0, 100).line).toMatch(/^M0 240H1000$/);
    expect(layOutPrices([], 0, 100)).toEqual({ steps: [], line: "", area: "" });
    expect(layOutPrices(steps, 100, 100).line).not.toMatch(/NaN|Infinity/);
  });
});

describe("findStepAt", () => {
  const { steps: plotted } = layOutPrices(steps, 0, 100);

  it.each([
    [0, 0],
    [0.39, 0],
    [0.4, 1],
    [0.6, 2],
    [1, 2],
    [-1, 0],
    [7, 2],
  ])("finds at %f the step %i", (share, place) => expect(findStepAt(plotted, share)).toBe(place));
});
