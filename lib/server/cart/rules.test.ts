import { describe, expect, test } from "vitest";
import { applyBaseRule, findObstacle, type SaleState, type Wanted } from "./rules";

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

describe("a DLC", () => {
  const base = { gameId: "base", obstacle: null, baseIds: [] };
  const edition = { gameId: "edition", obstacle: null, baseIds: [] };
  const dlc = { gameId: "dlc", obstacle: null, baseIds: ["base", "edition"] };
  const obstacleOf = (wanted: Wanted[], owned: string[] = []) => applyBaseRule(wanted, new Set(owned)).get("dlc");

  test("cannot be bought alone", () => {
    expect(obstacleOf([dlc])).toBe("needs_base");
  });

  test("can be bought with its base game or an edition of it, and by who owns one of them", () => {
    expect(obstacleOf([dlc, base])).toBeNull();
    expect(obstacleOf([edition, dlc])).toBeNull();
    expect(obstacleOf([dlc], ["base"])).toBeNull();
    expect(obstacleOf([dlc], ["edition"])).toBeNull();
    expect(obstacleOf([{ ...base, obstacle: "owned" }, dlc], ["base"])).toBeNull();
  });

  test("gains nothing from a base game that cannot be bought itself", () => {
    expect(obstacleOf([dlc, { ...base, obstacle: "sold_out" }])).toBe("needs_base");
    expect(obstacleOf([{ ...dlc, obstacle: "not_released" }])).toBe("not_released");
  });

  test("of a DLC falls with it, whatever their order", () => {
    const addOn = { gameId: "add-on", obstacle: null, baseIds: ["dlc"] };
    for (const wanted of [
      [addOn, dlc],
      [dlc, addOn],
    ]) {
      expect([...applyBaseRule(wanted, new Set()).values()]).toEqual(["needs_base", "needs_base"]);
    }
    expect(applyBaseRule([addOn, dlc, base], new Set()).get("add-on")).toBeNull();
  });
});
