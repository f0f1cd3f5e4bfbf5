import { describe, expect, it } from "vitest";
import { say } from "@/lib/shared/say";
import { checkDraftDays, toDraftPercent } from "./draft-rules";

const list = { priceCents: 1999, currency: "USD" };
const days = { from: "2026-04-01", through: "2026-04-07" };
const percentOf = (discountPercent: number, priceCents?: number) =>
  toDraftPercent({ ...days, discountPercent, ...(priceCents === undefined ? {} : { priceCents }) }, list);

describe("toDraftPercent", () => {
  it("keeps a discount, and turns a lower price into the discount that leads to it", () => {
    expect(percentOf(33)).toBe(33);
    expect(percentOf(0, 999)).toBe(50);
    expect(percentOf(50, 1499)).toBe(62);
  });

  it("lets a price that is no lower, or all but nothing, not become a promotion", () => {
    for (const cents of [1999, 2999, 1995, 50]) {
      expect(() => percentOf(0, cents)).toThrow(
        say("errors.draftPriceRange", { max: 90, lowest: "2.00", highest: "19.79", currency: "USD" }),
      );
    }
    expect(() => toDraftPercent({ ...days, discountPercent: 20 }, { ...list, priceCents: 0 })).toThrow(
      say("errors.draftGameFree"),
    );
  });
});

describe("checkDraftDays", () => {
  const check = (from: string, through: string) => () =>
    checkDraftDays({ from, through, discountPercent: 10 }, "2026-04-01");

  it("takes days from today to a year ahead, and names the field that is wrong", () => {
    expect(check("2026-04-01", "2027-05-31")).not.toThrow();
    expect(check("2026-03-31", "2026-04-07")).toThrow(expect.objectContaining({ code: "invalid_input" }));
    expect(check("2026-04-01", "9999-12-31")).toThrow(
      expect.objectContaining({
        fields: { "plan.through": say("errors.planTooFarAhead", { last: Date.UTC(2027, 4, 31) }) },
      }),
    );
  });
});
