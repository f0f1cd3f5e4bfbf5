import { describe, expect, it } from "vitest";
import { CURRENCIES } from "./currency";
import { PRICE_TIERS, toTierPrices } from "./price-tiers";

const paid = PRICE_TIERS.filter(({ USD }) => USD > 0);

describe("PRICE_TIERS", () => {
  it.each(CURRENCIES)("never gets cheaper in %s where dollars get dearer", (currency) => {
    const prices = PRICE_TIERS.map((tier) => tier[currency]);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });

  it("ends as people are used to: on .99 (pounds on .49 too), yen on tens", () => {
    for (const { USD, EUR, GBP, JPY, BRL } of paid) {
      expect([USD % 100, EUR % 100, BRL % 100]).toEqual([99, 99, 99]);
      expect([49, 99]).toContain(GBP % 100);
      expect(JPY % 50).toBe(0);
    }
  });
});

describe("toTierPrices", () => {
  it("gives the prices of a tier, and of the next one above a price between two", () => {
    expect(toTierPrices(1999)).toEqual({ USD: 1999, EUR: 1999, GBP: 1699, JPY: 2900, BRL: 6499 });
    expect(toTierPrices(1500)).toEqual({ ...toTierPrices(1799), USD: 1500 });
  });

  it("begins from any of its currencies", () => {
    expect(toTierPrices(719, "GBP")).toEqual({ ...toTierPrices(999), GBP: 719 });
    expect(toTierPrices(2900, "JPY")).toEqual(toTierPrices(1999));
    expect(toTierPrices(8799, "GBP")).toMatchObject({ GBP: 8799, EUR: 10099 });
  });

  it("leaves a free game free everywhere, and no paid one", () => {
    expect(Object.values(toTierPrices(0))).toEqual([0, 0, 0, 0, 0]);
    expect(Math.min(...Object.values(toTierPrices(1)))).toBeGreaterThan(0);
  });

  it("goes on beyond the dearest tier with the same endings", () => {
    expect(toTierPrices(9999)).toEqual({ USD: 9999, EUR: 9999, GBP: 8799, JPY: 14100, BRL: 34999 });
    expect(toTierPrices(8000).JPY).toBeGreaterThan(toTierPrices(7999).JPY);
  });
});
