import { expect, test } from "vitest";
import { findObstacle, type SaleState } from "./rules";

const onSale: SaleState = {
  status: "published",
  releaseDate: new Date("2026-05-01"),
  hasPrice: true,
  isOwned: false,
  isSoldOut: false,
};

test("a game can be bought from the UTC day of its release on", () => {
  expect(findObstacle(onSale, "2026-04-30")).toBe("not_released");
  expect(findObstacle(onSale, "2026-05-01")).toBeNull();
});

test.each([
  { change: { status: "draft" }, obstacle: "not_sold" },
  { change: { status: "delisted" }, obstacle: "not_sold" },
  { change: { releaseDate: null }, obstacle: "not_released" },
  { change: { hasPrice: false }, obstacle: "not_sold" },
  { change: { isSoldOut: true }, obstacle: "sold_out" },
  { change: { isOwned: true, status: "delisted" }, obstacle: "owned" },
] as const)("a game with $change cannot be bought: $obstacle", ({ change, obstacle }) => {
  expect(findObstacle({ ...onSale, ...change }, "2026-06-01")).toBe(obstacle);
});
