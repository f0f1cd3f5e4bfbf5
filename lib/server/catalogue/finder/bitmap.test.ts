import { describe, expect, it } from "vitest";
import { addBit, countCommon, createBitmap, forEachBit, hasBit, intersect, removeBit, unite } from "./bitmap";

function toBitmap(numbers: readonly number[], capacity = 100) {
  const bitmap = createBitmap(capacity);
  for (const number of numbers) addBit(bitmap, number);
  return bitmap;
}

function toNumbers(bitmap: Uint32Array): number[] {
  const numbers: number[] = [];
  forEachBit(bitmap, (at) => numbers.push(at));
  return numbers;
}

describe("a bitmap", () => {
  it("holds what was added and not removed, at the borders of words too", () => {
    const bitmap = toBitmap([0, 31, 32, 63, 64, 99]);
    removeBit(bitmap, 32);
    removeBit(bitmap, 33);
    expect(toNumbers(bitmap)).toEqual([0, 31, 63, 64, 99]);
    expect([31, 32, 99, 100, 5000].map((at) => hasBit(bitmap, at))).toEqual([true, false, true, false, false]);
  });

  it("combines as sets do", () => {
    const [one, other] = [toBitmap([1, 31, 40, 95]), toBitmap([31, 41, 95])];
    expect(countCommon(one, other)).toBe(2);
    const both = one.slice();
    intersect(both, other);
    expect(toNumbers(both)).toEqual([31, 95]);
    unite(one, other);
    expect(toNumbers(one)).toEqual([1, 31, 40, 41, 95]);
  });

  it("counts full words", () => {
    const all = toBitmap(Array.from({ length: 96 }, (_, at) => at));
    expect(countCommon(all, all)).toBe(96);
  });
});
