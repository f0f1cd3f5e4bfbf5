import { z } from "zod";
import { cartSchema, unavailableReasonSchema } from "./cart";
import { gameCardSchema, pictureSchema, priceSchema } from "./catalogue";
import { daySchema } from "./day-schema";
import { say } from "./say";
import { writtenTextSchema } from "./written-text";

/** Most games on a wishlist. */
export const MAX_WISHES = 500;

/** Most characters of a note. */
export const MAX_NOTE_LENGTH = 500;

/** What a shopper writes beside a wish. */
export const wishNoteSchema = writtenTextSchema({ max: MAX_NOTE_LENGTH });

/** A game on a wishlist, offered by itself: `price` is null exactly where it cannot be bought, and `unavailable` says why. */
export const wishSchema = z.object({
  gameId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  kind: gameCardSchema.shape.kind,
  cover: pictureSchema.nullable(),
  price: priceSchema.nullable(),
  unavailable: unavailableReasonSchema.nullable(),
  /** The game that a DLC needs and the shopper does not own; it can only be bought with it. */
  missingBase: gameCardSchema
    .pick({ id: true, slug: true, title: true, cover: true, price: true, isReleased: true })
    .nullable(),
  /** Null while no date is announced. */
  releaseDate: daySchema.nullable(),
  note: z.string(),
  /** When the shopper first wished for it. */
  addedAt: z.iso.datetime(),
});

/** A wishlist in the shopper's own order. */
export const wishlistSchema = z.object({ items: z.array(wishSchema) });

/** Which games are on a wishlist, in its order: all that other pages need to know of it. */
export const wishIdsSchema = z.object({ gameIds: z.array(z.uuid()) });

/** Adds a game at the end, or where it stood when an undo brings it back: before another game, with its note. */
export const addWishSchema = z.strictObject({
  gameId: z.uuid(),
  note: wishNoteSchema.optional(),
  before: z.uuid().nullish(),
});

/** Changes a wish: its note, or its place, which is before another game or, for null, at the end. */
export const updateWishSchema = z
  .strictObject({ note: wishNoteSchema.optional(), before: z.uuid().nullable().optional() })
  .refine(({ note, before }) => note !== undefined || before !== undefined, say("errors.nothingToChange"));

/** Which wishes to move into the cart. */
export const moveToCartSchema = z.strictObject({ gameIds: z.array(z.uuid()).min(1).max(MAX_WISHES) });

/** What came of moving wishes: the cart and the wishlist after it, and why games stay wishes. */
export const movedToCartSchema = z.object({
  cart: cartSchema,
  movedIds: z.array(z.uuid()),
  kept: z.array(z.object({ gameId: z.uuid(), reason: z.union([unavailableReasonSchema, z.literal("cart_full")]) })),
});

export type Wish = z.infer<typeof wishSchema>;
export type Wishlist = z.infer<typeof wishlistSchema>;
export type AddWishInput = z.infer<typeof addWishSchema>;
export type UpdateWishInput = z.infer<typeof updateWishSchema>;
export type MovedToCart = z.infer<typeof movedToCartSchema>;
