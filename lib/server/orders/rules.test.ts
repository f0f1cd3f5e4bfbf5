import { describe, expect, test } from "vitest";
import type { CartLine } from "@/lib/shared/cart";
import type { PlaceOrderInput } from "@/lib/shared/orders";
import { computeRequestHash, toOrderLines } from "./rules";

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

describe("the lines of an order", () => {
  test("carry the prices of the moment where they add up to what was shown", () => {
    const lines = toOrderLines(input, new Map([toOffer("a", 1999), toOffer("b", 499)]));
    expect(lines.map(({ gameId, unitPriceCents }) => [gameId, unitPriceCents])).toEqual([
      ["a", 1999],
      ["b", 499],
    ]);
  });

  test("are refused at a lower price too: nobody pays what was not shown", () => {
    const offers = new Map([toOffer("a", 1999), toOffer("b", 399)]);
    expect(() => toOrderLines(input, offers)).toThrow("the total is $23.98 now");
  });

  test("are refused where a game is gone, or cannot be bought", () => {
    const [, offer] = toOffer("b", 499);
    expect(() => toOrderLines(input, new Map([toOffer("a", 1999)]))).toThrow("no such game");
    const soldOut: CartLine = { ...offer, price: null, unavailable: "sold_out" };
    expect(() => toOrderLines(input, new Map([toOffer("a", 1999), ["b", soldOut]]))).toThrow(
      "Game b: This game is sold out",
    );
  });
});
