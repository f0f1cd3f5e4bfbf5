import { expect, it } from "vitest";
import { toClock } from "./countdown";

it("a span of less than a day is a clock", () => {
  expect([999, 61_000, 3_600_000, 86_399_999].map(toClock)).toEqual(["00:00:00", "00:01:01", "01:00:00", "23:59:59"]);
});
