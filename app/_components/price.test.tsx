import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Price } from "./price";

/** The text as a screen reader says it. */
const say = (price: Parameters<typeof Price>[0]["price"]) =>
  renderToStaticMarkup(<Price price={price} />).replaceAll(/<[^>]+>/g, "");

const usd = { listCents: 3999, amountCents: 3999, discountPercent: 0, currency: "USD" };

describe("Price", () => {
  it("says the amount alone without a discount", () => {
    expect(say(usd)).toBe("$39.99");
  });

  it("says the discount and what it is taken from", () => {
    expect(say({ ...usd, amountCents: 1600, discountPercent: 60 })).toBe("Discount −60%Instead of $39.99$16.00");
  });

  it("keeps the game's currency and its digits", () => {
    expect(say({ ...usd, listCents: 399, amountCents: 399, currency: "GBP" })).toBe("£3.99");
    expect(say({ ...usd, amountCents: 2400, currency: "JPY" })).toBe("¥2,400");
  });

  it("calls nothing to pay free, and nothing for sale by its name", () => {
    expect(say({ ...usd, listCents: 0, amountCents: 0 })).toBe("Free");
    expect(say(null)).toBe("Not for sale");
  });
});
