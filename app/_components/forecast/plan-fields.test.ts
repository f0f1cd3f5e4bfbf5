import { describe, expect, it } from "vitest";
import { type PlanFields, readPlan, suggestFields } from "./plan-fields";

const limits = { firstDay: "2026-11-23", lastDay: "2027-01-21", currency: "USD" };
const fields: PlanFields = { discountPercent: "25", price: "", from: "2026-12-03", through: "2026-12-10" };
const read = (change: Partial<PlanFields>, currency = "USD") =>
  readPlan({ ...fields, ...change }, { ...limits, currency });

describe("readPlan", () => {
  it("reads a discount, with a price of its own where one is typed", () => {
    expect(read({}).plan).toEqual({ discountPercent: 25, from: "2026-12-03", through: "2026-12-10" });
    expect(read({ price: " 14,99 " }).plan?.priceCents).toBe(1499);
    expect(read({ price: "19.9" }).plan?.priceCents).toBe(1990);
    expect(read({ price: "1200" }, "JPY").plan?.priceCents).toBe(1200);
  });

  it("takes a price without a discount", () => {
    expect(read({ discountPercent: "", price: "9.99" }).plan).toMatchObject({ discountPercent: 0, priceCents: 999 });
  });

  it.each<[Partial<PlanFields>, keyof PlanFields]>([
    [{ discountPercent: "91" }, "discountPercent"],
    [{ discountPercent: "2.5" }, "discountPercent"],
    [{ discountPercent: "-5" }, "discountPercent"],
    [{ discountPercent: "0" }, "discountPercent"],
    [{ price: "free" }, "price"],
    [{ price: "0" }, "price"],
    [{ price: "1.999" }, "price"],
    [{ price: "1e3" }, "price"],
    [{ from: "" }, "from"],
    [{ from: "2026-11-22" }, "from"],
    [{ through: "2027-01-22" }, "through"],
    [{ through: "2026-12-02" }, "through"],
  ])("refuses %o at its field", (change, field) => {
    const { plan, errors } = read(change);
    expect(plan).toBeNull();
    expect(Object.keys(errors)).toEqual([field]);
  });

  it("refuses fractions of a currency that has none", () => {
    expect(read({ price: "12.50" }, "JPY").errors).toHaveProperty("price");
  });
});

describe("suggestFields", () => {
  it("begins with the first week that has no discount", () => {
    const sale = { name: "Autumn", from: "2026-11-25", to: "2026-11-30", discountPercent: 25 };
    expect(suggestFields(limits, [sale])).toMatchObject({ from: "2026-12-01", through: "2026-12-07" });
  });

  it("stays within the forecast where every week has one", () => {
    const always = { name: "Always", from: "2026-01-01", to: "2028-01-01", discountPercent: 25 };
    const suggested = suggestFields({ ...limits, lastDay: "2026-11-26" }, [always]);
    expect(suggested).toMatchObject({ from: "2026-11-23", through: "2026-11-26" });
    expect(readPlan(suggested, { ...limits, lastDay: "2026-11-26" }).plan).not.toBeNull();
  });
});
