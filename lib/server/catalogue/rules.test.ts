import { describe, expect, it } from "vitest";
import { computePrice, findBestOffer, isInForce, isReleasedOn, type Offer } from "./rules";

const now = new Date("2026-03-10T12:00:00Z");
const usd = (priceCents: number) => ({ priceCents, currency: "USD" });

function offer(discountPercent: number, from = "2026-03-01", to = "2026-03-20"): Offer {
  return { discountPercent, startsAt: new Date(from), endsAt: new Date(to) };
}

describe("isInForce", () => {
  it("holds from its first moment and no longer at its end", () => {
    const span = { discountPercent: 10, startsAt: now, endsAt: new Date(now.getTime() + 1) };
    expect(isInForce(span, now)).toBe(true);
    expect(isInForce(span, new Date(now.getTime() - 1))).toBe(false);
    expect(isInForce(span, span.endsAt)).toBe(false);
  });
});

describe("findBestOffer", () => {
  it("takes the deepest in force, whatever the order", () => {
    const offers = [offer(20), offer(75, "2026-04-01", "2026-04-09"), offer(50), offer(30)];
    expect(findBestOffer(offers, now)?.discountPercent).toBe(50);
    expect(findBestOffer(offers.toReversed(), now)?.discountPercent).toBe(50);
  });

  it("takes of equal ones that which lasts longest", () => {
    const longer = offer(50, "2026-03-02", "2026-03-25");
    expect(findBestOffer([offer(50), longer, offer(50)], now)).toBe(longer);
  });

  it("is null when none is in force", () => {
    expect(findBestOffer([offer(20, "2026-01-01", "2026-02-01")], now)).toBeNull();
  });
});

describe("computePrice", () => {
  it("keeps the list price without a promotion", () => {
    expect(computePrice(usd(1999), [], now)).toEqual({
      listCents: 1999,
      amountCents: 1999,
      discountPercent: 0,
      currency: "USD",
      promotionEndsAt: null,
    });
  });

  it("takes the discount off, rounded half up, and says when it ends", () => {
    const price = computePrice(usd(999), [offer(50)], now);
    expect(price).toMatchObject({ amountCents: 500, discountPercent: 50, promotionEndsAt: "2026-03-20T00:00:00.000Z" });
  });

  it("gives a game away at 100 %, and shows no discount on a free one", () => {
    expect(computePrice(usd(999), [offer(100)], now).amountCents).toBe(0);
    expect(computePrice(usd(0), [offer(50)], now)).toMatchObject({ discountPercent: 0, promotionEndsAt: null });
  });
});

describe("isReleasedOn", () => {
  it("is out from its day on; without a date it is not", () => {
    const release = new Date("2026-03-10T00:00:00Z");
    expect(isReleasedOn(release, "2026-03-10")).toBe(true);
    expect(isReleasedOn(release, "2026-03-09")).toBe(false);
    expect(isReleasedOn(null, "2026-03-10")).toBe(false);
  });
});
