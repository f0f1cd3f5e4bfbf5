import { z } from "zod";
import { cartLineSchema } from "./cart";
import { discountedCents } from "./money";
import { currencySchema } from "./money-schema";

/** Whether somebody can have the rest of a bundle: `owned` is who has all of it, `unavailable` while a game cannot be bought. */
export const bundleStateSchema = z.enum(["offered", "owned", "unavailable"]);

/** A bundle as it is offered to a shopper: what is owned costs nothing, the rest less the discount. */
export const bundleOfferSchema = z.object({
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  discountPercent: z.int().min(1).max(100),
  publisher: z.object({ slug: z.string(), name: z.string() }).nullable(),
  state: bundleStateSchema,
  /** Its games in their order, each as it would stand in the cart beside the others. */
  lines: z.array(cartLineSchema),
  /** What the shopper would pay, and what the same games cost by themselves; null unless it is offered. */
  total: z.object({ currency: currencySchema, amountCents: z.int().min(0), singlyCents: z.int().min(0) }).nullable(),
});

export type BundleOffer = z.infer<typeof bundleOfferSchema>;

/** What came into the cart, in the order of the bundle. */
export const addedLinesSchema = z.object({ lines: z.array(cartLineSchema) });

type Lines = BundleOffer["lines"];

/** What is to be paid for the lines that are not owned; null where there is none, or one cannot be bought. */
export function computeBundleTotal(lines: Lines): BundleOffer["total"] {
  const missing = lines.filter(({ unavailable }) => unavailable !== "owned");
  let total: BundleOffer["total"] = null;
  for (const { price } of missing) {
    if (!price || (total && total.currency !== price.currency)) return null;
    total ??= { currency: price.currency, amountCents: 0, singlyCents: 0 };
    total.amountCents += price.amountCents;
    total.singlyCents += discountedCents(price.listCents, price.discountPercent);
  }
  return total;
}
