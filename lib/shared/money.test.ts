import { describe, expect, it } from "vitest";
import { CURRENCIES } from "./currency";
import { discountedCents, formatMoney, minorDigits, toPercentOff } from "./money";

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("minor units", () => {
  it("are as many as the currency has digits: yen have none", () => {
    expect(CURRENCIES.map(minorDigits)).toEqual([2, 2, 2, 0, 2]);
    expect([minorDigits("KWD"), minorDigits("CLP")]).toEqual([3, 0]);
  });

  it("stay whole under a discount, halves rounded up", () => {
    expect(discountedCents(2900, 25)).toBe(2175);
    expect(discountedCents(1999, 25)).toBe(1499);
    expect(discountedCents(150, 33)).toBe(101);
    expect(discountedCents(1, 50)).toBe(1);
    expect([discountedCents(1999, 0), discountedCents(1999, 100), discountedCents(0, 90)]).toEqual([1999, 0, 0]);
  });
});

describe("what is off a price", () => {
  it("is told in whole percent, and is nothing off a price of nothing", () => {
    expect([toPercentOff(1999, 1199), toPercentOff(1999, 1999), toPercentOff(0, 0)]).toEqual([40, 0, 0]);
  });
});

describe("formatMoney", () => {
  const inAll = (locale: string) =>
    CURRENCIES.map((currency) => plain(formatMoney({ amountCents: 290_000, currency }, locale)));

  it("puts each currency's sign where the reader's language has it", () => {
    expect(inAll("en")).toEqual(["$2,900.00", "€2,900.00", "£2,900.00", "¥290,000", "R$2,900.00"]);
    expect(inAll("es")).toEqual(["2900,00 $", "2900,00 €", "2900,00 £", "290.000 ¥", "2900,00 R$"]);
  });

  it("names a currency whose sign would be taken for another's", () => {
    expect(plain(formatMoney({ amountCents: 1999, currency: "CAD" }, "es"))).toBe("19,99 CAD");
  });
});
