import { z } from "zod";
import { pictureSchema } from "./catalogue";
import { searchSchema } from "./catalogue-query";

/** Games on the stage of the landing page. */
export const MAX_FEATURED = 8;

/** A game on the stage, or one that could be. */
export const featuredGameSchema = z.object({
  slug: z.string(),
  title: z.string(),
  publisher: z.string(),
  /** Wide, or the cover for want of one. */
  picture: pictureSchema.nullable(),
  /** False for a game that was withdrawn: the stage leaves it out. */
  isShown: z.boolean(),
});

export type FeaturedGame = z.infer<typeof featuredGameSchema>;

export const featuredListSchema = z.object({ items: z.array(featuredGameSchema) });

const slugsSchema = z
  .array(
    z
      .string()
      .max(200)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  )
  .max(MAX_FEATURED)
  .refine((slugs) => new Set(slugs).size === slugs.length, "must name each game once");

/** A new order of the stage, beside the one that it was made from: where somebody else has changed it since, it is refused. */
export const setFeaturedSchema = z.object({ slugs: slugsSchema, was: slugsSchema });

export type SetFeaturedInput = z.infer<typeof setFeaturedSchema>;

/** What staff look for to put on the stage. */
export const featuredSearchSchema = z.object({ q: searchSchema.optional() });
