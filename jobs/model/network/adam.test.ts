import { describe, expect, it } from "vitest";
import { Adam } from "./adam";

const options = { decay: 0, averageDecay: 0.99 };

describe("Adam", () => {
  it("takes a first step of its rate against the gradient, whatever its size, as Kingma and Ba have it", () => {
    const weights = { top: Float32Array.of(1, 1, 1) };
    new Adam(weights, options).update({ top: Float32Array.of(1e-3, -50, 0) }, 0.1);
    expect([...weights.top].map((value) => Number(value.toFixed(4)))).toEqual([0.9, 1.1, 1]);
  });

  it("finds the least of a bowl", () => {
    const weights = { top: Float32Array.of(4, -3) };
    const adam = new Adam(weights, options);
    for (let step = 0; step < 800; step++) adam.update({ top: weights.top.map((value) => 2 * (value - 1)) }, 0.02);
    for (const value of [...weights.top, ...(adam.average.top ?? [])]) expect(Math.abs(value - 1)).toBeLessThan(0.05);
  });

  it("shrinks weights by their decay, beside the gradient, and no bias", () => {
    const weights = { top: Float32Array.of(2), top_bias: Float32Array.of(2) };
    new Adam(weights, { ...options, decay: 0.5 }).update(
      { top: Float32Array.of(0), top_bias: Float32Array.of(0) },
      0.1,
    );
    expect(weights.top[0]).toBeCloseTo(2 * (1 - 0.1 * 0.5), 6);
    expect(weights.top_bias[0]).toBe(2);
  });

  it("keeps an average beside the weights that soon forgets where they began", () => {
    const weights = { top: Float32Array.of(100) };
    const adam = new Adam(weights, options);
    expect(adam.average.top).toEqual(weights.top);
    for (let step = 0; step < 30; step++) {
      weights.top[0] = 0;
      adam.update({ top: Float32Array.of(0) }, 0.1);
    }
    expect(adam.average.top?.[0]).toBeLessThan(0.01);
  });

  it("refuses a gradient that leaves a weight out", () => {
    expect(() => new Adam({ top: Float32Array.of(1) }, options).update({}, 0.1)).toThrow("no gradient of top");
  });
});
