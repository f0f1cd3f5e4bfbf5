import { z } from "zod";
import { pictureSchema, priceSchema } from "./catalogue";
import { CHOICE_FACETS } from "./catalogue-query";
import { currencySchema } from "./money-schema";

/** Games are counted up to here: the shop says “1,000+” beyond. */
export const COUNT_CAP = 1000;

/** How many games there are: `isCapped` where there are more than `count`. */
export const cappedCountSchema = z.object({ count: z.int().min(0).max(COUNT_CAP), isCapped: z.boolean() });

export type CappedCount = z.infer<typeof cappedCountSchema>;

/**
 * One value of a facet with the games that it would leave, the other facets kept. `name` is the store's own and null
 * where the value is one of ours, which the screens have words for.
 */
export const facetValueSchema = cappedCountSchema.extend({ value: z.string(), name: z.string().nullable() });

export type FacetValue = z.infer<typeof facetValueSchema>;

/** Games that cost between both amounts now, both included; `maxCents` is null in the last range. */
export const priceRangeSchema = cappedCountSchema.extend({ minCents: z.int(), maxCents: z.int().nullable() });

export type PriceRange = z.infer<typeof priceRangeSchema>;

/** Every facet of a query: chosen values always, others where they would leave a game, the largest first. */
export const gameFacetsSchema = z.object({
  total: cappedCountSchema,
  currency: currencySchema,
  choices: z.record(z.enum(CHOICE_FACETS), z.array(facetValueSchema)),
  /** Least stars, most first. */
  rating: z.array(facetValueSchema),
  price: z.array(priceRangeSchema),
});

export type GameFacets = z.infer<typeof gameFacetsSchema>;

/** What is offered while somebody types: games first, then publishers, genres, categories and tags. */
export const suggestionsSchema = z.object({
  games: z.array(
    z.object({ slug: z.string(), title: z.string(), cover: pictureSchema.nullable(), price: priceSchema.nullable() }),
  ),
  terms: z.array(
    z.object({ facet: z.enum(["publisher", "genre", "category", "tag"]), value: z.string(), name: z.string() }),
  ),
});

export type Suggestions = z.infer<typeof suggestionsSchema>;
