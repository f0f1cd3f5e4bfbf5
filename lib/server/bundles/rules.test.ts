import { describe, expect, test } from "vitest";
import type { CurrentPrice } from "@/lib/shared/catalogue";
import { type BundleSet, chooseBundles, toBundlePrice } from "./rules";

const bundle = (slug: string, discountPercent: number, gameIds: string[]): BundleSet => ({
  id: `id of ${slug}`,
  slug,
  title: slug,
  discountPercent,
  gameIds,
});
const pricesOf = (ids: string, currency = "USD") =>
  new Map([...ids].map((id) => [id, { amountCents: id === "f" ? 0 : 1000, currency }] as const));
const chosen = (bundles: BundleSet[], bought: string, owned = "") =>
  [...chooseBundles(bundles, pricesOf(bought), new Set(owned))].map(([id, { slug }]) => `${id} ${slug}`).toSorted();

const trilogy = bundle("trilogy", 20, ["a", "b", "c"]);

describe("a bundle", () => {
  test("is for who buys all of it at once", () => {
    expect(chosen([trilogy], "abc")).toEqual(["a trilogy", "b trilogy", "c trilogy"]);
    expect(chosen([trilogy], "abcx")).toEqual(["a trilogy", "b trilogy", "c trilogy"]);
    expect(chosen([trilogy], "ab")).toEqual([]);
  });

  test("is for who buys what is missing, and says nothing of what is owned", () => {
    expect(chosen([trilogy], "bc", "a")).toEqual(["b trilogy", "c trilogy"]);
    expect(chosen([trilogy], "c", "ab")).toEqual(["c trilogy"]);
    expect(chosen([trilogy], "c", "a")).toEqual([]);
    expect(chosen([trilogy], "x", "abc")).toEqual([]);
  });

  test("of one game, or of none, is none", () => {
    expect(chosen([bundle("single", 50, ["a"]), bundle("empty", 50, [])], "a")).toEqual([]);
  });

  test("is not on offer while one of its games can be neither bought nor is owned", () => {
    expect(chosen([bundle("with-delisted", 20, ["a", "b", "delisted"])], "ab")).toEqual([]);
  });

  test("is paid in one currency", () => {
    const prices = new Map([...pricesOf("ab"), ...pricesOf("c", "EUR")]);
    expect(chooseBundles([trilogy], prices, new Set()).size).toBe(0);
    expect(chooseBundles([trilogy], prices, new Set("c")).size).toBe(2);
  });

  test("takes nothing off a free game, but needs it", () => {
    const withFree = bundle("with-free", 20, ["a", "f"]);
    expect(chosen([withFree], "af")).toEqual(["a with-free"]);
    expect(chosen([withFree], "a")).toEqual([]);
  });
});

describe("of two bundles", () => {
  const pair = bundle("pair", 10, ["a", "x"]);

  test("each game has the better one, whatever their order", () => {
    for (const bundles of [
      [trilogy, pair],
      [pair, trilogy],
    ]) {
      expect(chosen(bundles, "abcx")).toEqual(["a trilogy", "b trilogy", "c trilogy", "x pair"]);
    }
  });

  test("that take off as much, the first by its slug is chosen", () => {
    const other = bundle("another", 20, ["a", "b"]);
    expect(chosen([trilogy, other], "abc")).toEqual(["a another", "b another", "c trilogy"]);
    expect(chosen([other, trilogy], "abc")).toEqual(["a another", "b another", "c trilogy"]);
  });
});

test("the bundle comes on top of the promotion, rounded to a minor unit", () => {
  const price: CurrentPrice = {
    listCents: 1999,
    amountCents: 1499,
    discountPercent: 25,
    currency: "USD",
    promotionEndsAt: "2026-12-01T00:00:00.000Z",
  };
  expect(toBundlePrice(price, trilogy)).toEqual({ ...price, amountCents: 1199 });
});
