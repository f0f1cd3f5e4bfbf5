import { z } from "zod";
import { daySchema } from "./day-schema";
import { currencySchema } from "./money-schema";
import { pageSchema } from "./page";
import { reviewSummarySchema } from "./review-score";

export const namedSchema = z.object({ slug: z.string(), name: z.string() });

/** A picture that this shop serves, with its own size in pixels. */
export const pictureSchema = z.object({
  url: z.string(),
  alt: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
});

export type Picture = z.infer<typeof pictureSchema>;

/** What a game costs now: `amountCents` is `listCents` less the deepest promotion in force. */
export const priceSchema = z.object({
  listCents: z.int().min(0),
  amountCents: z.int().min(0),
  discountPercent: z.int().min(0).max(100),
  currency: currencySchema,
  /** First moment at which the discount no longer holds; null without one. */
  promotionEndsAt: z.iso.datetime().nullable(),
});

export type CurrentPrice = z.infer<typeof priceSchema>;

export const ratingSchema = z.object({
  /** Mean stars 1 to 5, or null where only thumbs are known. */
  average: z.number().min(1).max(5).nullable(),
  count: z.int().min(0),
  positivePercent: z.int().min(0).max(100).nullable(),
  summary: reviewSummarySchema.nullable(),
});

export type Rating = z.infer<typeof ratingSchema>;

/** A game as a list shows it. */
export const gameCardSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  kind: z.enum(["base", "edition", "dlc"]),
  shortDescription: z.string(),
  publisher: namedSchema,
  genres: z.array(namedSchema),
  cover: pictureSchema.nullable(),
  /** Null where the game is not for sale. */
  price: priceSchema.nullable(),
  releaseDate: daySchema.nullable(),
  isReleased: z.boolean(),
  rating: ratingSchema,
});

export type GameCard = z.infer<typeof gameCardSchema>;

export const gamePageSchema = pageSchema(gameCardSchema);

/** A genre or category with the number of games on sale in it. */
export const facetSchema = namedSchema.extend({ gameCount: z.int().min(0) });

export type Facet = z.infer<typeof facetSchema>;
