import { z } from "zod";
import { pictureSchema, priceSchema } from "./catalogue";
import { moneySchema } from "./money-schema";
import { type SaidKey, say } from "./say";

/** Most games that a cart holds, and an order with it. */
export const MAX_CART_LINES = 50;

const UNAVAILABLE_TEXTS = {
  not_sold: "errors.notSold",
  not_released: "errors.notReleased",
  sold_out: "errors.soldOut",
  owned: "errors.owned",
  needs_base: "errors.needsBase",
} as const satisfies Record<string, SaidKey>;

/** Why a game cannot be bought at the moment. */
export type UnavailableReason = keyof typeof UNAVAILABLE_TEXTS;

export const unavailableReasonSchema = z.enum(
  Object.keys(UNAVAILABLE_TEXTS) as [UnavailableReason, ...UnavailableReason[]],
);

/** Says of a game why it cannot be bought. */
export function sayUnavailable(reason: UnavailableReason, title: string): string {
  return say(UNAVAILABLE_TEXTS[reason], { title });
}

/** A game in the cart; `price` is null exactly where it cannot be bought, and `unavailable` says why. */
export const cartLineSchema = z.object({
  gameId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  cover: pictureSchema.nullable(),
  price: priceSchema.nullable(),
  unavailable: unavailableReasonSchema.nullable(),
  /** The game that a DLC needs; null for any other. */
  base: z.object({ gameId: z.uuid(), slug: z.string(), title: z.string() }).nullable(),
  /** The bundle that `price.amountCents` is cheaper by, on top of `price.discountPercent`. */
  bundle: z.object({ id: z.uuid(), slug: z.string(), title: z.string(), percent: z.int().min(1).max(100) }).nullable(),
});

/** A cart: its lines, latest added last. */
export const cartSchema = z.object({ lines: z.array(cartLineSchema) });

/** Names the game to add, by its id or its slug. */
export const addCartItemSchema = z.union([
  z.strictObject({ gameId: z.uuid() }),
  z.strictObject({
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug")
      .max(200),
  }),
]);

/** Parameters of a route below a game's id in a cart or on a wishlist. */
export const gameIdParamsSchema = z.object({ gameId: z.uuid() });

export type Cart = z.infer<typeof cartSchema>;
export type CartLine = z.infer<typeof cartLineSchema>;
export type AddCartItemInput = z.infer<typeof addCartItemSchema>;

/** What is paid together: the lines of one currency that can be bought, and their sum. */
export const cartTotalSchema = moneySchema.extend({ gameIds: z.array(z.uuid()) });

export type CartTotal = z.infer<typeof cartTotalSchema>;
