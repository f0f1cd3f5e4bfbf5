import { describe, expect, it } from "vitest";
import { listCautions, type PlanFacts } from "./cautions";

const seen = {
  gameDepths: [50, 20],
  storeDepths: [20, 25, 50, 75],
  gamePrices: [1999],
  storePriceRange: [499, 6999] as const,
};
const plan = { discountPercent: 20, from: "2026-04-02", through: "2026-04-05" };
const prices = (percents: number[]) =>
  percents.map((discountPercent, h) => ({
    day: `2026-04-0${h + 1}`,
    listCents: 1999,
    paidCents: 1999,
    discountPercent,
  }));
const facts: PlanFacts = {
  plan,
  currency: "USD",
  kind: "regular",
  isEffectBorrowed: false,
  seen,
  basePrices: prices([0, 0, 0, 0, 0, 0]),
};
const cautions = (change: Partial<PlanFacts>) => listCautions({ ...facts, ...change });
const discount = (discountPercent: number, change: Partial<PlanFacts["seen"]> = {}) =>
  cautions({ plan: { ...plan, discountPercent }, seen: { ...seen, ...change } }).map(({ message }) => message);

describe("listCautions", () => {
  it("has nothing to say of what was seen before", () => {
    expect(cautions({})).toEqual([]);
    expect(cautions({ plan: { ...plan, discountPercent: 0, priceCents: 1999 } })).toEqual([]);
  });

  it("says which depths were seen, of the game and of the store", () => {
    expect(discount(75)).toEqual([
      "This game was never sold at 75 % off; its discounts so far: 20 and 50 %. The answer rests on other games at 75 % off.",
    ]);
    expect(discount(90)[0]).toContain("No game of the store was sold at 90 % off; seen were 20, 25, 50, and 75 %.");
    expect(discount(75, { gameDepths: [] })[0]).toMatch(/^This game was never discounted so far/);
    expect(discount(75, { gameDepths: [], storeDepths: [] })[0]).toContain("No game of the store was ever discounted");
  });

  it("warns of a price the game never had, the more where no game had one like it", () => {
    const price = (priceCents: number) => cautions({ plan: { ...plan, priceCents } }).map(({ message }) => message);
    expect(price(2999)).toEqual(["This game never had a list price of $29.99; it had $19.99."]);
    expect(price(9999)[0]).toContain("they cost $4.99 to $69.99");
  });

  it("names the days on which a deeper discount is planned already", () => {
    const dates = (percents: number[]) => cautions({ basePrices: prices(percents) });
    expect(dates([75, 20, 0, 0, 0, 75])).toEqual([]);
    expect(dates([0, 75, 75, 0, 0, 0])[0]).toMatchObject({
      about: "dates",
      message: expect.stringContaining("Between Apr 2, 2026 and Apr 3, 2026"),
    });
    expect(dates([0, 0, 25, 0, 0, 0])[0]?.message).toContain("On Apr 3, 2026");
  });

  it("says so where the forecaster cannot see a price, or knows the game too little", () => {
    expect(cautions({ isEffectBorrowed: true })[0]?.message).toContain("past sales only");
    expect(cautions({ kind: "launch" })[0]?.message).toContain("not out yet");
    expect(cautions({ kind: "young" })[0]?.message).toContain("fewer than 90 days");
  });
});
