import { describe, expect, it } from "vitest";
import type { PanelSeries } from "@/jobs/model/panel/panel";
import { cutPanel, planOrigins } from "./origins";
import type { ReadPanel } from "./to-panel";

function makeSeries(id: string, firstDay: number, days: number, knownDays = days): PanelSeries {
  const values = Float64Array.from({ length: days }, (_, t) => firstDay + t);
  const known = [Float64Array.from({ length: knownDays }, (_, t) => -(firstDay + t))];
  return { id, firstDay, firstAge: 0, values, known, statics: new Float64Array(0) };
}

function toRead(series: PanelSeries[]): ReadPanel {
  const spec = { known: ["k"], statics: [], horizon: 10, season: 7, hasAges: false, isCount: false };
  return { panel: { spec, series }, rows: 0, gapDays: 0, firstLines: new Map(series.map(({ id }, i) => [id, 2 + i])) };
}

const plan = { horizon: 10, season: 7, origins: 3, step: 5 };

describe("origins", () => {
  it("leave the horizon after the last one and step back from it", () => {
    expect(planOrigins(toRead([makeSeries("a", 100, 60), makeSeries("b", 100, 58)]), plan)).toEqual([140, 145, 150]);
  });

  it("refuse a series that is too short for any, with the line it starts on", () => {
    const read = toRead([makeSeries("a", 100, 60), makeSeries("b", 140, 20)]);
    expect(() => planOrigins(read, plan)).toThrow(
      expect.objectContaining({ line: 3, reason: expect.stringContaining('series "b" is too short: 20 days') }),
    );
  });

  it("refuse data in which no series reaches the earliest one", () => {
    expect(() => planOrigins(toRead([makeSeries("a", 100, 30)]), plan)).toThrow(
      /the data is too short: 3 origins 5 days apart with 10 days to forecast need 34 days/,
    );
    expect(planOrigins(toRead([makeSeries("a", 100, 34)]), plan)).toEqual([114, 119, 124]);
  });
});

describe("a panel cut at an origin", () => {
  const series = [
    makeSeries("whole", 100, 60),
    makeSeries("ends within", 100, 42),
    makeSeries("ended", 100, 40),
    makeSeries("too new", 127, 33),
  ];
  const { panel, actuals } = cutPanel(toRead(series).panel, 140);

  it("holds no value of the origin or after it, and known columns over the horizon", () => {
    expect(panel.series.map(({ id }) => id)).toEqual(["whole", "ends within"]);
    for (const { values, known } of panel.series) {
      expect([values.length, values.at(-1)]).toEqual([40, 139]);
      expect(known[0]).toHaveLength(50);
    }
    expect(panel.series[0]?.known[0]?.at(-1)).toBe(-149);
  });

  it("is scored on the days that were observed", () => {
    expect([...(actuals[0] ?? [])]).toEqual([140, 141, 142, 143, 144, 145, 146, 147, 148, 149]);
    expect([...(actuals[1] ?? [])].filter((value) => !Number.isNaN(value))).toEqual([140, 141]);
  });

  it("does not share memory with the data: a forecaster that writes into it changes nothing", () => {
    panel.series[0]?.values.fill(7);
    panel.series[0]?.known[0]?.fill(7);
    expect(series[0]?.values[0]).toBe(100);
    expect(series[0]?.known[0]?.[0]).toBe(-100);
  });
});
