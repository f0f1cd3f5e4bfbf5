import { describe, expect, it } from "vitest";
import { toPlace, toSteps } from "./waterfall-steps";

const level = { name: "Usual level", units: 3 };
const effects = [
  { key: "weekday", name: "Saturday", units: 1.2 },
  { key: "discount", name: "50 % off", units: 7.9 },
  { key: "trend", name: "Recent trend", units: -0.4 },
  { key: "age", name: "Time since release", units: 0.01 },
];
const steps = toSteps(level, effects, "Forecast");

describe("toSteps", () => {
  it("begins each bar where the one before it ended, and ends at the level plus all effects", () => {
    for (let index = 2; index < steps.length - 1; index++) expect(steps[index]?.from).toBe(steps[index - 1]?.to);
    expect(steps.at(-1)).toMatchObject({ from: 0, kind: "sum" });
    expect(steps.at(-1)?.to).toBe(11.7);
  });

  it("shows tenths that add up, although each effect has more digits", () => {
    const fine = Array.from({ length: 5 }, (_, index) => ({ key: `${index}`, name: "", units: 0.04 }));
    const shown = toSteps({ name: "", units: 1.04 }, fine, "");
    const sum = shown.slice(0, -1).reduce((total, { units }) => total + units, 0);
    expect(sum).toBeCloseTo(shown.at(-1)?.units ?? 0, 9);
    expect(shown.at(-1)?.units).toBe(1.2);
  });

  it("tells rises from falls, and neither from what rounds to nothing", () => {
    expect(steps.map(({ kind }) => kind)).toEqual(["level", "up", "up", "down", "none", "sum"]);
  });
});

describe("toPlace", () => {
  it("lays every bar within the axis, ends meeting", () => {
    const places = steps.map((step) => toPlace(step, steps));
    for (const { left, width } of places) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(100 + 1e-9);
    }
    const [levelPlace, weekday] = places;
    expect(weekday?.left).toBeCloseTo((levelPlace?.left ?? 0) + (levelPlace?.width ?? 0), 9);
  });

  it("makes room left of zero where the running sum falls below it", () => {
    const below = toSteps({ name: "Usual level", units: 1 }, [{ key: "a", name: "A", units: -2 }], "Forecast");
    expect(toPlace({ from: 0, to: 1 }, below)).toEqual({ left: 50, width: 50 });
    expect(below.map((step) => toPlace(step, below).left)).toEqual([50, 0, 0]);
  });

  it("draws a game that never sells", () => {
    const none = toSteps({ name: "Usual level", units: 0 }, [], "Forecast");
    expect(none.map((step) => toPlace(step, none))).toEqual([
      { left: 0, width: 0 },
      { left: 0, width: 0 },
    ]);
  });
});
