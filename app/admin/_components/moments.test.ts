import { expect, it } from "vitest";
import { formatAge, formatShortSpan, formatSpan } from "./moments";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it.each([
  [7, "7 ms"],
  [949, "949 ms"],
  [960, "1.0 s"],
  [9949, "9.9 s"],
  [9951, "10 s"],
  [59_400, "59 s"],
  [90_000, "2 m"],
  [59.4 * MINUTE, "59 m"],
  [3 * HOUR, "3 h"],
  [72 * HOUR, "3 d"],
])("%d ms is short for %s", (ms, text) => {
  expect(formatShortSpan(ms)).toBe(text);
});

it.each([
  [402, "402 ms"],
  [4100, "4.1 s"],
  [371_000, "6 min 11 s"],
  [3.5 * HOUR, "3 h 30 min"],
  [72 * HOUR, "3 days"],
])("%d ms took %s", (ms, text) => {
  expect(formatSpan(ms)).toBe(text);
});

it("an age is told in one unit", () => {
  expect([1000, 5 * MINUTE, 3 * HOUR, 72 * HOUR].map(formatAge)).toEqual(["under a minute", "5 min", "3 h", "3 days"]);
});
