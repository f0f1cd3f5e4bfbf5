import { describe, expect, it } from "vitest";
import { addDays } from "./day";
import { computeTrend, discountOn, fillDays, toChartPoints, toWeeks } from "./sales-series";

const sale = (day: string, units: number) => ({ day, units, revenueCents: units * 100 });
const ahead = (day: string, units: number) => ({ day, units, lowerUnits: units - 1, upperUnits: units + 2 });

describe("fillDays", () => {
  it("makes a day without a row a day without a sale, over a leap day", () => {
    const filled = fillDays([sale("2024-02-28", 4), sale("2024-03-01", 2)], "2024-02-27", "2024-03-02");
    expect(filled.map(({ day, units }) => [day, units])).toEqual([
      ["2024-02-27", 0],
      ["2024-02-28", 4],
      ["2024-02-29", 0],
      ["2024-03-01", 2],
      ["2024-03-02", 0],
    ]);
  });

  it("is empty where the last day comes before the first", () => {
    expect(fillDays([sale("2024-03-01", 2)], "2024-03-02", "2024-03-01")).toEqual([]);
  });
});

describe("computeTrend", () => {
  it("is the change as a fraction", () => {
    expect(computeTrend(30, 40)).toBe(-0.25);
    expect(computeTrend(0, 40)).toBe(-1);
  });

  it("has no number where nothing was sold before", () => {
    expect(computeTrend(30, 0)).toBeNull();
  });
});

describe("discountOn", () => {
  const spans = [
    { name: "Spring", from: "2024-03-01", to: "2024-03-07", discountPercent: 20 },
    { name: "Weekend", from: "2024-03-07", to: "2024-03-08", discountPercent: 50 },
  ];

  it("takes the deepest of overlapping discounts, both ends included", () => {
    expect(
      ["2024-02-29", "2024-03-01", "2024-03-07", "2024-03-08", "2024-03-09"].map((day) => discountOn(day, spans)),
    ).toEqual([0, 20, 50, 50, 0]);
  });
});

describe("toChartPoints", () => {
  it("drops forecast days that have become actual ones", () => {
    const points = toChartPoints(
      [sale("2024-03-01", 4), sale("2024-03-02", 5)],
      [ahead("2024-03-02", 9), ahead("2024-03-03", 7)],
    );
    expect(points.map(({ day, actual, forecast, band }) => [day, actual, forecast, band])).toEqual([
      ["2024-03-01", 4, null, null],
      ["2024-03-02", 5, null, null],
      ["2024-03-03", null, 7, [6, 9]],
    ]);
  });

  it("has the 50 % band where the quartiles are known", () => {
    const quartiles = { lowerQuartileUnits: 0, upperQuartileUnits: 8 };
    const points = toChartPoints([], [{ ...ahead("2024-03-03", 7), ...quartiles }, ahead("2024-03-04", 7)]);
    expect(points.map(({ innerBand }) => innerBand)).toEqual([[0, 8], null]);
  });
});

describe("toWeeks", () => {
  const past = Array.from({ length: 16 }, (_, index) => sale(addDays("2024-03-01", index), index));
  const next = Array.from({ length: 10 }, (_, index) => ahead(addDays("2024-03-17", index), 10));
  const weeks = toWeeks(toChartPoints(past, next));

  it("counts whole weeks back and forth from the last day of data", () => {
    expect(weeks.map(({ day }) => day)).toEqual(["2024-03-03", "2024-03-10", "2024-03-17"]);
    expect(weeks.map(({ actual }) => actual)).toEqual([
      2 + 3 + 4 + 5 + 6 + 7 + 8,
      9 + 10 + 11 + 12 + 13 + 14 + 15,
      null,
    ]);
  });

  it("never mixes sold with forecast units, and sums the band's ends", () => {
    expect(weeks.map(({ forecast }) => forecast)).toEqual([null, null, 70]);
    expect(weeks.at(-1)?.band).toEqual([63, 84]);
  });
});
