import { z } from "zod";
import { minorDigits } from "./money";
import type { Wish } from "./wishlist";

/** Orders of a wishlist: the shopper's own, latest wish first, cheapest, deepest discount, next release, title. */
export const WISH_SORTS = ["own", "added", "price", "discount", "release", "title"] as const;

/** What of a wishlist is shown, and in which order; as it stands in the address of its page. */
export const wishViewSchema = z.object({
  sort: z.enum(WISH_SORTS).catch("own"),
  /** Only games with a discount. */
  sale: z.stringbool().catch(false),
  /** Only games that are out. */
  out: z.stringbool().catch(false),
  /** Only games that cost no more, in whole units of the shopper's currency. */
  max: z.coerce.number().int().min(0).max(1_000_000).nullable().catch(null),
});

export type WishSort = (typeof WISH_SORTS)[number];
export type WishView = z.infer<typeof wishViewSchema>;

export const DEFAULT_WISH_VIEW: WishView = { sort: "own", sale: false, out: false, max: null };

/** Reads a view from the parameters of an address; what makes no sense is left out. */
export function readWishView(params: Record<string, string | string[] | undefined>): WishView {
  const { sort, sale = "", out = "", max } = params;
  return wishViewSchema.parse({ sort, sale, out, max: max === undefined || max === "" ? null : max });
}

/** The parameters of a view, without those that are as ever. */
export function toWishParams({ sort, sale, out, max }: WishView): URLSearchParams {
  const params = new URLSearchParams();
  if (sort !== "own") params.set("sort", sort);
  if (sale) params.set("sale", "1");
  if (out) params.set("out", "1");
  if (max !== null) params.set("max", String(max));
  return params;
}

/** Whether the view leaves games out. */
export function isFiltered({ sale, out, max }: WishView): boolean {
  return sale || out || max !== null;
}

function isShown({ price, unavailable }: Wish, { sale, out, max }: WishView): boolean {
  if (sale && !price?.discountPercent) return false;
  if (out && unavailable === "not_released") return false;
  return max === null || (price !== null && price.amountCents <= max * 10 ** minorDigits(price.currency));
}

/** What each order goes by, smallest first; a wish without it comes last. */
const KEYS: Record<Exclude<WishSort, "own">, (wish: Wish) => number | string | null> = {
  added: ({ addedAt }) => -Date.parse(addedAt),
  price: ({ price }) => price?.amountCents ?? null,
  discount: ({ price }) => (price ? -price.discountPercent : null),
  release: ({ releaseDate }) => (releaseDate ? -Date.parse(releaseDate) : null),
  title: ({ title }) => title,
};

function compareKeys(left: number | string | null, right: number | string | null, locale: string): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (typeof left === "string" || typeof right === "string") return String(left).localeCompare(String(right), locale);
  return left - right;
}

/** The wishes that a view shows, in its order; equal ones stay in the shopper's own. */
export function arrangeWishes(wishes: readonly Wish[], view: WishView, locale: string): Wish[] {
  const shown = wishes.filter((wish) => isShown(wish, view));
  if (view.sort === "own") return shown;
  const toKey = KEYS[view.sort];
  return shown.toSorted((left, right) => compareKeys(toKey(left), toKey(right), locale));
}
