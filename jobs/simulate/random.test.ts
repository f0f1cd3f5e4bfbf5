import { describe, expect, it } from "vitest";
import { Random } from "./random";

const draws = (random: Random, count: number, draw: (random: Random) => number) =>
  Array.from({ length: count }, () => draw(random));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe("Random", () => {
  it("repeats for the same seed and label and differs for another label", () => {
    const first = draws(new Random(7, "a"), 5, (random) => random.float());
    expect(draws(new Random(7, "a"), 5, (random) => random.float())).toEqual(first);
    expect(draws(new Random(7, "b"), 5, (random) => random.float())).not.toEqual(first);
    expect(draws(new Random(8, "a"), 5, (random) => random.float())).not.toEqual(first);
  });

  it.each([0.4, 1, 3, 12])("draws gamma of shape %f with mean 1 and variance 1/shape", (shape) => {
    const values = draws(new Random(1, `gamma ${shape}`), 20_000, (random) => random.gamma(shape));
    expect(mean(values)).toBeCloseTo(1, 1);
    expect(variance(values) * shape).toBeGreaterThan(0.9);
    expect(variance(values) * shape).toBeLessThan(1.1);
  });

  it("draws negative binomial counts with the stated mean and variance", () => {
    const values = draws(new Random(2, "counts"), 20_000, (random) => random.negativeBinomial(8, 10));
    expect(mean(values)).toBeCloseTo(8, 0);
    expect(variance(values)).toBeGreaterThan(13);
    expect(variance(values)).toBeLessThan(16);
    expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
    expect(new Random(2, "none").negativeBinomial(0, 10)).toBe(0);
  });

  it("samples without repeats and refuses to pick from nothing", () => {
    const sample = new Random(3, "sample").sample([1, 2, 3, 4, 5], 4);
    expect(new Set(sample).size).toBe(4);
    expect(() => new Random(3, "none").pick([])).toThrow("nothing to pick from");
  });
});
