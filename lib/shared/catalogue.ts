import { z } from "zod";
import { daySchema } from "./day";
import { currencySchema } from "./money";
import { pageQuerySchema, pageSchema } from "./page";
import { reviewSummarySchema } from "./review-score";

/** Longest text that can be searched for. */
export const MAX_SEARCH_LENGTH = 100;

/** Orders of the catalogue; `relevance` holds for a search only and is its default. */
export const GAME_SORTS = [
  "popular",
  "newest",
  "rating",
  "discount",
  "price_asc",
  "price_desc",
  "title",
  "relevance",
] as const;

export const gameSortSchema = z.enum(GAME_SORTS);

export type GameSort = z.infer<typeof gameSortSchema>;

const slugSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug, such as battle-royale");

const searchSchema = z
  .string()
  .max(MAX_SEARCH_LENGTH, `must have at most ${MAX_SEARCH_LENGTH} characters`)
  .refine((text) => !text.includes("\0"), "must not hold control characters")
  .transform((text) => text.normalize("NFC").replaceAll(/\s+/g, " ").trim() || undefined);

/** What the catalogue can be asked for. */
export const gameQuerySchema = pageQuerySchema.extend({
  q: searchSchema.optional(),
  genre: slugSchema.optional(),
  category: slugSchema.optional(),
  sort: gameSortSchema.optional(),
  cursor: z.string().max(1000).optional(),
});

export type GameQuery = z.output<typeof gameQuerySchema>;

const namedSchema = z.object({ slug: z.string(), name: z.string() });

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

const requirementSchema = z.object({
  platform: z.string(),
  tier: z.enum(["minimum", "recommended"]),
  os: z.string(),
  processor: z.string(),
  memoryMb: z.int(),
  graphics: z.string(),
  storageMb: z.int(),
  notes: z.string(),
});

export const reviewSchema = z.object({
  id: z.uuid(),
  author: z.string(),
  isRecommended: z.boolean(),
  stars: z.int().min(1).max(5),
  body: z.string(),
  helpfulCount: z.int().min(0),
  createdAt: z.iso.datetime(),
});

export type GameReview = z.infer<typeof reviewSchema>;

/** A game as its own page shows it. */
export const gameDetailSchema = gameCardSchema.extend({
  description: z.string(),
  developer: z.string(),
  minimumAge: z.int(),
  hero: pictureSchema.nullable(),
  screenshots: z.array(pictureSchema),
  categories: z.array(namedSchema),
  tags: z.array(namedSchema),
  platforms: z.array(namedSchema),
  languages: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      hasInterface: z.boolean(),
      hasSubtitles: z.boolean(),
      hasAudio: z.boolean(),
    }),
  ),
  systemRequirements: z.array(requirementSchema),
  ageRatings: z.array(
    z.object({ board: z.string(), rating: z.string(), minimumAge: z.int(), descriptors: z.array(z.string()) }),
  ),
  /** Editions and DLC of a game. */
  extras: z.array(gameCardSchema),
  /** The game that an edition contains or a DLC needs. */
  baseGame: gameCardSchema.nullable(),
  /** Written reviews by stars, one to five. */
  reviewsByStars: z.array(z.object({ stars: z.int(), count: z.int() })),
  latestReviews: z.array(reviewSchema),
});

export type GameDetail = z.infer<typeof gameDetailSchema>;

/** A genre or category with the number of games on sale in it. */
export const facetSchema = namedSchema.extend({ gameCount: z.int().min(0) });

export type Facet = z.infer<typeof facetSchema>;
