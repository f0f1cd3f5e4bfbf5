import { expect, it } from "vitest";
import { createBitmap } from "./bitmap";
import { KeptSearches } from "./kept-searches";
import type { TextMatch } from "./text-search";

function matchOf(count: number): TextMatch {
  return { folded: "", games: createBitmap(33), order: { ordinals: new Int32Array(count), keyOf: () => 0 } };
}

it("asks the same question once, and again after one that failed", async () => {
  const searches = new KeptSearches();
  let asked = 0;
  const search = (q: string, fails = false) =>
    searches.find(q, async () => {
      asked += 1;
      if (fails) throw new Error("down");
      return matchOf(1);
    });
  await expect(Promise.all([search("one", true), search("one")])).rejects.toThrow("down");
  expect(asked).toBe(1);
  const [first, second] = await Promise.all([search("one"), search("one")]);
  expect([asked, first === second]).toEqual([2, true]);
});

it("keeps no more than there is room for", async () => {
  const searches = new KeptSearches(1000);
  const asked: string[] = [];
  const search = (q: string) =>
    searches.find(q, async () => {
      asked.push(q);
      return matchOf(150);
    });
  for (const q of ["a", "b", "c", "c", "b", "a"]) await search(q);
  expect(asked).toEqual(["a", "b", "c", "a"]);
});
