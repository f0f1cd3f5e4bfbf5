import { describe, expect, test } from "vitest";
import type { CartLine } from "@/lib/shared/cart";
import type { PlaceOrderInput } from "@/lib/shared/orders";
import { computeRequestHash, toOrderLines, toUnitBaseCents } from "./rules";

const input: PlaceOrderInput = {
  idempotencyKey: "0b8f5f0e-7e2f-4f0e-8a54-0d9a3c1f0a11",
  gameIds: ["a", "b"],
  expectedTotalCents: 2498,
  currency: "USD",
  payment: { provider: "test", token: "approve" },
};

const toOffer = (gameId: string, amountCents: number): [string, CartLine] => [
  gameId,
  {
    gameId,
    slug: gameId,
    title: `Game ${gameId}`,
    cover: null,
    price: { listCents: 1999, amountCents, discountPercent: 0, currency: "USD", promotionEndsAt: null },
    unavailable: null,
    base: null,
    bundle: null,
  },
];

describe("the hash of a request", () => {
  test("is one for the same content, whatever the key and the order of the games", () => {
    const same = { ...input, idempotencyKey: "another", gameIds: ["b", "a"] };
    expect(computeRequestHash(same)).toBe(computeRequestHash(input));
  });

  test.each([
    { gameIds: ["a"] },
    { expectedTotalCents: 2499 },
    { currency: "EUR" },
    { payment: undefined },
    { payment: { provider: "test", token: "delay" } },
  ] as Partial<PlaceOrderInput>[])("is another one with %o", (change) => {
    expect(computeRequestHash({ ...input, ...change })).not.toBe(computeRequestHash(input));
  });
});

const ownPrices = new Map([
  ["a", { priceCents: 1999, currency: "USD" }],
  ["b", { priceCents: 1999, currency: "USD" }],
]);

describe("the lines of an order", () => {
  test("carry the prices of the moment where they add up to what was shown", () => {
    const lines = toOrderLines(input, new Map([toOffer("a", 1999), toOffer("b", 499)]), ownPrices);
    expect(lines.map(({ gameId, unitPriceCents }) => [gameId, unitPriceCents])).toEqual([
      ["a", 1999],
      ["b", 499],
    ]);
  });

  test("are refused at a lower price too: nobody pays what was not shown", () => {
    const offers = new Map([toOffer("a", 1999), toOffer("b", 399)]);
    expect(() => toOrderLines(input, offers, ownPrices)).toThrow(
      expect.objectContaining({ fields: { reason: "price_changed", totalCents: "2398", currency: "USD" } }),
    );
  });

  test("are refused where a game is gone, cannot be bought, or is sold in another currency", () => {
    const [, offer] = toOffer("b", 499);
    expect(() => toOrderLines(input, new Map([toOffer("a", 1999)]), ownPrices)).toThrow("errors.noSuchGame");
    const soldOut: CartLine = { ...offer, price: null, unavailable: "sold_out" };
    expect(() => toOrderLines(input, new Map([toOffer("a", 1999), ["b", soldOut]]), ownPrices)).toThrow(
      "errors.soldOut",
    );
    const offers = new Map([toOffer("a", 1999), toOffer("b", 499)]);
    expect(() => toOrderLines({ ...input, currency: "EUR" }, offers, ownPrices)).toThrow("errors.notInCurrency");
  });

  test("name the bundle that made them cheaper", () => {
    const [, offer] = toOffer("a", 1599);
    const bundle = { id: "trilogy", slug: "trilogy", title: "Trilogy", percent: 20 };
    const [line] = toOrderLines(
      { ...input, gameIds: ["a"], expectedTotalCents: 1599 },
      new Map([["a", { ...offer, bundle }]]),
      ownPrices,
    );
    expect(line).toMatchObject({ bundleId: "trilogy", bundlePercent: 20, unitBaseCents: null });
  });
});

describe("what a unit counts for", () => {
  const yen = (amountCents: number, discountPercent = 0) =>
    ({ listCents: 2900, amountCents, discountPercent, currency: "JPY", promotionEndsAt: null }) as const;
  const usd = { priceCents: 1999, currency: "USD" };

  test("is its price where it is paid in the game's own currency", () => {
    expect(toUnitBaseCents({ ...yen(1999), currency: "USD" }, 0, usd)).toBeNull();
  });

  test("is the game's own price with the same discounts, each rounded as in the price shown", () => {
    expect(toUnitBaseCents(yen(2900), 0, usd)).toBe(1999);
    expect(toUnitBaseCents(yen(2175, 25), 0, usd)).toBe(1499);
    expect(toUnitBaseCents(yen(1740, 25), 20, usd)).toBe(1199);
  });

  test("is nothing where nothing was paid", () => {
    expect(toUnitBaseCents(yen(0), 0, usd)).toBe(0);
  });
});
