import { describe, expect, it } from "vitest";
import { listCautions, type PlanFacts } from "./cautions";

const seen = {
  gameDepths: [50, 20],
  storeDepths: [20, 75, 25, 50],
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
  kind: "regular",
  isEffectBorrowed: false,
  seen,
  basePrices: prices([0, 0, 0, 0, 0, 0]),
};
const cautions = (change: Partial<PlanFacts>) => listCautions({ ...facts, ...change });

describe("listCautions", () => {
  it("has nothing to say of what was seen before", () => {
    expect(cautions({})).toEqual([]);
    expect(cautions({ plan: { ...plan, discountPercent: 0, priceCents: 1999 } })).toEqual([]);
  });

  it("names the depths that were seen of the game and of the store, mildest first", () => {
    expect(cautions({ plan: { ...plan, discountPercent: 75 } })).toEqual([
      { about: "discount", discountPercent: 75, gameDepths: [20, 50], storeDepths: [20, 25, 50, 75] },
    ]);
  });

  it("warns of a price the game never had, the more where no game had one like it", () => {
    const price = (priceCents: number, change: Partial<PlanFacts["seen"]> = {}) =>
      cautions({ plan: { ...plan, priceCents }, seen: { ...seen, ...change } });
    expect(price(2999)).toEqual([{ about: "price", priceCents: 2999, gamePrices: [1999], storeRange: null }]);
    expect(price(9999)).toMatchObject([{ storeRange: [499, 6999] }]);
    expect(price(9999, { storePriceRange: null })).toMatchObject([{ storeRange: null }]);
  });

  it("names the days on which a deeper discount is planned already", () => {
    const dates = (percents: number[]) => cautions({ basePrices: prices(percents) });
    expect(dates([75, 20, 0, 0, 0, 75])).toEqual([]);
    expect(dates([0, 75, 75, 0, 0, 0])).toEqual([{ about: "dates", from: "2026-04-02", through: "2026-04-03" }]);
  });

  it("says so where the forecaster cannot see a price, or knows the game too little", () => {
    expect(cautions({ isEffectBorrowed: true, kind: "young" })).toEqual([{ about: "method", reason: "borrowed" }]);
    expect(cautions({ kind: "launch" })).toEqual([{ about: "method", reason: "launch" }]);
    expect(cautions({ kind: "young" })).toEqual([{ about: "method", reason: "young" }]);
  });
});
