import { expect, it } from "vitest";
import { toPeriod, toSpan } from "./review-period";

const today = "2026-03-31";

it.each([
  ["any", undefined, undefined],
  ["30d", "2026-03-01", undefined],
  ["1y", "2025-03-31", undefined],
  ["2026-02", "2026-02-01", "2026-02-28"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2025-12", "2025-12-01", "2025-12-31"],
])("%s is from %s through %s, and the other way round", (period, from, through) => {
  expect(toSpan(period, today)).toEqual({ from, through });
  expect(toPeriod(toSpan(period, today), today)).toBe(period);
});

it("the last 30 days stay so over midnight", () => {
  expect(toPeriod(toSpan("30d", today), "2026-04-01")).toBe("30d");
});
