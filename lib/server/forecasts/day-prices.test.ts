import { describe, expect, it } from "vitest";
import { priceDays } from "./day-prices";

const days = ["2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04"];
const spring = {
  discountPercent: 25,
  startsAt: new Date("2026-04-02T18:00:00Z"),
  endsAt: new Date("2026-04-04T10:00:00Z"),
};
const prices = { priceCents: 1999, currency: "USD", offers: [spring] };
const paid = (plan?: Parameters<typeof priceDays>[2], list = prices) =>
  priceDays(days, list, plan).map(({ paidCents, discountPercent }) => [paidCents, discountPercent]);

describe("priceDays", () => {
  it("takes the price at noon", () => {
    expect(paid()).toEqual([
      [1999, 0],
      [1999, 0],
      [1499, 25],
      [1999, 0],
    ]);
  });

  it("gives a plan's days its discount, both ends included, where no deeper one holds", () => {
    const shallow = { discountPercent: 10, from: "2026-04-02", through: "2026-04-03" };
    expect(paid(shallow).map(([, percent]) => percent)).toEqual([0, 10, 25, 0]);
    expect(paid({ ...shallow, discountPercent: 50 })).toEqual([
      [1999, 0],
      [1000, 50],
      [1000, 50],
      [1999, 0],
    ]);
  });

  it("takes discounts off the plan's list price on its days only", () => {
    const plan = { discountPercent: 0, priceCents: 1000, from: "2026-04-01", through: "2026-04-03" };
    expect(paid(plan).map(([cents]) => cents)).toEqual([1000, 1000, 750, 1999]);
  });

  it("gives a free game no discount", () => {
    const plan = { discountPercent: 50, from: "2026-04-01", through: "2026-04-04" };
    expect(paid(plan, { ...prices, priceCents: 0 })).toEqual(days.map(() => [0, 0]));
  });
});
