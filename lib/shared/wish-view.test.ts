import { describe, expect, it } from "vitest";
import { arrangeWishes, DEFAULT_WISH_VIEW, isFiltered, readWishView, toWishParams, type WishView } from "./wish-view";
import type { Wish } from "./wishlist";

function toWish(title: string, more: Partial<Wish> & { amountCents?: number; percent?: number } = {}): Wish {
  const { amountCents, percent = 0, ...wish } = more;
  const price =
    amountCents === undefined
      ? null
      : { listCents: 9999, amountCents, discountPercent: percent, currency: "USD", promotionEndsAt: null };
  return {
    gameId: title,
    slug: title,
    title,
    kind: "base",
    cover: null,
    price,
    unavailable: price ? null : "not_sold",
    missingBase: null,
    releaseDate: "2026-01-01",
    note: "",
    addedAt: "2026-01-01T00:00:00.000Z",
    ...wish,
  };
}

const wishes = [
  toWish("Ñandú", { amountCents: 2000, addedAt: "2026-03-01T00:00:00.000Z" }),
  toWish("Ash", { amountCents: 500, percent: 50, releaseDate: "2020-05-05" }),
  toWish("Coming", { unavailable: "not_released", releaseDate: "2027-02-02" }),
  toWish("Gone", { addedAt: "2026-04-01T00:00:00.000Z", releaseDate: null }),
  toWish("nova", { amountCents: 0, percent: 100 }),
];

const titles = (view: Partial<WishView>) =>
  arrangeWishes(wishes, { ...DEFAULT_WISH_VIEW, ...view }, "es").map(({ title }) => title);

describe("a view of the wishlist", () => {
  it.each<[WishView["sort"], string[]]>([
    ["own", ["Ñandú", "Ash", "Coming", "Gone", "nova"]],
    ["added", ["Gone", "Ñandú", "Ash", "Coming", "nova"]],
    ["price", ["nova", "Ash", "Ñandú", "Coming", "Gone"]],
    ["discount", ["nova", "Ash", "Ñandú", "Coming", "Gone"]],
    ["release", ["Coming", "Ñandú", "nova", "Ash", "Gone"]],
    ["title", ["Ash", "Coming", "Gone", "nova", "Ñandú"]],
  ])("in the order %s ends with what has no place in it", (sort, expected) => {
    expect(titles({ sort })).toEqual(expected);
  });

  it("leaves out what is not on sale, not out, or dearer", () => {
    expect(titles({ sale: true })).toEqual(["Ash", "nova"]);
    expect(titles({ out: true })).toEqual(["Ñandú", "Ash", "Gone", "nova"]);
    expect(titles({ max: 5 })).toEqual(["Ash", "nova"]);
    expect(titles({ max: 20 })).toEqual(["Ñandú", "Ash", "nova"]);
    expect(titles({ max: 0, sale: true, out: true })).toEqual(["nova"]);
  });

  it("takes a limit in whole units of the currency: 500 yen are 500", () => {
    const price = { listCents: 500, amountCents: 500, discountPercent: 0, currency: "JPY", promotionEndsAt: null };
    const yen = [toWish("Yen", { price, unavailable: null })];
    expect(arrangeWishes(yen, { ...DEFAULT_WISH_VIEW, max: 499 }, "en")).toEqual([]);
    expect(arrangeWishes(yen, { ...DEFAULT_WISH_VIEW, max: 500 }, "en")).toHaveLength(1);
  });

  it("is read from an address as it was written there, and nonsense is left out", () => {
    const views: WishView[] = [DEFAULT_WISH_VIEW, { sort: "discount", sale: true, out: true, max: 15 }];
    for (const view of views) expect(readWishView(Object.fromEntries(toWishParams(view)))).toEqual(view);
    expect(toWishParams(DEFAULT_WISH_VIEW).size).toBe(0);
    const nonsense = { sort: "'; drop", sale: "maybe", out: ["1", "0"], max: "-1", other: "x" };
    expect(readWishView(nonsense)).toEqual(DEFAULT_WISH_VIEW);
    for (const max of ["1.5", "NaN", "1e99", "💸", ""]) expect(readWishView({ max }).max).toBeNull();
    expect(views.map(isFiltered)).toEqual([false, true]);
  });
});
