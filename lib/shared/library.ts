import { z } from "zod";
import { facetSchema, namedSchema, pictureSchema } from "./catalogue";
import { pageQuerySchema, pageSchema } from "./page";
import { say } from "./say";
import { tidyText } from "./written-text";

/** Orders of the library: latest first, or by title. */
export const LIBRARY_SORTS = ["recent", "title"] as const;

/** Most collections of a user. */
export const MAX_COLLECTIONS = 100;

/** Most characters of a collection's name. */
export const MAX_COLLECTION_NAME = 60;

/** Most games that one request puts into a collection or takes out of it. */
export const MAX_COLLECTION_CHANGE = 5_000;

/** Bytes that a request with as many games takes. */
export const MAX_COLLECTION_BODY_BYTES = 256 * 1024;

const slugSchema = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Which games of the library to show, and in which order: `q` looks in titles. */
export const libraryViewSchema = z.object({
  q: z
    .string()
    .trim()
    .max(100)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL refuses NUL in a text
    .refine((text) => !/\u0000/.test(text), say("errors.controlCharacters"))
    .optional(),
  sort: z.enum(LIBRARY_SORTS).default("recent"),
  platform: slugSchema.optional(),
  genre: slugSchema.optional(),
  collection: z.uuid().optional(),
});

/** Query of the library's list. */
export const libraryQuerySchema = pageQuerySchema.extend(libraryViewSchema.shape);

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

/** A page of a library. */
export const libraryPageSchema = pageSchema(libraryGameSchema);

/** A shelf that a user made, with the number of games on it. */
export const collectionSchema = z.object({ id: z.uuid(), name: z.string(), gameCount: z.int().min(0) });

export const collectionListSchema = z.object({ items: z.array(collectionSchema) });

/** What the library can be filtered by: what the owned games are of. */
export const libraryFacetsSchema = z.object({
  gameCount: z.int().min(0),
  platforms: z.array(facetSchema),
  genres: z.array(facetSchema),
});

/** A collection's name, in one line. */
export const collectionNameSchema = z
  .string({ error: say("errors.collectionNameMissing") })
  .transform((text) => tidyText(text).replaceAll(/\s+/gu, " "))
  .pipe(
    z
      .string()
      .min(1, say("errors.collectionNameMissing"))
      .max(MAX_COLLECTION_NAME, say("errors.textTooLong", { max: MAX_COLLECTION_NAME }))
      .regex(/^[^\p{Cc}]*$/u, say("errors.controlCharacters")),
  );

const changedGamesSchema = z.array(z.uuid()).max(MAX_COLLECTION_CHANGE);

/** Makes a collection; an undo brings one back with its games. */
export const createCollectionSchema = z.strictObject({
  name: collectionNameSchema,
  gameIds: changedGamesSchema.default([]),
});

export const renameCollectionSchema = z.strictObject({ name: collectionNameSchema });

/** Games to put into a collection and to take out of it. */
export const changeCollectionSchema = z
  .strictObject({ add: changedGamesSchema.default([]), remove: changedGamesSchema.default([]) })
  .refine(({ add, remove }) => add.length + remove.length > 0, say("errors.nothingToChange"));

/** What was deleted, with all that an undo needs. */
export const deletedCollectionSchema = z.object({ name: z.string(), gameIds: z.array(z.uuid()) });

/** A file that installs a game. */
export const buildSchema = z.object({
  id: z.uuid(),
  platform: namedSchema,
  version: z.string(),
  sizeBytes: z.int().min(0),
  sha256: z.string().nullable(),
  releasedAt: z.iso.datetime().nullable(),
  /** False while the file is not in the shop's storage. */
  canDownload: z.boolean(),
  /** Whether it is the newest of its platform. */
  isLatest: z.boolean(),
});

/** A game in a library with all that its owner gets. */
export const ownedGameSchema = libraryGameSchema.extend({
  hero: pictureSchema.nullable(),
  releaseDate: z.iso.date().nullable(),
  /** Latest of each platform first. */
  builds: z.array(buildSchema),
  licenceKeys: z.array(z.string()),
  hasReview: z.boolean(),
  collections: z.array(z.object({ id: z.uuid(), name: z.string() })),
});

/** Parameters of a route below the id of a collection or file. */
export const idParamsSchema = z.object({ id: z.uuid() });

export type LibraryView = z.infer<typeof libraryViewSchema>;
export type LibraryQuery = z.infer<typeof libraryQuerySchema>;
export type LibraryGame = z.infer<typeof libraryGameSchema>;
export type LibraryFacets = z.infer<typeof libraryFacetsSchema>;
export type Collection = z.infer<typeof collectionSchema>;
export type CreateCollectionInput = z.infer<typeof createCollectionSchema>;
export type ChangeCollectionInput = z.infer<typeof changeCollectionSchema>;
export type DeletedCollection = z.infer<typeof deletedCollectionSchema>;
export type Build = z.infer<typeof buildSchema>;
export type OwnedGame = z.infer<typeof ownedGameSchema>;
