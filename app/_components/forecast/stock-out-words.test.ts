import { describe, expect, it } from "vitest";
import type { StockOut } from "@/lib/shared/forecast";
import { describeOrder, describeStockOut } from "./stock-out-words";

const stock = (change: Partial<StockOut>): StockOut => ({
  state: "runs_out",
  keysLeft: 120,
  expectedDay: "2026-12-12",
  earliestDay: "2026-12-05",
  latestDay: "2027-01-02",
  keysToOrder: 340,
  horizonDays: 60,
  safetyPercent: 90,
  ...change,
});

describe("describeStockOut", () => {
  it("names the day and its range", () => {
    expect(describeStockOut(stock({}))).toEqual({
      headline: "Runs out on Dec 12, 2026",
      detail: "80 % range: Dec 5, 2026 to Jan 2, 2027.",
    });
  });

  it("says where the range reaches beyond the forecast", () => {
    expect(describeStockOut(stock({ latestDay: null })).detail).toContain("to beyond the 60 days of the forecast");
  });

  it("tells sold out, likely to last and sure to last apart", () => {
    const none = { expectedDay: null, earliestDay: null, latestDay: null };
    const headlines = [
      stock({ ...none, state: "sold_out", keysLeft: 0 }),
      stock({ ...none, state: "may_run_out", earliestDay: "2027-01-10" }),
      stock({ ...none, state: "lasts" }),
    ].map((each) => describeStockOut(each).headline);
    expect(headlines).toEqual(["Sold out", "Should last 60 days", "Lasts 60 days"]);
  });
});

it("says how many keys to order, one or none too", () => {
  expect(describeOrder(stock({}))).toBe("Order 340 keys to be 90 % sure that the keys last 60 days.");
  expect(describeOrder(stock({ keysToOrder: 1 }))).toMatch(/^Order 1 key to/);
  expect(describeOrder(stock({ keysToOrder: 0 }))).toMatch(/^Nothing to order/);
});
