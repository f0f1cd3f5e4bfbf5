import { expect, it } from "vitest";
import { moveItem } from "./move-game";

it.each([
  [0, 2, "bca"],
  [2, 0, "cab"],
  [1, 1, "abc"],
  [0, 3, "abc"],
  [0, -1, "abc"],
  [9, 0, "abc"],
])("from %i to %i gives %s", (from, to, wanted) => {
  expect(moveItem(["a", "b", "c"], from, to).join("")).toBe(wanted);
});
