import { expect, it } from "vitest";
import { stepPlace } from "./use-stage";

it("the stage goes round both ways", () => {
  expect([0, 1, 2].map((place) => stepPlace(place, 1, 3))).toEqual([1, 2, 0]);
  expect([0, 1, 2].map((place) => stepPlace(place, -1, 3))).toEqual([2, 0, 1]);
  expect(stepPlace(0, 1, 1)).toBe(0);
});
