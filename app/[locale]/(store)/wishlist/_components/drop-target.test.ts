import { expect, it } from "vitest";
import { findDropTarget, toScrollStep } from "./drop-target";

const rows = ["a", "b", "c"].map((id, index) => ({ id, top: 100 + index * 50, height: 50 }));

it("a row is dropped before the first other one whose middle is below the pointer", () => {
  expect([0, 124, 126, 160, 176, 230, 900].map((y) => findDropTarget(rows, "b", y))).toEqual([
    "a",
    "a",
    "c",
    "c",
    "c",
    null,
    null,
  ]);
  expect(findDropTarget([], "b", 10)).toBeNull();
});

it("the page scrolls near its edges only, faster the nearer", () => {
  expect([300, 80, 79, 0, -50].map((y) => toScrollStep(y, 600))).toEqual([0, 0, -1, -18, -30]);
  expect([520, 521, 600].map((y) => toScrollStep(y, 600))).toEqual([0, 1, 18]);
});
