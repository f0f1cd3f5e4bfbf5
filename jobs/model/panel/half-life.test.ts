import { describe, expect, it } from "vitest";
import { createRandom, drawNormal } from "@/jobs/model/random";
import { createShops, toEndDay } from "@/jobs/model/synthetic-panel";
import { fitConditions } from "./demand-conditions";
import { chooseHalfLife } from "./half-life";

const panel = createShops({ count: 4, days: 500, horizon: 28, seed: 3 });

/** The shops with a level of their own: each day's sales are multiplied by e^level. */
function chooseWith(createLevel: (seed: number) => (t: number) => number, endDay = toEndDay(panel)): number {
  const series = panel.series.map((each, i) => {
    const toLevel = createLevel(i);
    return { ...each, values: each.values.map((value, t) => value * Math.exp(toLevel(t))) };
  });
  return chooseHalfLife(series, fitConditions(series, panel.spec, endDay), panel.spec, endDay);
}

const noise = (seed: number) => {
  const random = createRandom(seed);
  return () => 0.4 * drawNormal(random);
};
const walk = (seed: number) => {
  const random = createRandom(seed);
  let level = 0;
  return () => {
    level += 0.12 * drawNormal(random);
    return level;
  };
};

describe("chooseHalfLife", () => {
  it("looks far back where the level stays, and only at the last days where it wanders", () => {
    expect(chooseWith(noise)).toBeGreaterThanOrEqual(56);
    expect(chooseWith(walk)).toBeLessThanOrEqual(14);
  });

  it("reads nothing from its last day on, and has a default where nothing can be tried", () => {
    const wanderLater = (seed: number) => {
      const [stay, wander] = [noise(seed), walk(seed)];
      return (t: number) => (t < 300 ? stay() : wander());
    };
    const endDay = toEndDay(panel) - 200;
    expect(chooseWith(wanderLater, endDay)).toBe(chooseWith(noise, endDay));
    expect(chooseWith(noise, toEndDay(panel) - 450)).toBe(28);
  });
});
