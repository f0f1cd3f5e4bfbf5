import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/shared/day";
import { toChartPoints, toWeeks } from "@/lib/shared/sales-series";
import { carrySpan, toSpan } from "./chart-span";

const actual = Array.from({ length: 400 }, (_, index) => ({ day: addDays("2025-01-01", index), units: 1 }));
const forecast = Array.from({ length: 60 }, (_, index) => {
  return { day: addDays("2025-01-01", 400 + index), units: 1, lowerUnits: 0, upperUnits: 2 };
});
const days = toChartPoints(actual, forecast);
const weeks = toWeeks(days);

describe("toSpan", () => {
  it.each([
    ["30d", 370],
    ["90d", 310],
    ["1y", 35],
    ["all", 0],
  ] as const)("%s begins at day %i and ends with the forecast", (id, startIndex) => {
    expect(toSpan(days, id, "day")).toEqual({ startIndex, endIndex: 459 });
  });

  it("counts weeks in the weekly chart", () => {
    const { startIndex } = toSpan(weeks, "30d", "week");
    const past = weeks.filter((week) => week.actual !== null);
    expect(past.length - startIndex).toBe(5);
  });

  it("shows what there is where the past is shorter than the range", () => {
    expect(toSpan(days.slice(395, 410), "90d", "day")).toEqual({ startIndex: 0, endIndex: 14 });
    expect(toSpan([], "90d", "day")).toEqual({ startIndex: 0, endIndex: 0 });
  });
});

describe("carrySpan", () => {
  it("keeps the stretch of time over a change of the grain, there and back", () => {
    const span = { startIndex: 106, endIndex: 205 };
    const weekly = carrySpan(span, days, weeks);
    const first = weeks[weekly.startIndex]?.day ?? "";
    expect(first <= addDays("2025-01-01", 106) && addDays(first, 7) > addDays("2025-01-01", 106)).toBe(true);
    const back = carrySpan(weekly, weeks, days);
    expect(Math.abs(back.startIndex - span.startIndex)).toBeLessThan(7);
    expect(Math.abs(back.endIndex - span.endIndex)).toBeLessThan(7);
  });

  it("stays within the points where a week at the end was cut", () => {
    const { startIndex, endIndex } = carrySpan({ startIndex: 459, endIndex: 459 }, days, weeks);
    expect(endIndex).toBe(weeks.length - 1);
    expect(startIndex).toBe(endIndex);
  });
});
