import { describe, expect, it } from "vitest";
import { createOrder, patchOrder, seekAfter } from "./order";

describe("an order", () => {
  const keys = new Map([
    [1, 5],
    [2, 3],
    [3, 5],
    [4, 1],
    [9, 3],
  ]);
  const keyOf = (ordinal: number) => keys.get(ordinal) ?? 0;

  it("puts equal keys by their ordinals", () => {
    expect([...createOrder([9, 3, 1, 4, 2], keyOf).ordinals]).toEqual([4, 2, 9, 1, 3]);
  });

  it("finds where to go on, after a game that is there and one that is gone", () => {
    const order = createOrder([1, 2, 3, 4], keyOf);
    expect(seekAfter(order, 3, 2)).toBe(2);
    expect(seekAfter(order, 3, 9)).toBe(2);
    expect(seekAfter(order, 0, 0)).toBe(0);
    expect(seekAfter(order, 5, 3)).toBe(4);
  });

  it("is after each change what it would be if made anew", () => {
    let order = createOrder([1, 2, 3, 4, 9], keyOf);
    let present = new Set([1, 2, 3, 4, 9]);
    for (const [changed, key] of [
      [3, 0],
      [9, 7],
      [20, 4],
      [1, 1],
      [4, undefined],
      [20, 9],
    ] as const) {
      if (key === undefined) {
        keys.delete(changed);
        present = new Set([...present].filter((one) => one !== changed));
      } else {
        keys.set(changed, key);
        present.add(changed);
      }
      order = patchOrder(
        order,
        new Set([changed]),
        [changed].filter((one) => present.has(one)),
      );
      expect([...order.ordinals]).toEqual([...createOrder(present, keyOf).ordinals]);
    }
  });

  it.each([3, 64, 65, 300])("is after %d changes at once what it would be if made anew", (count) => {
    const amounts = Array.from({ length: 400 }, (_, ordinal) => (ordinal * 37) % 101);
    const amountOf = (ordinal: number) => amounts[ordinal] ?? 0;
    const order = createOrder(
      Array.from({ length: 390 }, (_, ordinal) => ordinal),
      amountOf,
    );
    const changed = new Set(Array.from({ length: count }, (_, place) => (place * 53) % 400));
    for (const ordinal of changed) amounts[ordinal] = (ordinal * 11) % 97;
    const present = [...changed].filter((ordinal) => ordinal % 3 > 0);
    const all = [...order.ordinals].filter((ordinal) => !changed.has(ordinal)).concat(present);
    const patched = patchOrder(order, changed, present);
    expect([...patched.ordinals]).toEqual([...createOrder(all, amountOf).ordinals]);
  });

  it("orders texts by their letters", () => {
    const titles = ["b", "a", "aa", "é"];
    const order = createOrder([0, 1, 2, 3], (ordinal) => titles[ordinal] ?? "");
    expect([...order.ordinals]).toEqual([1, 2, 0, 3]);
    expect(seekAfter(order, "aa", 2)).toBe(2);
  });
});
