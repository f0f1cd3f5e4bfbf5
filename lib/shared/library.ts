import { z } from "zod";
import { pictureSchema } from "./catalogue";
import { pageQuerySchema, pageSchema } from "./page";

/** Query of the library's list: `q` looks in titles. */
export const libraryQuerySchema = pageQuerySchema.extend({
  q: z
    .string()
    .trim()
    .max(100)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL refuses NUL in a text
    .refine((text) => !/\u0000/.test(text), "must not hold control characters")
    .optional(),
});

/** A game in a library. */
export const libraryGameSchema = z.object({
  gameId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  developer: z.string(),
  cover: pictureSchema.nullable(),
  /** False where the shop no longer shows the game's page. */
  hasPage: z.boolean(),
  /** The order that it was bought with; null for a gift or a grant. */
  orderId: z.uuid().nullable(),
  grantedAt: z.iso.datetime(),
});

/** A page of a library, latest first. */
export const libraryPageSchema = pageSchema(libraryGameSchema);

export type LibraryQuery = z.infer<typeof libraryQuerySchema>;
export type LibraryGame = z.infer<typeof libraryGameSchema>;
