import { describe, expect, it } from "vitest";
import { toCopyText } from "./copy";
import { timeUuid } from "./sales-ids";

describe("toCopyText", () => {
  it.each([
    [null, "\\N"],
    ["plain", "plain"],
    ["a\tb\nc\\d\re", "a\\tb\\nc\\\\d\\re"],
    ["\\N", "\\\\N"],
    [true, "t"],
    [12, "12"],
    [new Date("2026-01-02T03:04:05.006Z"), "2026-01-02T03:04:05.006Z"],
    [['say "hi"', "b,c"], '{"say \\\\"hi\\\\"","b,c"}'],
    [[], "{}"],
  ])("writes %j as %s", (cell, text) => {
    expect(toCopyText(cell)).toBe(text);
  });
});

describe("timeUuid", () => {
  it("is a version 7 UUID, ordered by time and unique", () => {
    const ids = Array.from({ length: 20_000 }, (_, index) =>
      timeUuid(1_700_000_000_000 + Math.floor(index / 50), "order", index),
    );
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
    expect(timeUuid(1_700_000_000_001, "order", 0) > timeUuid(1_700_000_000_000, "order", 9999)).toBe(true);
  });
});
