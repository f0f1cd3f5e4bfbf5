import { describe, expect, it } from "vitest";
import { breakLines } from "./break-lines";

/** Each letter is half as wide as it is high. */
const measure = (text: string, size: number) => (text.length * size) / 2;
const box = { width: 100, sizes: [40, 20, 10], maxLines: 2 };

describe("breakLines", () => {
  it("takes the largest size at which the text fits", () => {
    expect(breakLines("Ember", box, measure)).toEqual({ lines: ["Ember"], size: 40 });
    expect(breakLines("Ember Tide", box, measure)).toEqual({ lines: ["Ember", "Tide"], size: 40 });
    expect(breakLines("Embers of Tides", box, measure)).toEqual({ lines: ["Embers of", "Tides"], size: 20 });
  });

  it("leaves out what does not fit at the smallest size, and says so", () => {
    const { lines, size } = breakLines("one two three four five six seven eight nine ten", box, measure);
    expect(size).toBe(10);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.endsWith("…")).toBe(true);
    expect(lines.every((line) => measure(line, size) <= 100)).toBe(true);
  });

  it("shortens a word that is wider than the box, and takes a text without words", () => {
    expect(breakLines("x".repeat(50), box, measure).lines).toEqual([`${"x".repeat(19)}…`]);
    expect(breakLines("  ", box, measure).lines).toEqual([]);
  });
});
