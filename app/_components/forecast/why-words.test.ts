import { expect, it } from "vitest";
import { toSteps } from "./waterfall-steps";
import { describeSteps, toEffects } from "./why-words";

const day = {
  day: "2026-12-05",
  level: 3.1,
  effects: { weekday: 1.2, discount: 7.9, season: 0, age: -0.04, trend: -0.4 },
  forecast: 11.76,
};

it("names the effects as they are on the day, and keeps every unit of them", () => {
  const effects = toEffects(day, 50);
  expect(effects.map(({ name }) => name).slice(0, 2)).toEqual(["Saturday", "50 % off"]);
  expect(effects.reduce((sum, { units }) => sum + units, day.level)).toBeCloseTo(day.forecast, 9);
  expect(toEffects(day, 0).map(({ name }) => name)).toContain("Price, no discount");
});

it("says the strongest first, and nothing of what rounds to nothing", () => {
  const level = { name: "Usual level", units: day.level };
  expect(describeSteps(toSteps(level, toEffects(day, 50), "Forecast"))).toBe(
    "50 % off +7.9, Saturday +1.2, Recent trend −0.4",
  );
  expect(describeSteps(toSteps(level, [], "Forecast"))).toBe("");
});
