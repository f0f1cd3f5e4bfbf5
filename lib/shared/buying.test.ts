import { describe, expect, test } from "vitest";
import { addCartItemSchema, type CartLine } from "./cart";
import { computeCartTotals, computeSavedCents } from "./cart-totals";
import { libraryQuerySchema } from "./library";
import { placeOrderSchema, toFailureKey } from "./orders";

const id = "0b8f5f0e-7e2f-4f0e-8a54-0d9a3c1f0a11";

const toLine = (gameId: string, amountCents: number | null, currency = "USD"): CartLine => ({
  gameId,
  slug: gameId,
  title: gameId,
  cover: null,
  price:
    amountCents === null ? null : { listCents: 5000, amountCents, discountPercent: 0, currency, promotionEndsAt: null },
  unavailable: amountCents === null ? "not_sold" : null,
  base: null,
  bundle: null,
});

describe("the totals of a cart", () => {
  test("add up what can be bought, each currency on its own", () => {
    const lines = [toLine("a", 1999), toLine("b", 500, "GBP"), toLine("c", null), toLine("d", 1), toLine("e", 0)];
    expect(computeCartTotals(lines)).toEqual([
      { currency: "USD", amountCents: 2000, gameIds: ["a", "d", "e"] },
      { currency: "GBP", amountCents: 500, gameIds: ["b"] },
    ]);
    expect(computeCartTotals([])).toEqual([]);
  });

  test("say what is saved on the list prices of what they sum", () => {
    const lines = [toLine("a", 1999), toLine("b", 500, "GBP"), toLine("c", null), toLine("d", 5000)];
    const [dollars, pounds] = computeCartTotals(lines);
    if (!dollars || !pounds) throw new Error("two totals");
    expect([computeSavedCents(lines, dollars), computeSavedCents(lines, pounds)]).toEqual([3001, 4500]);
  });
});

describe("what the API takes", () => {
  test("a game is named by its id or its slug, not by both", () => {
    expect(addCartItemSchema.safeParse({ gameId: id }).success).toBe(true);
    expect(addCartItemSchema.safeParse({ slug: "ember-tide" }).success).toBe(true);
    expect(addCartItemSchema.safeParse({ gameId: id, slug: "ember-tide" }).success).toBe(false);
    expect(addCartItemSchema.safeParse({ slug: "Ember Tide" }).success).toBe(false);
  });

  test("an order says each game once, and nothing that is not asked for", () => {
    const order = { idempotencyKey: id, gameIds: [id], expectedTotalCents: 0, currency: "USD" };
    expect(placeOrderSchema.safeParse(order).success).toBe(true);
    expect(placeOrderSchema.safeParse({ ...order, gameIds: [id, id] }).success).toBe(false);
    expect(placeOrderSchema.safeParse({ ...order, userId: id }).success).toBe(false);
    expect(placeOrderSchema.safeParse({ ...order, expectedTotalCents: 0.5 }).success).toBe(false);
  });

  test("a search of the library is trimmed and refuses what PostgreSQL cannot read", () => {
    expect(libraryQuerySchema.parse({ q: " ember " })).toMatchObject({ q: "ember", limit: 24 });
    expect(libraryQuerySchema.safeParse({ q: "\u0000" }).success).toBe(false);
  });
});

test("a failed payment has words for people, also where its code is unknown", () => {
  expect(["card_declined", "something_new", null].map(toFailureKey)).toEqual(["card_declined", "other", "other"]);
});
