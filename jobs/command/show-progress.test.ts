import { expect, it } from "vitest";
import { toTimeLeft } from "./show-progress";

it("tells the time left at the pace so far, once it can be told", () => {
  expect(toTimeLeft(1_000, 0.01)).toBe("");
  expect(toTimeLeft(10_000, 0.25)).toBe(" · 30 s left");
  expect(toTimeLeft(60_000, 0.1)).toBe(" · 9 min left");
  expect(toTimeLeft(60_000, 1)).toBe("");
});
